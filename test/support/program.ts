import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

export const root = join(import.meta.dirname, "../..");
const program = join(root, "bin/awesome-sdg.js");
const scratch = mkdtempSync(join(tmpdir(), "awesome-sdg-test-"));
mkdirSync(join(scratch, "cache"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A new folder that holds these files; it is gone when the tests of the file are through. */
export function makeFolder(
  files: Record<string, string | Uint8Array> = {},
): string {
  const folder = mkdtempSync(join(scratch, "list-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Result {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built program as a user would, in a folder, without a terminal. Each folder has a cache of its own. */
export function runProgram(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Result {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...words],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        // Nothing said of colour; empty, they would be warned of by Node.
        NO_COLOR: undefined,
        FORCE_COLOR: undefined,
        ...cacheOf(folder),
        ...env,
      },
      maxBuffer: 2 ** 28,
    },
  );
  return { exitCode: status, stdout, stderr };
}

/** The environment that keeps a folder's cache inside the scratch folder. */
export function cacheOf(folder: string): { XDG_CACHE_HOME: string } {
  return { XDG_CACHE_HOME: join(scratch, "cache", folder.slice(-6)) };
}
