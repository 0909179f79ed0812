import type { Diagnostic } from "../diagnostic.ts";
import { paperSchema, taxonomySchema } from "../schema/schemas.ts";
import { validatePaper, validateTaxonomy } from "../schema/validators.js";
import { explainError, type Subject } from "./explain-error.ts";
import { shapeAt } from "./shape.ts";
import { YamlPlaces } from "./yaml.ts";

const schemas = {
  paper: { validator: validatePaper, schema: paperSchema },
  taxonomy: { validator: validateTaxonomy, schema: taxonomySchema },
};

/**
 * Validates a value against a schema. An empty answer means that it has the
 * schema's type. `text` is what the value was read from; it is only looked at
 * for the places of what is wrong.
 */
export function validate(
  kind: keyof typeof schemas,
  file: string,
  text: string,
  value: unknown,
): Diagnostic[] {
  const { validator, schema } = schemas[kind];
  if (validator(value)) return [];
  const places = new YamlPlaces(text);
  const diagnostics: Diagnostic[] = [];
  for (const error of validator.errors ?? []) {
    const subject = follow(error.instancePath, value);
    const shape = shapeAt(schema, subject.path);
    const finding = explainError(error, subject, shape, places);
    if (finding === undefined) continue;
    const at = places.placeOf(finding.path, finding.part);
    diagnostics.push({ severity: "error", file, ...finding, at });
  }
  return diagnostics;
}

/** What a JSON pointer leads to: https://www.rfc-editor.org/rfc/rfc6901 */
function follow(pointer: string, root: unknown): Subject {
  const path: (string | number)[] = [];
  let value = root;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return { path, value };
}
