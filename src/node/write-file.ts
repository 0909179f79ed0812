import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a file as a whole or not at all, and keeps its permissions. Not left
 * to a library: what there is (write-file-atomic 7) takes the short write of a
 * disk that has just become full for a whole one.
 */
export function replaceFile(path: string, text: string): void {
  const prefix = `.${basename(path)}.`;
  removeAbandoned(dirname(path), prefix);
  const temporary = join(dirname(path), `${prefix}${process.pid}.tmp`);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666;
  try {
    const file = openSync(temporary, "wx", mode & 0o777);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes what processes left behind that were killed as they wrote. */
function removeAbandoned(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const pid = /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(folder, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
