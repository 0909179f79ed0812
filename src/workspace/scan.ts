import type { Diagnostic } from "../diagnostic.ts";
import type { Entry, Env, FileStat } from "../env.ts";
import { statFile } from "./plain-file.ts";
import { notAFile, systemFinding } from "./system-error.ts";

export const taxonomyFile = "taxonomy.yaml";
const papersFolder = "papers";

// Two changes within one tick of the file system's clock show one time. The coarsest clock, of FAT, ticks in 2 seconds.
const tickMs = 2000;

/** Whether a file's times are old enough that any later change will show in them. `now` is in milliseconds since 1970. */
export function isSettled({ ctimeMs }: FileStat, now: number): boolean {
  return ctimeMs < now - tickMs;
}

/** A record's file as it lies in the folder, unread. */
export interface ScannedFile {
  file: string;
  stat: FileStat;
}

/** The records of a list as they lie in its folders. */
export interface Scan {
  files: ScannedFile[];
  /** What in `papers/` looks like a record but is not read. */
  diagnostics: Diagnostic[];
}

/** Finds the records of a list, in the order the folders give them. */
export function scanRecords(env: Env): Scan {
  const files: ScannedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const top = statFile(env, papersFolder);
  if (top !== undefined && "rule" in top) diagnostics.push(top);
  else if (top?.kind === "directory") scanFolder(papersFolder);
  else if (top !== undefined) diagnostics.push(notAFolder());
  return { files, diagnostics };

  function scanFolder(folder: string): void {
    for (const entry of listFolder(folder)) {
      if (entry.name.startsWith(".")) continue;
      const file = `${folder}/${entry.name}`;
      if (entry.kind === "directory") scanFolder(file);
      else if (entry.kind === "link") diagnostics.push(notAFile(file, "link"));
      else if (!/\.ya?ml$/i.test(entry.name)) continue;
      else if (entry.kind !== "file")
        diagnostics.push(notAFile(file, entry.kind));
      else if (!entry.name.endsWith(".yaml"))
        diagnostics.push(wrongExtension(file));
      else {
        const stat = statFile(env, file);
        if (stat !== undefined && "rule" in stat) diagnostics.push(stat);
        else if (stat !== undefined) files.push({ file, stat });
      }
    }
  }

  function listFolder(folder: string): Entry[] {
    try {
      return env.fs.list(folder);
    } catch (error) {
      diagnostics.push(systemFinding("read", folder, error));
      return [];
    }
  }
}

function notAFolder(): Diagnostic {
  return {
    rule: "not-a-folder",
    severity: "error",
    file: papersFolder,
    message: "This is no plain folder, and the records of a list lie in one",
    help: `make ${papersFolder}/ a folder of this list`,
  };
}

function wrongExtension(file: string): Diagnostic {
  return {
    rule: "wrong-extension",
    severity: "error",
    file,
    message: 'Only files that end in ".yaml" are read as records',
    help: `rename it to ${file.replace(/^.*\//, "").replace(/\.ya?ml$/i, ".yaml")}`,
  };
}
