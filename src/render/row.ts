import type { TableRow } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import { suggest } from "../model/closest.ts";
import type { PaperRecord, Taxonomy } from "../schema/types.ts";
import type { Column } from "./columns/column.ts";
import * as columns from "./columns/index.ts";

const columnByName = new Map<string, Column>(
  Object.values(columns).map((column) => [column.name, column]),
);
const usual = ["title", "venue", "year", "code"];

/** The names of the columns that a list's tables have, in order. */
export function columnNames(taxonomy: Taxonomy | undefined): string[] {
  return taxonomy?.columns ?? usual;
}

/** What a taxonomy asks for as a column and is none. */
export function judgeColumns(taxonomy: Taxonomy): Diagnostic[] {
  return columnNames(taxonomy).flatMap((name, index) =>
    columnByName.has(name) ? [] : unknownColumn(name, index),
  );
}

/** The columns of these names, passing over what is none. */
export function columnsNamed(names: readonly string[]): Column[] {
  return names.flatMap((name) => columnByName.get(name) ?? []);
}

/** The row of a paper, which is the same in every section. */
export function makeRow(
  record: PaperRecord,
  chosen: readonly Column[],
): TableRow {
  return {
    type: "tableRow",
    children: chosen.map((column) => ({
      type: "tableCell",
      children: column.cell(record),
    })),
  };
}

function unknownColumn(name: string, index: number): Diagnostic {
  return {
    rule: "unknown-column",
    severity: "error",
    file: "taxonomy.yaml",
    message: `Unknown column "${name}"`,
    help: suggest(name, columnByName.keys(), "columns"),
    path: ["columns", index],
  };
}
