import type { TableRow } from 'mdast';
import type { Diagnostic } from '../diagnostic.ts';
import { suggest } from '../model/closest.ts';
import type { PaperRecord, Taxonomy } from '../schema/types.ts';
import type { Column } from './columns/column.ts';
import * as columns from './columns/index.ts';

const columnByName = new Map<string, Column>(Object.values(columns).map((column) => [column.name, column]));
const usual = ['title', 'venue', 'year', 'code'];

/** The columns that a taxonomy asks for, in order, and what it asks for that is none. */
export function chooseColumns(taxonomy: Taxonomy): { columns: Column[]; diagnostics: Diagnostic[] } {
  const chosen: Column[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, name] of (taxonomy.columns ?? usual).entries()) {
    const column = columnByName.get(name);
    if (column !== undefined) chosen.push(column);
    else diagnostics.push(unknownColumn(name, index));
  }
  return { columns: chosen, diagnostics };
}

/** The row of a paper, which is the same in every section. */
export function makeRow(record: PaperRecord, chosen: readonly Column[]): TableRow {
  return {
    type: 'tableRow',
    children: chosen.map((column) => ({ type: 'tableCell', children: column.cell(record) })),
  };
}

function unknownColumn(name: string, index: number): Diagnostic {
  return {
    rule: 'unknown-column',
    severity: 'error',
    file: 'taxonomy.yaml',
    message: `Unknown column "${name}"`,
    help: suggest(name, columnByName.keys(), 'columns'),
    path: ['columns', index],
  };
}
