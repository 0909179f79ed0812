import { run } from "./cli.ts";
import type { Cache } from "./node/cache-folder.ts";
import { openEnv, openOutput } from "./node/env.ts";
import { version } from "../package.json";

/**
 * Runs the program on this process's command line. Its exit code is set, not
 * taken, so that all output is written. Without a cache nothing is kept.
 */
export async function main(cache: Cache | undefined): Promise<void> {
  const output = { isLost: false };
  const failed = (error: NodeJS.ErrnoException) => {
    // The reader went away, as `head` does when it has enough.
    if (error.code === "EPIPE" || output.isLost) return;
    output.isLost = true;
    process.exitCode = 2;
    process.stderr.write(`The output cannot be written: ${error.message}\n`);
  };
  process.stdout.on("error", failed);
  process.stderr.on("error", failed);
  const open = (color: boolean | undefined) => ({
    stdout: openOutput(process.stdout, color, failed),
    stderr: openOutput(process.stderr, color, failed),
  });
  const openList = (cwd: string, color: boolean | undefined) => {
    const { stdout, stderr } = open(color);
    return openEnv(cwd, stdout, stderr, cache);
  };
  try {
    const code = await run(
      process.argv.slice(2),
      version,
      open(undefined),
      ({ cwd, color }) => openList(cwd ?? currentFolder(), color),
    );
    if (!output.isLost) process.exitCode = code;
  } catch (error) {
    const { stack = "" } = error as Error;
    process.stderr.write(
      `This is a fault of awesome-sdg itself; please report it:\n${stack}\n`,
    );
    process.exitCode = 2;
  }
}

/** The folder that the program was started in, even if it is gone by now. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
