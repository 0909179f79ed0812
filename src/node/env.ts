import { hash } from "node:crypto";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Env, Output } from "../env.ts";
import { type Cache, openCacheFolder } from "./cache-folder.ts";
import { openFileSystem } from "./file-system.ts";
import { openFormatter } from "./formatter.ts";

/** One of the program's streams. `color` is what the user said of it, if anything; `failed` is told what cannot be written. */
export function openOutput(
  stream: NodeJS.WriteStream,
  color: boolean | undefined,
  failed: (error: Error) => void,
): Output {
  return {
    write(text) {
      try {
        stream.write(text);
      } catch (error) {
        // A file is written at once, and so fails at once.
        failed(error as Error);
      }
    },
    isTTY: stream.isTTY,
    color: color ?? wantsColor(stream),
  };
}

/** The real world, with the list in a folder of this machine. */
export function openEnv(
  cwd: string,
  stdout: Output,
  stderr: Output,
  cache: Cache | undefined,
): Env {
  const digest: Env["digest"] = (content) => hash("sha256", content);
  const root = realPath(resolve(cwd));
  return {
    cwd,
    fs: openFileSystem(root),
    cache: openCacheFolder(cache, digest(root).slice(0, 16)),
    formatter: openFormatter(root),
    now: () => Date.now(),
    digest,
    stdout,
    stderr,
    interrupted: () =>
      new Promise((settle) => {
        process.once("SIGINT", () => {
          settle();
        });
      }),
  };
}

/** https://no-color.org and https://force-color.org: set and not empty counts, whatever the value. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY && process.env["TERM"] !== "dumb";
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
