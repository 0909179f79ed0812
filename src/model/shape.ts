import type { Path } from "../diagnostic.ts";
import { printScalar } from "./quote.ts";

/** What of a JSON Schema a value can be explained with. */
export interface Shape {
  /** What the value is called: "arXiv id". */
  title?: string;
  description?: string;
  examples?: unknown[];
  /** Other names that people give to a field. */
  synonyms?: string[];
  pattern?: string;
  format?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  type?: string;
  required?: string[];
  anyOf?: Shape[];
  $ref?: string;
  $defs?: Record<string, Shape>;
}

/** The part of a schema that speaks of the value at `path`. */
export function shapeAt(schema: Shape, path: Path): Shape {
  let shape = schema;
  for (const segment of path) {
    const { properties, items } = resolve(schema, shape);
    shape = (typeof segment === "number" ? items : properties?.[segment]) ?? {};
  }
  return resolve(schema, shape);
}

/** Follows a reference, and of alternatives takes the one with fields. */
function resolve(schema: Shape, shape: Shape): Shape {
  const named = shape.$ref?.replace("#/$defs/", "");
  const merged =
    named === undefined ? shape : { ...schema.$defs?.[named], ...shape };
  return { ...merged.anyOf?.find(({ properties }) => properties), ...merged };
}

/** A line of YAML that shows how a field is written. */
export function exampleLine(field: string, { examples }: Shape): string {
  const value = examples?.[0];
  const print = (item: unknown) =>
    typeof item === "string" ? printScalar(item) : JSON.stringify(item);
  return Array.isArray(value)
    ? `${field}: [${value.map(print).join(", ")}]`
    : `${field}: ${print(value)}`;
}
