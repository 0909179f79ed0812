import { count } from "../count.ts";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import type { Env } from "../env.ts";
import { countPapers } from "../model/statistics.ts";
import { renderReadme } from "../render/readme.ts";
import { columnNames, columnsNamed } from "../render/row.ts";
import {
  builtInTemplate,
  noProse,
  type Prose,
  readTemplate,
  templateFile,
} from "../render/template.ts";
import { recall, remember } from "./cache.ts";
import { loadList, locate } from "./load-list.ts";
import { readPlainFile } from "./plain-file.ts";
import type { Scan } from "./scan.ts";
import { systemFinding } from "./system-error.ts";

const readmeFile = "README.md";

/** A README as it is and as it should be. */
export interface BuiltReadme {
  diagnostics: Diagnostic[];
  /** What lies in the folder; nothing where there is none. */
  before?: string;
  /** What belongs there; nothing where there are errors. */
  after?: string;
  /** What the list holds, in words. */
  summary: string;
}

/** Builds the README of the list from the files in its folder. Writes nothing. */
export async function buildReadme(env: Env, scan: Scan): Promise<BuiltReadme> {
  const { list, rowOf, diagnostics } = loadList(env, scan);
  if (list === undefined) return { diagnostics, summary: "" };
  const template = await loadTemplate(env);
  const before = readPlainFile(env, readmeFile, Infinity);
  const found = [...diagnostics, ...template.diagnostics];
  if (before !== undefined && !(before instanceof Uint8Array))
    found.push(before);
  const columns = columnsNamed(columnNames(list.taxonomy));
  const { text, diagnostics: faults } = renderReadme(
    list,
    template.prose,
    columns,
    rowOf,
  );
  const all = locate(env, [...found, ...faults]);
  if (hasErrors(all)) return { diagnostics: all, summary: "" };
  const { papers, filings, sections } = countPapers(list);
  const summary = `${count(papers, "paper")}, ${count(filings, "row")} in ${count(sections, "section")}`;
  const old = before && lenient.decode(before as Uint8Array);
  const isCrlf = old?.includes("\r\n") ?? template.prose.lineEnd === "\r\n";
  return {
    diagnostics: all,
    ...(old === undefined ? {} : { before: old }),
    after: isCrlf ? text.replaceAll("\n", "\r\n") : text,
    summary,
  };
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Writes the README. The finding where that is not possible; the file is then as it was. */
export function writeReadme(env: Env, text: string): Diagnostic[] {
  try {
    env.fs.write(readmeFile, text);
    return [];
  } catch (error) {
    return [systemFinding("written", readmeFile, error)];
  }
}

/** The list's template, or the built-in one, formatted as the list's Prettier would: from the cache where nothing changed. */
async function loadTemplate(
  env: Env,
): Promise<{ prose: Prose; diagnostics: Diagnostic[] }> {
  const bytes = readPlainFile(env, templateFile);
  if (bytes !== undefined && !(bytes instanceof Uint8Array))
    return { prose: noProse, diagnostics: [bytes] };
  const template =
    bytes === undefined
      ? builtInTemplate
      : new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
  const { fingerprint } = env.formatter;
  const key = env.digest(JSON.stringify([template, fingerprint]));
  const kept =
    fingerprint === undefined
      ? undefined
      : (recall(env, "prose", key) as Prose | undefined);
  if (kept !== undefined) return { prose: kept, diagnostics: [] };
  let failure: unknown;
  const read = await readTemplate(template, async (markdown) => {
    try {
      return await env.formatter.format(markdown);
    } catch (error) {
      failure = error;
      return { markdown, lineEnd: "\n" };
    }
  });
  if (failure !== undefined) {
    return { prose: noProse, diagnostics: [wrongConfiguration(failure)] };
  }
  if (fingerprint !== undefined && read.diagnostics.length === 0) {
    remember(env, "prose", key, read.prose);
  }
  return read;
}

function wrongConfiguration(error: unknown): Diagnostic {
  return {
    rule: "prettier-configuration",
    severity: "error",
    file: templateFile,
    message: `Prettier cannot format the prose: ${(error as Error).message.split("\n", 1)[0] ?? ""}`,
    help: "mend the list's Prettier configuration",
  };
}
