import type { Diagnostic } from "../diagnostic.ts";
import type { Env, FileStat } from "../env.ts";
import { paperId } from "../model/paper-id.ts";
import { makeDraft, type Paper } from "../model/paper-list.ts";
import { recall, remember } from "./cache.ts";
import { readRecordFiles, type ReadRecord } from "./read-record-files.ts";
import { isSettled, type ScannedFile } from "./scan.ts";

/** What is kept of a record without findings: what its file says, and by what the file is known again. */
interface KeptRecord extends ReadRecord {
  stat: [size: number, mtimeMs: number, ctimeMs: number, ino: number];
}

/** The records of a list that are right, each with its printed row, and the findings about the others. */
export interface Records {
  papers: Paper[];
  /** What is right of the others. */
  drafts: Paper[];
  rowOf: (paper: Paper) => string;
  diagnostics: Diagnostic[];
}

// The cache is written anew when more than this share of it is out of date: to read a few records again costs less.
const staleShare = 1 / 32;

/**
 * Reads the records that changed since they were last read, and takes the others from the cache. A file is known again by
 * size, times and inode, where its times are old enough to be trusted, else by its bytes: a fresh clone has new times.
 */
export function readRecords(
  env: Env,
  files: readonly ScannedFile[],
  columns: string[],
): Records {
  const key = JSON.stringify(columns);
  const beforeReading = env.now();
  const kept = new Map(
    (recall(env, "records", key) ?? []) as [string, KeptRecord][],
  );
  const unread = files.filter(
    ({ file, stat }) => !isSame(kept.get(file)?.stat, stat),
  );
  const readings = readRecordFiles(env, {
    files: unread.map(({ file, stat: { size } }) => ({
      file,
      size,
      knownDigest: kept.get(file)?.digest,
    })),
    columns,
  });
  const readingOf = new Map(
    unread.map(({ file }, index) => [file, readings[index]]),
  );
  const diagnostics: Diagnostic[] = [];
  const drafts: Paper[] = [];
  const current = new Map<string, KeptRecord>();
  for (const { file, stat } of files) {
    const reading = readingOf.get(file);
    if (typeof reading === "object" && "draft" in reading) {
      diagnostics.push(...reading.diagnostics);
      drafts.push(makeDraft(file, reading.draft));
      continue;
    }
    const known = kept.get(file);
    if (reading === undefined && known !== undefined) current.set(file, known);
    else {
      const record = reading === "known" ? known : reading;
      // No file's times are negative: what is too young to be trusted is compared by its bytes the next time.
      const ctimeMs = isSettled(stat, beforeReading) ? stat.ctimeMs : -1;
      if (record !== undefined)
        current.set(file, {
          ...record,
          stat: [stat.size, stat.mtimeMs, ctimeMs, stat.ino],
        });
    }
  }
  if (unread.length > kept.size * staleShare)
    remember(env, "records", key, [...current]);
  const papers = [...current].map(([file, { record, identities }]) => ({
    id: paperId(file),
    file,
    record,
    identities,
  }));
  return {
    papers,
    drafts,
    rowOf: ({ file }) => current.get(file)?.row ?? "",
    diagnostics,
  };
}

function isSame(
  known: KeptRecord["stat"] | undefined,
  { size, mtimeMs, ctimeMs, ino }: FileStat,
): boolean {
  return (
    known?.[0] === size &&
    known[1] === mtimeMs &&
    known[2] === ctimeMs &&
    known[3] === ino
  );
}
