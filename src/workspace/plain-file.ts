import type { Diagnostic } from "../diagnostic.ts";
import type { Env, FileStat } from "../env.ts";
import { largestFile, tooLarge } from "../model/decode.ts";
import { notAFile, systemFinding } from "./system-error.ts";

/**
 * The bytes of a file of the list; nothing where there is none, and a finding where something else stands there. A link is
 * not followed: a stranger's list could have it lead anywhere.
 */
export function readPlainFile(
  env: Env,
  file: string,
  limit = largestFile,
): Uint8Array | Diagnostic | undefined {
  const stat = statFile(env, file);
  if (stat === undefined || "rule" in stat) return stat;
  if (stat.kind !== "file") return notAFile(file, stat.kind);
  if (stat.size > limit) return tooLarge(file, stat.size);
  try {
    return env.fs.read(file);
  } catch (error) {
    return systemFinding("read", file, error);
  }
}

/** What shows of a file without reading it; a finding where not even that does. */
export function statFile(
  env: Env,
  file: string,
): FileStat | Diagnostic | undefined {
  try {
    return env.fs.stat(file);
  } catch (error) {
    return systemFinding("read", file, error);
  }
}
