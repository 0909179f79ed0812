import { parseDocument, stringify } from "yaml";
import type { Diagnostic, Place } from "../diagnostic.ts";

const fieldLine =
  /^(?<indent>\s*(?:- )?)(?<field>[A-Za-z_]\w*):[ \t]+(?<value>\S.*?)\s*$/;

/**
 * The commonest slip: a value such as `Self-Instruct: Aligning …` that YAML misreads for want of quotes. Where quoting the
 * value of the line at `at` makes the line right, the finding that says so and shows the line; else nothing.
 */
export function suggestQuotes(
  file: string,
  text: string,
  at: Place,
): Diagnostic | undefined {
  const { indent = "", field, value } = fieldLine.exec(at.text)?.groups ?? {};
  if (field === undefined || value === undefined) return undefined;
  const line = `${field}: ${quote(value)}`;
  const quoted = replaceLine(text, at.line, indent + line);
  if (faultsAt(quoted, at.line) || !faultsAt(text, at.line)) return undefined;
  const colon = /:(?=\s|$)/.exec(value);
  const start = at.text.indexOf(value, indent.length + field.length + 1);
  return {
    rule: "unquoted-value",
    severity: "error",
    file,
    message: colon
      ? `YAML reads the colon inside this ${field} as another field`
      : `YAML does not read this ${field} as text`,
    help: `quote it: ${line}`,
    at: {
      ...at,
      column: start + 1 + (colon?.index ?? 0),
      length: colon ? 1 : value.length,
    },
  };
}

/** A value as one double-quoted YAML scalar. One that has its quotes, but with others inside, is quoted anew. */
export function quote(value: string): string {
  const inner =
    /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value;
  return stringify(inner, {
    defaultStringType: "QUOTE_DOUBLE",
    lineWidth: 0,
  }).trimEnd();
}

function replaceLine(text: string, number: number, line: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  lines[number - 1] = line;
  return lines.join("\n");
}

function faultsAt(text: string, number: number): boolean {
  return parseDocument(text, {
    prettyErrors: false,
    logLevel: "silent",
  }).errors.some(
    ({ pos }) => text.slice(0, pos[0]).split(/\r\n|\n|\r/).length === number,
  );
}
