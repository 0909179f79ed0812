import { type Diagnostic, moreFindings, mostFindings } from "../diagnostic.ts";
import { paperSchema, taxonomySchema } from "../schema/schemas.ts";
import { validatePaper, validateTaxonomy } from "../schema/validators.js";
import { explainError } from "./explain-error.ts";
import type { Subject } from "./explain-value.ts";
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
  const errors = validator.errors ?? [];
  for (const error of errors.slice(0, mostFindings)) {
    const subject = follow(error.instancePath, value);
    const shape = shapeAt(schema, subject.path);
    const finding = explainError(error, subject, shape, places);
    if (finding === undefined) continue;
    const at = places.placeOf(finding.path, finding.part);
    diagnostics.push({ severity: "error", file, ...finding, at });
  }
  if (errors.length > mostFindings) {
    diagnostics.push(moreFindings(file, text, errors.length - mostFindings));
  }
  return diagnostics.filter(
    (diagnostic, index) =>
      !isMisspelling(diagnostic, diagnostics) &&
      !diagnostics.slice(0, index).some((other) => isSame(other, diagnostic)),
  );
}

/** Whether a field is missing only because its name is misspelt. */
function isMisspelling(
  { rule, message }: Diagnostic,
  others: readonly Diagnostic[],
): boolean {
  if (rule !== "missing-field") return false;
  const fields =
    message.match(/\w+(?=" is missing)|\b(?:url|doi|arxiv)\b/g) ?? [];
  return fields.some((field) =>
    others.some(({ help }) => help === `did you mean ${field}?`),
  );
}

/** Whether two errors of the schema come to one: an address has two reasons. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.at?.line === b.at?.line &&
    a.at?.column === b.at?.column
  );
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
