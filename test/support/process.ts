import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe } from "vitest";
import { cacheOf, type Result, root } from "./program.ts";

export const program = join(root, "bin/awesome-sdg.js");

interface Ended extends Result {
  signal: NodeJS.Signals | null;
}

/** A run of the program that goes on beside the test. */
export interface Running {
  child: ChildProcess;
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

/** The environment of a run: no word on colour, a cache of the folder's own. */
export function environmentOf(
  folder: string,
  env: Record<string, string> = {},
): NodeJS.ProcessEnv {
  // Empty would not do: Node warns of one beside the other.
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  return { ...rest, ...cacheOf(folder), ...env };
}

/** Starts the built program in a folder. */
export function startProgram(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Running {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: environmentOf(folder, env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => {
      resolve({ exitCode, signal, ...output });
    });
  });
  return { child, output, ended };
}

/** Waits for `condition`, a minute at most: the machine may be busy. */
export async function eventually(
  what: string,
  condition: () => boolean,
  deadlineMs = 60_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await sleep(20);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Like `describe`, for tests that the system may forbid. Where `probe` fails,
 * they fail in CI, and elsewhere they are skipped by a name that says why.
 */
export function describeWhere(
  probe: readonly [command: string, ...words: string[]],
  lack: string,
  title: string,
  tests: () => void,
): void {
  const [command, ...words] = probe;
  const able = spawnSync(command, words).status === 0;
  if (able || process.env["CI"] !== undefined) describe(title, tests);
  else describe.skip(`${title} (skipped: ${lack})`, tests);
}
