import type { Diagnostic } from '../diagnostic.ts';
import type { Env, FileStat } from '../env.ts';
import { largestFile, tooLarge } from '../model/decode.ts';
import type { Paper } from '../model/paper-list.ts';
import { paperId } from '../model/paper-id.ts';
import { readFile } from '../model/read.ts';
import type { PaperRecord, Taxonomy } from '../schema/types.ts';
import { printRows } from '../render/markdown.ts';
import { chooseColumns, makeRow } from '../render/row.ts';
import { recall, remember } from './cache.ts';
import type { ScannedFile } from './scan.ts';
import { systemFinding } from './system-error.ts';

/** What is kept of a record without findings: by what it is known again, what it says, and its row. */
interface KeptRecord {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
  /** Of the file's bytes. */
  digest: string;
  record: PaperRecord;
  row: string;
}

/** The records of a list that are right, each with its printed row, and the findings about the others. */
export interface Records {
  papers: Paper[];
  rowOf(paper: Paper): string;
  diagnostics: Diagnostic[];
}

// A file written twice within one tick of the file system's clock shows one time. The coarsest clock ticks in 2 seconds.
const tickMs = 2000;

/**
 * Reads the records that changed since they were last read, and takes the others from the cache. A file is known again by
 * size, times and inode, where its times are old enough to be trusted, else by its bytes: a fresh clone has new times.
 */
export function readRecords(env: Env, files: readonly ScannedFile[], taxonomy: Taxonomy): Records {
  const { columns } = chooseColumns(taxonomy);
  const key = JSON.stringify(columns.map(({ name }) => name));
  const kept = new Map((recall(env, 'records', key) ?? []) as [string, KeptRecord][]);
  const diagnostics: Diagnostic[] = [];
  const now = new Map<string, KeptRecord>();
  const unprinted: KeptRecord[] = [];
  const oldest = env.now() - tickMs;
  let changed = kept.size !== files.length;
  for (const { file, stat } of files) {
    const known = kept.get(file);
    if (known !== undefined && isSame(known, stat)) {
      now.set(file, known);
      continue;
    }
    changed = true;
    const found = readRecord(env, file, stat, known);
    if (Array.isArray(found)) {
      diagnostics.push(...found);
      continue;
    }
    // A time of 0 is no file's: what is too young to be trusted is compared by its bytes the next time.
    const ctimeMs = stat.ctimeMs < oldest ? stat.ctimeMs : 0;
    const entry = { ...found, size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs, ino: stat.ino };
    if (found !== known) unprinted.push(entry);
    now.set(file, entry);
  }
  const rows = printRows(unprinted.map(({ record }) => makeRow(record, columns)));
  for (const [index, entry] of unprinted.entries()) entry.row = rows[index] ?? '';
  if (changed) remember(env, 'records', key, [...now]);
  const papers = [...now].map(([file, { record }]) => ({ id: paperId(file), file, record }));
  return { papers, rowOf: ({ file }) => now.get(file)?.row ?? '', diagnostics };
}

function isSame(known: KeptRecord, stat: FileStat): boolean {
  return (
    known.ctimeMs === stat.ctimeMs &&
    known.mtimeMs === stat.mtimeMs &&
    known.size === stat.size &&
    known.ino === stat.ino
  );
}

function readRecord(
  env: Env,
  file: string,
  stat: FileStat,
  known: KeptRecord | undefined,
): Pick<KeptRecord, 'digest' | 'record' | 'row'> | Diagnostic[] {
  if (stat.size > largestFile) return [tooLarge(file, stat.size)];
  let bytes: Uint8Array;
  try {
    bytes = env.fs.read(file);
  } catch (error) {
    return [systemFinding('read', file, error)];
  }
  const digest = env.digest(bytes);
  if (known?.digest === digest) return known;
  const { value, diagnostics } = readFile('paper', file, bytes);
  return value === undefined ? diagnostics : { digest, record: value, row: '' };
}
