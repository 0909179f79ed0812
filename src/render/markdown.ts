import type {
  Link,
  Node,
  Nodes,
  Parents,
  Root,
  Table,
  TableCell,
  TableRow,
} from "mdast";
import { gfmAutolinkLiteralToMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import {
  defaultHandlers,
  type Info,
  type Options,
  type State,
  toMarkdown,
} from "mdast-util-to-markdown";

/** A table whose rows are printed already, a line each. */
interface PrintedTable extends Node {
  type: "printedTable";
  head: string[];
  rows: string[];
}

declare module "mdast" {
  interface RootContentMap {
    printedTable: PrintedTable;
  }
}

declare module "mdast-util-to-markdown" {
  interface ConstructNameMap {
    tableCell: "tableCell";
  }
}

// Letters, digits, and punctuation that means nothing in Markdown wherever it stands inside a line of a cell.
const plain =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{Pd}\p{Pi}\p{Pf} ,;"'?/()%]|\.(?=\s|$)|:(?= ))*$/u;

const plainAddress = /^https?:\/\/[\w./?=:%#~+-]+$/;

const handlers = {
  printedTable: (node: PrintedTable) =>
    [row(node.head), row(node.head.map(() => "---")), ...node.rows].join("\n"),
  table: (node: Table, _: Parents | undefined, state: State, info: Info) => {
    const rows = node.children.map((child) => printRow(child, state, info));
    return [
      rows[0],
      row(node.children[0]?.children.map(() => "---") ?? []),
      ...rows.slice(1),
    ].join("\n");
  },
  tableRow: (
    node: TableRow,
    _: Parents | undefined,
    state: State,
    info: Info,
  ) => printRow(node, state, info),
  link: printLink,
  text: (
    node: Extract<Nodes, { type: "text" }>,
    parent: Parents | undefined,
    state: State,
    info: Info,
  ) =>
    state.stack.includes("tableCell") && plain.test(node.value)
      ? node.value
      : defaultHandlers.text(node, parent, state, info),
};
const options: Options = {
  bullet: "-",
  emphasis: "_",
  rule: "-",
  listItemIndent: "one",
  extensions: [
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmAutolinkLiteralToMarkdown(),
    { handlers: handlers },
  ],
};

/** Prints mdast as Markdown that Prettier leaves as it is. Tables are compact: one space around a cell, no padding. */
export function print(tree: Root): string {
  return toMarkdown(tree, options);
}

/** Prints rows of tables, a line each. */
export function printRows(rows: TableRow[]): string[] {
  if (rows.length === 0) return [];
  return print({ type: "root", children: [{ type: "table", children: rows }] })
    .trimEnd()
    .split("\n")
    .toSpliced(1, 1);
}

function printLink(
  node: Link,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  if (!state.stack.includes("tableCell") || !plainAddress.test(node.url)) {
    return defaultHandlers.link(node, parent, state, info);
  }
  const exits = [state.enter("link"), state.enter("label")];
  const label = state.containerPhrasing(node, {
    ...info,
    before: "[",
    after: "](",
  });
  for (const exit of exits.toReversed()) exit();
  return `[${label}](${node.url})`;
}

function printRow(node: TableRow, state: State, info: Info): string {
  return row(node.children.map((cell) => printCell(cell, state, info)));
}

function printCell(node: TableCell, state: State, info: Info): string {
  const exit = state.enter("tableCell");
  const subexit = state.enter("phrasing");
  const value = state.containerPhrasing(node, {
    ...info,
    before: " ",
    after: " ",
  });
  subexit();
  exit();
  return value;
}

function row(cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}
