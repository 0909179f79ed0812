import type { Diagnostic } from "../diagnostic.ts";
import type { PaperRecord, Taxonomy } from "../schema/types.ts";
import { decode } from "./decode.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

interface Shapes {
  paper: PaperRecord;
  taxonomy: Taxonomy;
}

/**
 * A file of a list: its value where nothing is wrong with it; else all that is,
 * and of the fields those that are right, so that more can be said of them.
 */
export type Reading<T> =
  | { value: T; diagnostics: []; draft?: never }
  | { value?: never; diagnostics: Diagnostic[]; draft: Partial<T> };

/** Reads a record or a taxonomy from a file's bytes. */
export function readFile<S extends keyof Shapes>(
  schema: S,
  file: string,
  bytes: Uint8Array,
): Reading<Shapes[S]> {
  const { text, diagnostics } = decode(file, bytes);
  if (text === undefined) return { diagnostics, draft: {} };
  const yaml = readYaml(file, text);
  diagnostics.push(...yaml.diagnostics);
  if (yaml.diagnostics.length > 0) return { diagnostics, draft: {} };
  const faults = validate(schema, file, text, yaml.value);
  diagnostics.push(...faults);
  return diagnostics.length === 0
    ? { value: yaml.value as Shapes[S], diagnostics: [] }
    : { diagnostics, draft: withoutFaults(yaml.value, faults) };
}

function withoutFaults<T>(value: unknown, faults: Diagnostic[]): Partial<T> {
  const faulty = new Set(faults.map(({ path }) => path?.[0]));
  const isMap = typeof value === "object" && !Array.isArray(value);
  const fields = Object.entries(isMap ? (value ?? {}) : {});
  return Object.fromEntries(
    fields.filter(([field]) => !faulty.has(field)),
  ) as Partial<T>;
}
