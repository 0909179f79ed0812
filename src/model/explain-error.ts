import type { ErrorObject } from "ajv";
import { suggest } from "./closest.ts";
import {
  explainRepeatedValue,
  explainValue,
  explainWrongType,
  type Finding,
  type Subject,
} from "./explain-value.ts";
import { exampleLine, type Shape } from "./shape.ts";
import type { YamlPlaces } from "./yaml.ts";

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
      return explainWrongType(params, subject, shape, places);
    case "uniqueItems":
      return explainRepeatedValue(error, subject);
    default:
      return explainValue(error, subject, shape);
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

function unknownField(
  path: Finding["path"],
  field: string,
  shape: Shape,
): Finding {
  const properties = Object.entries(shape.properties ?? {});
  const meant = properties.find(([, { synonyms }]) =>
    synonyms?.includes(field.toLowerCase()),
  )?.[0];
  const known = properties.map(([name]) => name);
  return {
    rule: "unknown-field",
    message: `Unknown field "${field}"`,
    help:
      meant === undefined
        ? suggest(field, known, "fields")
        : `did you mean ${meant}?`,
    path: [...path, field],
    part: "key",
  };
}

function missingField(
  path: Finding["path"],
  field: string,
  shape: Shape,
): Finding {
  return {
    rule: "missing-field",
    message: `The field "${field}" is missing`,
    help: `add a line such as ${example(field, shape)}`,
    path,
  };
}

function example(field: string, { properties }: Shape): string {
  return exampleLine(field, properties?.[field] ?? {});
}
