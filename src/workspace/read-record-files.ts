import type { Diagnostic } from "../diagnostic.ts";
import type { Env } from "../env.ts";
import { largestFile, tooLarge } from "../model/decode.ts";
import { readFile } from "../model/read.ts";
import { type Identities, identitiesOf } from "../references/identity.ts";
import { printRows } from "../render/markdown.ts";
import { columnsNamed, makeRow } from "../render/row.ts";
import type { PaperRecord } from "../schema/types.ts";
import { systemFinding } from "./system-error.ts";

/** Which records to read, and by what columns to print their rows. */
export interface ReadingTask {
  files: { file: string; size: number; knownDigest: string | undefined }[];
  columns: string[];
}

/** A record as its file says it. */
export interface ReadRecord {
  /** Of the file's bytes. */
  digest: string;
  record: PaperRecord;
  identities: Identities;
  /** Its row in every table, printed. */
  row: string;
}

/** What became of a file: its record, or what is wrong with it and what is right, or that it has the known digest. */
export type RecordReading = ReadRecord | FaultyRecord | "known";

interface FaultyRecord {
  diagnostics: Diagnostic[];
  draft: Partial<PaperRecord>;
}

// Rows are printed many at a time, but not all: the trees of rows are large.
const batch = 1000;

/** Reads records, in the order of the task. */
export function readRecordFiles(
  env: Env,
  { files, columns }: ReadingTask,
): RecordReading[] {
  const chosen = columnsNamed(columns);
  const readings: RecordReading[] = [];
  for (let start = 0; start < files.length; start += batch) {
    const some = files
      .slice(start, start + batch)
      .map(({ file, size, knownDigest }) =>
        readRecordFile(env, file, size, knownDigest),
      );
    const read = some.filter(
      (reading) => typeof reading === "object" && "record" in reading,
    );
    const rows = printRows(read.map(({ record }) => makeRow(record, chosen)));
    for (const [index, reading] of read.entries()) {
      reading.row = rows[index] ?? "";
    }
    readings.push(...some);
  }
  return readings;
}

function readRecordFile(
  env: Env,
  file: string,
  size: number,
  knownDigest: string | undefined,
): RecordReading {
  if (size > largestFile)
    return { diagnostics: [tooLarge(file, size)], draft: {} };
  let bytes: Uint8Array;
  try {
    bytes = env.fs.read(file);
  } catch (error) {
    return { diagnostics: [systemFinding("read", file, error)], draft: {} };
  }
  const digest = env.digest(bytes);
  if (digest === knownDigest) return "known";
  const { value, diagnostics, draft } = readFile("paper", file, bytes);
  if (value === undefined) return { diagnostics, draft };
  return { digest, record: value, identities: identitiesOf(value), row: "" };
}
