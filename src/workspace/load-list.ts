import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import type { Env } from "../env.ts";
import { lint } from "../lint/lint.ts";
import { makeList, type Paper, type PaperList } from "../model/paper-list.ts";
import { readFile, type Reading } from "../model/read.ts";
import { YamlPlaces } from "../model/yaml.ts";
import { columnNames, judgeColumns } from "../render/row.ts";
import type { Taxonomy } from "../schema/types.ts";
import { recall, remember } from "./cache.ts";
import { readPlainFile } from "./plain-file.ts";
import { readRecords } from "./records.ts";
import { type Scan, taxonomyFile } from "./scan.ts";

/** A list as its folder holds it. Where there are errors, it holds what could be read. */
export interface LoadedList {
  /** Missing where the taxonomy cannot be read: without it there is no list. */
  list?: PaperList;
  rowOf: (paper: Paper) => string;
  /** Everything that is wrong, in order, with places. */
  diagnostics: Diagnostic[];
}

/** Reads a whole list and judges it. */
export async function loadList(env: Env, scan: Scan): Promise<LoadedList> {
  const bytes = readPlainFile(env, taxonomyFile);
  const taxonomy =
    bytes === undefined
      ? { value: undefined, diagnostics: [noTaxonomy(env)] }
      : bytes instanceof Uint8Array
        ? readTaxonomy(env, bytes)
        : { value: undefined, diagnostics: [bytes] };
  if (bytes === undefined)
    return { rowOf: () => "", diagnostics: taxonomy.diagnostics };
  const records = await readRecords(
    env,
    scan.files,
    columnNames(taxonomy.value),
  );
  const diagnostics = [
    ...taxonomy.diagnostics,
    ...scan.diagnostics,
    ...records.diagnostics,
  ];
  if (taxonomy.value === undefined)
    return { rowOf: records.rowOf, diagnostics: locate(env, diagnostics) };
  const list = makeList(taxonomy.value, records.papers);
  diagnostics.push(...judgeColumns(taxonomy.value), ...lint(list));
  return { list, rowOf: records.rowOf, diagnostics: locate(env, diagnostics) };
}

/** Reads a taxonomy, or recalls it: an unchanged one is not parsed again. */
function readTaxonomy(env: Env, bytes: Uint8Array): Reading<Taxonomy> {
  const digest = env.digest(bytes);
  const kept = recall(env, "taxonomy", digest) as Taxonomy | undefined;
  if (kept !== undefined) return { value: kept, diagnostics: [] };
  const read = readFile("taxonomy", taxonomyFile, bytes);
  if (read.value !== undefined) remember(env, "taxonomy", digest, read.value);
  return read;
}

/** Looks up the places of findings that have only a path, and puts all in order. */
export function locate(
  env: Env,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const placesByFile = new Map<string, YamlPlaces>();
  return diagnostics
    .map((diagnostic) => {
      const { file, path, part, at } = diagnostic;
      if (at !== undefined || path === undefined) return diagnostic;
      const places =
        placesByFile.get(file) ??
        new YamlPlaces(new TextDecoder().decode(env.fs.read(file)));
      placesByFile.set(file, places);
      return { ...diagnostic, at: places.placeOf(path, part) };
    })
    .sort(compareDiagnostics);
}

function noTaxonomy(env: Env): Diagnostic {
  return {
    rule: "no-list",
    severity: "error",
    file: taxonomyFile,
    message: `There is no taxonomy.yaml in ${env.cwd}, so this folder is no list`,
    help: "go to the folder of the list, or name it: awesome-sdg --cwd path/to/list …",
  };
}
