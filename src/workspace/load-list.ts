import {
  compareDiagnostics,
  type Diagnostic,
  moreFindings,
  mostFindings,
} from "../diagnostic.ts";
import type { Env, FileStat } from "../env.ts";
import { lint } from "../lint/lint.ts";
import { makeList, type Paper, type PaperList } from "../model/paper-list.ts";
import { readFile, type Reading } from "../model/read.ts";
import { YamlPlaces } from "../model/yaml.ts";
import { columnNames, judgeColumns } from "../render/row.ts";
import type { Taxonomy } from "../schema/types.ts";
import { recall, remember } from "./cache.ts";
import { readPlainFile, statFile } from "./plain-file.ts";
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
export function loadList(env: Env, scan: Scan): LoadedList {
  const bytes = readPlainFile(env, taxonomyFile);
  const folder = statFile(env, ".");
  if (bytes === undefined || !isFolder(folder)) {
    return { rowOf: () => "", diagnostics: [noList(env, folder)] };
  }
  const read =
    bytes instanceof Uint8Array
      ? readTaxonomy(env, bytes)
      : { diagnostics: [bytes], draft: {} };
  const taxonomy = read.value ?? complete(read.draft);
  const columns = columnNames(taxonomy);
  const records = readRecords(env, scan.files, columns);
  const { papers, drafts, rowOf } = records;
  const diagnostics = [
    ...read.diagnostics,
    ...scan.diagnostics,
    ...records.diagnostics,
  ];
  if (taxonomy === undefined) {
    return { rowOf, diagnostics: locate(env, diagnostics) };
  }
  const list = makeList(taxonomy, papers, drafts);
  diagnostics.push(...judgeColumns(taxonomy), ...lint(list));
  return { list, rowOf, diagnostics: locate(env, diagnostics) };
}

/** A taxonomy with findings, if at least its sections are right. */
function complete(draft: Partial<Taxonomy>): Taxonomy | undefined {
  const { title = "", sections, ...rest } = draft;
  return sections && { ...rest, title, sections };
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
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const found = byFile.get(diagnostic.file);
    if (found === undefined) byFile.set(diagnostic.file, [diagnostic]);
    else found.push(diagnostic);
  }
  return [...byFile]
    .flatMap(([file, found]) => locateInFile(env, file, found))
    .sort(compareDiagnostics);
}

function locateInFile(
  env: Env,
  file: string,
  found: Diagnostic[],
): Diagnostic[] {
  const isUnlocated = ({ at, path }: Diagnostic) =>
    at === undefined && path !== undefined;
  const unlocated = found.filter(isUnlocated);
  if (unlocated.length === 0) return found;
  const text = new TextDecoder().decode(env.fs.read(file));
  const places = new YamlPlaces(text);
  const located = unlocated
    .slice(0, mostFindings)
    .map((diagnostic): Diagnostic => {
      const { path = [], part } = diagnostic;
      return { ...diagnostic, at: places.placeOf(path, part) };
    });
  const rest = unlocated.length - located.length;
  if (rest > 0) located.push(moreFindings(file, text, rest));
  return [
    ...found.filter((diagnostic) => !isUnlocated(diagnostic)),
    ...located,
  ];
}

function noList(
  env: Env,
  folder: FileStat | Diagnostic | undefined,
): Diagnostic {
  if (folder !== undefined && "rule" in folder) return folder;
  return {
    rule: "no-list",
    severity: "error",
    file: taxonomyFile,
    message: isFolder(folder)
      ? `There is no taxonomy.yaml in ${env.cwd}, so this folder is no list`
      : `There is no folder ${env.cwd}`,
    help: "go to the folder of the list, or name it: awesome-sdg --cwd path/to/list …",
  };
}

function isFolder(stat: FileStat | Diagnostic | undefined): boolean {
  return stat !== undefined && "kind" in stat && stat.kind === "directory";
}
