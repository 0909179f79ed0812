import type { ErrorObject } from "ajv";
import type { Diagnostic, Path } from "../diagnostic.ts";
import { validatePaper, validateTaxonomy } from "../schema/validators.js";
import { suggest } from "./closest.ts";
import { quote } from "./suggest-quotes.ts";
import { YamlPlaces } from "./yaml.ts";

const validators = { paper: validatePaper, taxonomy: validateTaxonomy };

/** What of a JSON schema a finding can be explained with. */
interface Shape {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Shape>;
}

/**
 * Validates a value against a schema. An empty answer means that it has the schema's type. `text` is what the value was
 * read from; it is only looked at for the places of what is wrong.
 */
export function validate(
  schema: keyof typeof validators,
  file: string,
  text: string,
  value: unknown,
): Diagnostic[] {
  const validator = validators[schema];
  if (validator(value)) return [];
  const errors = validator.errors ?? [];
  const places = new YamlPlaces(text);
  const diagnostics: Diagnostic[] = [];
  for (const error of errors) {
    const finding = explain(error, value, places);
    if (finding === undefined) continue;
    diagnostics.push({
      severity: "error",
      file,
      ...finding,
      at: places.placeOf(finding.path, finding.part),
    });
  }
  return diagnostics;
}

type Finding = Pick<Diagnostic, "rule" | "message" | "help" | "part"> & {
  path: Path;
};

/** A schema's error in a contributor's words; nothing where another error of the same value says it better. */
function explain(
  error: ErrorObject,
  root: unknown,
  places: YamlPlaces,
): Finding | undefined {
  const path = readPointer(error.instancePath, root);
  const shape = (error.parentSchema ?? {}) as Shape;
  const alternative = /\/anyOf\/\d+\//.test(error.schemaPath);
  switch (error.keyword) {
    case "anyOf":
      return explainAlternatives(error, path, shape);
    case "additionalProperties":
      return unknownField(
        path,
        String(error.params["additionalProperty"]),
        shape,
      );
    case "required":
      if (alternative && path.length === 0) return undefined;
      return missingField(path, String(error.params["missingProperty"]), shape);
    case "type":
      return alternative && shape.properties === undefined
        ? undefined
        : wrongType(error, path, shape, places);
    default:
      return badValue(error, path, shape);
  }
}

function explainAlternatives(
  error: ErrorObject,
  path: Path,
  shape: Shape,
): Finding | undefined {
  if (path.length > 0 || shape.properties === undefined) return undefined;
  if (typeof error.data !== "object") return undefined;
  const fields = ["url", "doi", "arxiv"];
  return {
    rule: "missing-field",
    message: `No link: one of ${fields.join(", ")} is needed`,
    help: `add a line such as ${fields.map((field) => example(field, shape.properties?.[field])).join("  or  ")}`,
    path,
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
  const property = shape.properties?.[field];
  return {
    rule: "missing-field",
    message: `The field "${field}" is missing`,
    help: `add a line such as ${example(field, property)}`,
    path,
  };
}

function wrongType(
  error: ErrorObject,
  path: Path,
  shape: Shape,
  places: YamlPlaces,
): Finding {
  const value: unknown = error.data;
  const expected = String(error.params["type"]);
  const field = fieldOf(path);
  const rule = "wrong-type";
  if (path.length === 0) {
    return {
      rule,
      message: `Here stands ${describe(value)}, and a file of a list holds "field: value" lines`,
      help: 'begin with the line title: "…", without a "-" before it',
      path,
    };
  }
  if (value === null || value === undefined) {
    return {
      rule,
      message: `The field "${field}" is empty`,
      help: `write ${example(field, shape)}, or delete the line`,
      path,
    };
  }
  const message = `Here stands ${describe(value)}, and a ${shape.title ?? field} is ${article(expected)}`;
  const source = places.sourceOf(path);
  const prefix = typeof path.at(-1) === "number" ? "- " : `${field}: `;
  if (expected === "string" && typeof value !== "object") {
    return { rule, message, help: `quote it: ${prefix}${quote(source)}`, path };
  }
  if (expected === "array" && typeof value !== "object") {
    const items = source.replace(/^["']|["']$/g, "").split(/\s*,\s*/);
    return {
      rule,
      message,
      help: `write it as a list: ${prefix}[${items.join(", ")}]`,
      path,
    };
  }
  if (
    (expected === "integer" || expected === "boolean") &&
    /^["'][\w.]+["']$/.test(source)
  ) {
    return {
      rule,
      message,
      help: `write it without quotes: ${prefix}${source.slice(1, -1)}`,
      path,
    };
  }
  return {
    rule,
    message,
    help: `write, for instance, ${example(field, shape)}`,
    path,
  };
}

function badValue(error: ErrorObject, path: Path, shape: Shape): Finding {
  const value: unknown = error.data;
  const field = fieldOf(path);
  if (error.keyword === "uniqueItems") {
    const index = Math.max(
      Number(error.params["i"]),
      Number(error.params["j"]),
    );
    return {
      rule: "repeated-value",
      message: `${JSON.stringify((value as unknown[])[index])} stands in the list twice`,
      help: "keep one of them",
      path: [...path, index],
    };
  }
  if (error.keyword === "enum") {
    return {
      rule: "bad-value",
      message: `${JSON.stringify(value)} is no ${shape.title ?? field}`,
      help: suggest(
        typeof value === "string" ? value : "",
        error.params["allowedValues"] as string[],
        "known values",
      ),
      path,
    };
  }
  const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
  return {
    rule: "bad-value",
    message: isEmpty
      ? `The field "${field}" is empty`
      : `${JSON.stringify(value)} is no ${shape.title ?? field}${limitOf(error)}`,
    help: `${shape.description ? `${shape.description} ` : ""}For instance: ${example(field, shape)}`,
    path,
  };
}

function limitOf(error: ErrorObject): string {
  const limit = String(error.params["limit"]);
  if (error.keyword === "minimum") return `: it is before ${limit}`;
  if (error.keyword === "maximum") return `: it is after ${limit}`;
  return "";
}

function example(field: string, shape: Shape | undefined): string {
  const value = shape?.examples?.[0];
  if (Array.isArray(value))
    return `${field}: [${value.map((item) => writeExample(item)).join(", ")}]`;
  return `${field}: ${writeExample(value)}`;
}

function writeExample(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return /^[A-Za-z][^:#]*$|^https?:\S+$/.test(value) && !value.includes(": ")
    ? value
    : quote(value);
}

function fieldOf(path: Path): string {
  return path.findLast((segment) => typeof segment === "string") ?? "";
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map of fields";
  if (typeof value === "string") return "a text";
  const kind = typeof value === "boolean" ? "yes-or-no value" : "number";
  return `the ${kind} ${JSON.stringify(value)}`;
}

function article(type: string): string {
  switch (type) {
    case "string":
      return "a text";
    case "array":
      return "a list";
    case "integer":
      return "a whole number";
    case "boolean":
      return "true or false";
    default:
      return "a map of fields";
  }
}

/** A JSON pointer as a path; indexes of lists become numbers. https://www.rfc-editor.org/rfc/rfc6901 */
function readPointer(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return path;
}
