import { knownFields, textFields } from "../schema/text-fields.ts";
import { quote } from "./quote.ts";

/** A way to mend a line that YAML misreads. */
export interface Repair {
  /** The whole line, mended. */
  line: string;
  rule: string;
  message: string;
  help: string;
  /** What of the line is wrong: column from 0, and length. */
  column: number;
  length: number;
}

/**
 * What may be meant by a line that YAML misreads: text that wants quotes, a
 * colon that wants a space, a field that wants to begin at the edge. Which of
 * them mends the file is for the caller to try.
 */
export function proposeRepairs(line: string): Repair[] {
  const { indent, dash, field, space, value } =
    /^(?<indent>\s*)(?<dash>- +)?(?:(?<field>[A-Za-z_]\w*):(?<space>[ \t]*))?(?<value>\S.*?)?\s*$/.exec(
      line,
    )?.groups ?? {};
  const head = (indent ?? "") + (dash ?? "");
  const repairs: Repair[] = [];
  if (field === undefined) {
    if (dash !== undefined && value !== undefined) {
      repairs.push(quoteText("entry", head, "- ", value));
    }
    return repairs;
  }
  if (value !== undefined && space === "" && knownFields.has(field)) {
    const text = textFields.has(field) ? quote(value) : value;
    repairs.push({
      line: `${head}${field}: ${text}`,
      rule: "missing-space",
      message: `There is no space after "${field}:"`,
      help: `write ${field}: ${text}`,
      column: head.length,
      length: field.length + 1,
    });
  }
  // What is plainly meant as a tag, or as an anchor, is no text.
  const isReference = /^(?:!!|&\S+ [[{])/.test(value ?? "");
  if (value !== undefined && textFields.has(field) && !isReference) {
    const before = `${head}${field}:${space ?? ""}`;
    repairs.push(quoteText(field, before, `${field}: `, value));
  }
  if (indent !== "" && dash === undefined) {
    repairs.push({
      line: line.trimStart(),
      rule: "indentation",
      message: `The field "${field}" does not begin where the others do`,
      help: "delete the spaces before it",
      column: 0,
      length: indent?.length ?? 1,
    });
  }
  return repairs;
}

function quoteText(
  name: string,
  before: string,
  shown: string,
  value: string,
): Repair {
  const culprit = /:(?=\s|$)/.exec(value) ?? /(?:^|(?<=\s))#/.exec(value);
  const isOpen = /^(["'])(?!.*\1)/.test(value);
  const message = isOpen
    ? `The quote that begins this ${name} is not closed`
    : culprit?.[0] === ":"
      ? `YAML reads the colon inside this ${name} as another field`
      : culprit?.[0] === "#"
        ? `YAML takes what follows "#" for a comment, not for part of this ${name}`
        : `YAML does not read this ${name} as text`;
  return {
    line: before + quote(value),
    rule: "unquoted-value",
    message,
    help: `quote it: ${shown}${quote(value)}`,
    column: before.length + (isOpen ? 0 : (culprit?.index ?? 0)),
    length: isOpen || culprit ? 1 : value.length,
  };
}
