import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import type { Env } from '../env.ts';
import { lint } from '../lint/lint.ts';
import { makeList, type Paper, type PaperList } from '../model/paper-list.ts';
import { readFile } from '../model/read.ts';
import { YamlPlaces } from '../model/yaml.ts';
import { chooseColumns } from '../render/row.ts';
import { readPlainFile } from './plain-file.ts';
import { readRecords } from './records.ts';
import { scanRecords, taxonomyFile } from './scan.ts';

/** A list as its folder holds it. Where there are errors, it holds what could be read. */
export interface LoadedList {
  /** Missing where the taxonomy cannot be read: without it there is no list. */
  list?: PaperList;
  rowOf(paper: Paper): string;
  /** Everything that is wrong, in order, with places. */
  diagnostics: Diagnostic[];
}

/** Reads a whole list and judges it. */
export function loadList(env: Env): LoadedList {
  const bytes = readPlainFile(env, taxonomyFile);
  const scanned = scanRecords(env);
  const taxonomy =
    bytes === undefined
      ? { value: undefined, diagnostics: [noTaxonomy(env)] }
      : bytes instanceof Uint8Array
        ? readFile('taxonomy', taxonomyFile, bytes)
        : { value: undefined, diagnostics: [bytes] };
  if (bytes === undefined) return { rowOf: () => '', diagnostics: taxonomy.diagnostics };
  const records = readRecords(env, scanned.files, taxonomy.value ?? { title: '', sections: [] });
  const diagnostics = [...taxonomy.diagnostics, ...scanned.diagnostics, ...records.diagnostics];
  if (taxonomy.value === undefined) return { rowOf: records.rowOf, diagnostics: locate(env, diagnostics) };
  const list = makeList(taxonomy.value, records.papers);
  diagnostics.push(...chooseColumns(taxonomy.value).diagnostics, ...lint(list));
  return { list, rowOf: records.rowOf, diagnostics: locate(env, diagnostics) };
}

/** Looks up the places of findings that have only a path, and puts all in order. */
export function locate(env: Env, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const placesByFile = new Map<string, YamlPlaces>();
  return diagnostics
    .map((diagnostic) => {
      const { file, path, part, at } = diagnostic;
      if (at !== undefined || path === undefined) return diagnostic;
      const places = placesByFile.get(file) ?? new YamlPlaces(new TextDecoder().decode(env.fs.read(file)));
      placesByFile.set(file, places);
      return { ...diagnostic, at: places.placeOf(path, part) };
    })
    .sort(compareDiagnostics);
}

function noTaxonomy(env: Env): Diagnostic {
  return {
    rule: 'no-list',
    severity: 'error',
    file: taxonomyFile,
    message: `There is no taxonomy.yaml in ${env.cwd}, so this folder is no list`,
    help: 'go to the folder of the list, or name it: awesome-sdg --cwd path/to/list …',
  };
}
