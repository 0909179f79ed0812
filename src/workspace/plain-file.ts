import type { Diagnostic } from "../diagnostic.ts";
import type { Env } from "../env.ts";
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
  try {
    const stat = env.fs.stat(file);
    if (stat === undefined) return undefined;
    if (stat.kind !== "file") return notAFile(file, stat.kind);
    return stat.size > limit ? tooLarge(file, stat.size) : env.fs.read(file);
  } catch (error) {
    return systemFinding("read", file, error);
  }
}
