import { isMainThread } from "node:worker_threads";
import { run } from "./cli.ts";
import { openEnv, openOutput } from "./node/env.ts";
import { work } from "./node/worker.ts";
import { version } from "../package.json";

/** Runs the program on this process's command line; its exit code is set, not taken, so that all output is written. */
export async function main(): Promise<void> {
  if (!isMainThread) {
    const silent = openOutput(process.stderr, false);
    return work((root) => openEnv(root, silent, silent));
  }
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader went away, as `head` does when it has enough.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const streams = {
    stdout: openOutput(process.stdout, undefined),
    stderr: openOutput(process.stderr, undefined),
  };
  try {
    process.exitCode = await run(
      process.argv.slice(2),
      version,
      streams,
      ({ cwd, color }) =>
        openEnv(
          cwd ?? process.cwd(),
          openOutput(process.stdout, color),
          openOutput(process.stderr, color),
        ),
    );
  } catch (error) {
    process.stderr.write(
      `This is a fault of awesome-sdg itself; please report it:\n${(error as Error).stack ?? ""}\n`,
    );
    process.exitCode = 2;
  }
}
