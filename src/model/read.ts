import type { Diagnostic } from "../diagnostic.ts";
import type { PaperRecord, Taxonomy } from "../schema/types.ts";
import { decode } from "./decode.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

interface Shapes {
  paper: PaperRecord;
  taxonomy: Taxonomy;
}

/** A file of a list: its value where nothing is wrong with it, else all that is. */
export type Reading<T> =
  | { value: T; diagnostics: [] }
  | { value: undefined; diagnostics: Diagnostic[] };

/** Reads a record or a taxonomy from a file's bytes. */
export function readFile<S extends keyof Shapes>(
  schema: S,
  file: string,
  bytes: Uint8Array,
): Reading<Shapes[S]> {
  const { text, diagnostics } = decode(file, bytes);
  if (text === undefined) return { value: undefined, diagnostics };
  const yaml = readYaml(file, text);
  diagnostics.push(...yaml.diagnostics);
  if (yaml.diagnostics.length === 0)
    diagnostics.push(...validate(schema, file, text, yaml.value));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  return { value: yaml.value as Shapes[S], diagnostics: [] };
}
