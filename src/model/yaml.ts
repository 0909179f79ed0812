import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import {
  type Diagnostic,
  type Path,
  type Place,
  placeAt,
} from "../diagnostic.ts";
import { explainFaults } from "./explain-faults.ts";
import { findFaults, parseOptions } from "./yaml-faults.ts";

/** What a YAML text holds; `value` means nothing where there are diagnostics. */
export interface YamlReading {
  value: unknown;
  diagnostics: Diagnostic[];
}

/**
 * Reads one YAML document. The findings are what the text has wrong as YAML,
 * and what no file of a list needs and hostile ones use: anchors, aliases, tags,
 * directives, and nesting without end.
 */
export function readYaml(file: string, text: string): YamlReading {
  const { document, faults } = findFaults(text);
  if (document === undefined || faults.length > 0) {
    return { value: undefined, diagnostics: explainFaults(file, text) };
  }
  const value: unknown = document.toJS();
  const isEmpty = value === null || value === undefined;
  return { value, diagnostics: isEmpty ? [emptyFile(file)] : [] };
}

/** The finding about a file that holds nothing, or only comments. */
export function emptyFile(file: string): Diagnostic {
  return {
    rule: "empty-file",
    severity: "error",
    file,
    message: "The file is empty",
    help: "write its fields, or delete the file",
    at: { line: 1, column: 1, length: 1, text: "" },
  };
}

/** Looks up places in a YAML text that parses. */
export class YamlPlaces {
  readonly #text: string;
  readonly #document: Document.Parsed;

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, {
      ...parseOptions,
      uniqueKeys: false,
    });
  }

  /**
   * The place of the value at `path`, or of its field's name; of the innermost
   * value that is there where it is not.
   */
  placeOf(path: Path, part: "key" | "value" = "value"): Place {
    return placeAt(this.#text, ...this.#rangeOf(path, part));
  }

  /** The value at `path` as it is written. */
  sourceOf(path: Path): string {
    return this.#text.slice(...this.#rangeOf(path, "value"));
  }

  #rangeOf(path: Path, part: "key" | "value"): [number, number] {
    let node: unknown = this.#document.contents;
    let range = rangeOf(node) ?? [0, 0];
    for (const [index, segment] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(segment),
        );
        if (pair === undefined) break;
        const isKey = part === "key" && index === path.length - 1;
        node = isKey ? pair.key : pair.value;
        const found = rangeOf(node);
        // A field without a value has an empty range behind it.
        const isThere = found !== undefined && found[0] < found[1];
        range = (isThere ? found : rangeOf(pair.key)) ?? range;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return range;
  }
}

function rangeOf(node: unknown): [number, number] | undefined {
  const { range } = (node ?? {}) as { range?: [number, number, number] | null };
  return range ? [range[0], range[1]] : undefined;
}
