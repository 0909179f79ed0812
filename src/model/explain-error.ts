import type { ErrorObject } from "ajv";
import type { Diagnostic, Path } from "../diagnostic.ts";
import { suggest } from "./closest.ts";
import { exampleLine, type Shape } from "./shape.ts";
import { quote } from "./suggest-quotes.ts";
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

/**
 * A validator's error in a contributor's words. Nothing where another error of
 * the same value says it better.
 */
export function explainError(
  error: ErrorObject,
  subject: Subject,
  shape: Shape,
  places: YamlPlaces,
): Finding | undefined {
  const { path } = subject;
  const params = error.params as Record<string, string>;
  const isAlternative = /\/anyOf\/\d+\//.test(error.schemaPath);
  switch (error.keyword) {
    case "anyOf":
      return path.length === 0 ? noLink(shape) : undefined;
    case "additionalProperties":
      return unknownField(path, params["additionalProperty"] ?? "", shape);
    case "required":
      if (isAlternative && path.length === 0) return undefined;
      return missingField(path, params["missingProperty"] ?? "", shape);
    case "type":
      if (isAlternative && params["type"] === "string") return undefined;
      return wrongType(params, subject, shape, places);
    case "uniqueItems":
      return repeatedValue(error, subject);
    default:
      return badValue(error, subject, shape);
  }
}

function noLink(shape: Shape): Finding {
  const lines = ["url", "doi", "arxiv"].map((field) => example(field, shape));
  return {
    rule: "missing-field",
    message: "No link: one of url, doi, arxiv is needed",
    help: `add a line such as ${lines.join("  or  ")}`,
    path: [],
  };
}

function unknownField(path: Path, field: string, shape: Shape): Finding {
  return {
    rule: "unknown-field",
    message: `Unknown field "${field}"`,
    help: suggest(field, Object.keys(shape.properties ?? {}), "fields"),
    path: [...path, field],
    part: "key",
  };
}

function missingField(path: Path, field: string, shape: Shape): Finding {
  return {
    rule: "missing-field",
    message: `The field "${field}" is missing`,
    help: `add a line such as ${example(field, shape)}`,
    path,
  };
}

function wrongType(
  { type: expected = "" }: Record<string, string>,
  { path, value }: Subject,
  shape: Shape,
  places: YamlPlaces,
): Finding {
  const rule = "wrong-type";
  if (path.length === 0) {
    return {
      rule,
      message: `This is ${kindOf(value)}, and a file of a list holds fields`,
      help: 'write lines such as title: "…", without a "-" before them',
      path,
    };
  }
  const name = nameOf(path);
  const line = (text: string) =>
    typeof path.at(-1) === "number" ? `- ${text}` : `${fieldOf(path)}: ${text}`;
  const shown = exampleLine(fieldOf(path), shape, write);
  if (value === null) {
    const help = `write ${shown}, or delete the line`;
    return { rule, message: `${name} is empty`, help, path };
  }
  const message = `${name} takes ${kinds[expected] ?? expected}, and this is ${kindOf(value)}`;
  const source = places.sourceOf(path);
  const isPlain = typeof value !== "object";
  if (expected === "string" && isPlain) {
    return { rule, message, help: `quote it: ${line(quote(source))}`, path };
  }
  if (expected === "array" && isPlain) {
    const items = source.replace(/^["']|["']$/g, "").split(/\s*,\s*/);
    const list = line(`[${items.join(", ")}]`);
    return { rule, message, help: `write it as a list: ${list}`, path };
  }
  const unquoted = /^["']([\w.]+)["']$/.exec(source)?.[1];
  if (
    (expected === "integer" && /^\d+$/.test(unquoted ?? "")) ||
    (expected === "boolean" && /^(true|false)$/.test(unquoted ?? ""))
  ) {
    const help = `write it without quotes: ${line(unquoted ?? "")}`;
    return { rule, message, help, path };
  }
  return { rule, message, help: `write it like ${shown}`, path };
}

function repeatedValue(error: ErrorObject, { path, value }: Subject): Finding {
  const { i, j } = error.params as { i: number; j: number };
  const repeated = (value as unknown[])[i];
  return {
    rule: "repeated-value",
    message: `${JSON.stringify(repeated)} stands in the list twice`,
    help: "keep one of them",
    path: [...path, Math.max(i, j)],
  };
}

function badValue(
  error: ErrorObject,
  { path, value }: Subject,
  shape: Shape,
): Finding {
  const rule = "bad-value";
  const isEmpty =
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0);
  const shown = exampleLine(fieldOf(path), shape, write);
  if (isEmpty) {
    const help = `write ${shown}, or delete the line`;
    return { rule, message: `${nameOf(path)} is empty`, help, path };
  }
  const message = `${JSON.stringify(value)} is no ${shape.title ?? fieldOf(path)}`;
  if (error.keyword === "enum") {
    const known = error.params["allowedValues"] as string[];
    const help = suggest(String(value), known, "known values");
    return { rule, message, help, path };
  }
  const limit = String(error.params["limit"]);
  const reason =
    error.keyword === "minimum"
      ? `: it is before ${limit}`
      : error.keyword === "maximum"
        ? `: it is after ${limit}`
        : "";
  const help = `${shape.description ?? ""} For instance: ${shown}`.trim();
  return { rule, message: message + reason, help, path };
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
  return kinds[typeof value] ?? "a number";
}

function example(field: string, { properties }: Shape): string {
  return exampleLine(field, properties?.[field] ?? {}, write);
}

/** A text as YAML, in quotes where it needs them. */
function write(text: string): string {
  return /^[A-Za-z][\w /.-]*$|^https?:\S+$/.test(text) ? text : quote(text);
}
