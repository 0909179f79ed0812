/** Where in a file a finding is. Line and column count from 1, column and length in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
  length: number;
  /** The whole line, without its end. */
  text: string;
}

/** The way from the top of a YAML document to a value: field names and indexes of lists. */
export type Path = readonly (string | number)[];

/** A finding: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  rule: string;
  severity: "error" | "warning";
  /** From the list's folder, with slashes. */
  file: string;
  message: string;
  help?: string;
  /** Which value of the document it is about, until its place is looked up. */
  path?: Path;
  /** Whether the finding is about the name of the field at `path`, or about its value. */
  part?: "key" | "value";
  at?: Place;
}

/** The order findings are shown in: by file, then by place, then by rule; never by the order they were made in. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
    (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares by UTF-16 code units, so that no locale has a say. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** The place of a stretch of text, cut off at the end of its line. Offsets count UTF-16 units. */
export function placeAt(text: string, start: number, end: number): Place {
  const before = text.slice(0, start);
  const lineStart =
    Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const lineEnd = start + text.slice(start).search(/[\r\n]|$/);
  return {
    line: before.split(/\r\n|\n|\r/).length,
    column: start - lineStart + 1,
    length: Math.max(1, Math.min(end, lineEnd) - start),
    text: text.slice(lineStart, lineEnd),
  };
}

/** How many findings about one file are shown; more help nobody. */
export const mostFindings = 100;

/** Says, at the end of a file's text, that findings are not shown, and how many. */
export function moreFindings(
  file: string,
  text: string,
  number?: number,
): Diagnostic {
  return {
    rule: "more-findings",
    severity: "error",
    file,
    message: `There are ${number === undefined ? "" : `${number} `}more findings about this file`,
    help: "mend those that are shown, and run it again",
    at: placeAt(text, text.length, text.length),
  };
}
