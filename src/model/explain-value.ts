import type { ErrorObject } from "ajv";
import type { Diagnostic, Path } from "../diagnostic.ts";
import { readArxivId } from "../references/arxiv.ts";
import { readDoi } from "../references/doi.ts";
import { suggest } from "./closest.ts";
import { printScalar, quote } from "./quote.ts";
import { exampleLine, type Shape } from "./shape.ts";
import type { YamlPlaces } from "./yaml.ts";

export type Finding = Pick<Diagnostic, "rule" | "message" | "help" | "part"> & {
  path: Path;
};

/** The value that a validator's error is about. */
export interface Subject {
  path: Path;
  value: unknown;
}

const kinds: Record<string, string> = {
  string: "a text",
  array: "a list",
  integer: "a whole number",
  boolean: "true or false",
  object: "a map of fields",
};

/** A value of another type than its field takes. */
export function explainWrongType(
  { type: expected = "" }: Record<string, string>,
  { path, value }: Subject,
  shape: Shape,
  places: YamlPlaces,
): Finding {
  const rule = "wrong-type";
  if (path.length === 0) {
    return {
      rule,
      message: `This is ${kindOf(value)}, where fields are needed`,
      help: 'write lines such as title: "…", without a "-" before them',
      path,
    };
  }
  if (value === null) return isEmpty(rule, path, shape);
  const message = `${nameOf(path)} takes ${kinds[expected] ?? expected}, and this is ${kindOf(value)}`;
  const help =
    proposeType(
      expected,
      value,
      places.sourceOf(path).trimEnd(),
      path,
      shape,
    ) ?? `write it like ${exampleAt(path, shape)}`;
  return { rule, message, help, path };
}

/** What a value of another type is probably meant to be. */
function proposeType(
  expected: string,
  value: unknown,
  source: string,
  path: Path,
  shape: Shape,
): string | undefined {
  const isPlain = typeof value !== "object";
  const line = (text: string) =>
    typeof path.at(-1) === "number" ? text : `${fieldOf(path)}: ${text}`;
  // "Song: Han" in a list is a map to YAML, and a name to its author.
  const isText = isPlain || (!Array.isArray(value) && /^\w.*: /.test(source));
  if (expected === "string" && isText && !source.includes("\n")) {
    const fits = new RegExp(shape.pattern ?? "", "u").test(source);
    return fits && shape.format === undefined
      ? `quote it: ${line(quote(source))}`
      : undefined;
  }
  const inner = source.replace(/^(["'])(.*)\1$/, "$2");
  if (expected === "array" && isPlain) {
    const items = inner.split(/\s*,\s*/).map(printScalar);
    return `write it as a list: ${line(`[${items.join(", ")}]`)}`;
  }
  const wanted = { integer: /^\d+$/, boolean: /^(true|false)$/ }[expected];
  return wanted?.test(inner) === true && inner !== source
    ? `write it without quotes: ${line(inner)}`
    : undefined;
}

function isEmpty(rule: string, path: Path, shape: Shape): Finding {
  const help = `write ${exampleAt(path, shape)}, or delete the line`;
  return { rule, message: `${nameOf(path)} is empty`, help, path };
}

/** A value that stands in a list twice. */
export function explainRepeatedValue(
  error: ErrorObject,
  { path, value }: Subject,
): Finding {
  const { i, j } = error.params as { i: number; j: number };
  const repeated = (value as unknown[])[i];
  return {
    rule: "repeated-value",
    message: `${JSON.stringify(repeated)} stands in the list twice`,
    help: "keep one of them",
    path: [...path, Math.max(i, j)],
  };
}

/** A value of the right type that its field does not take all the same. */
export function explainValue(
  error: ErrorObject,
  { path, value }: Subject,
  shape: Shape,
): Finding {
  const rule = "bad-value";
  const isBlank =
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0);
  if (isBlank) return isEmpty(rule, path, shape);
  if (error.keyword === "maxItems") {
    const message = `${nameOf(path)} has more than ${String(error.params["limit"])} entries`;
    return { rule, message, help: "keep those that matter most", path };
  }
  const message = `${JSON.stringify(value)} is no ${shape.title ?? fieldOf(path)}`;
  if (error.keyword === "enum") {
    const known = error.params["allowedValues"] as string[];
    const help = suggest(String(value), known, "known values");
    return { rule, message, help, path };
  }
  const meant = meantReference(fieldOf(path), value);
  const help =
    meant === undefined
      ? `${shape.description ?? ""} For instance: ${exampleAt(path, shape)}`.trim()
      : `write ${fieldOf(path)}: ${quote(meant)}`;
  return { rule, message: message + limitOf(error), help, path };
}

/** The id that an address, or an id with its version, was meant to be. */
function meantReference(field: string, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (field === "arxiv") return readArxivId(value);
  return field === "doi" ? readDoi(value) : undefined;
}

function limitOf({ keyword, params }: ErrorObject): string {
  const limit = String(params["limit"]);
  if (keyword === "minimum") return `: it is before ${limit}`;
  return keyword === "maximum" ? `: it is after ${limit}` : "";
}

function nameOf(path: Path): string {
  return typeof path.at(-1) === "number"
    ? `An entry of "${fieldOf(path)}"`
    : `The field "${fieldOf(path)}"`;
}

function fieldOf(path: Path): string {
  return path.findLast((segment) => typeof segment === "string") ?? "";
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return "true or false";
  if (typeof value !== "number") return kinds[typeof value] ?? "something else";
  return Number.isInteger(value) ? "a number" : "no whole number";
}

/** How a value is written: with its field, or as an entry of a list. */
function exampleAt(path: Path, shape: Shape): string {
  const line = exampleLine(fieldOf(path), shape);
  return typeof path.at(-1) === "number" ? line.replace(/^\w+: /, "") : line;
}
