import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import {
  type Diagnostic,
  type Path,
  type Place,
  placeAt,
} from "../diagnostic.ts";
import { suggestQuotes } from "./suggest-quotes.ts";

const options = { prettyErrors: false, logLevel: "silent" } as const;

// A text that is no YAML at all has a problem at every turn; explaining each reads the text again.
const mostProblems = 20;

/** What a YAML text holds; `value` means nothing where there are diagnostics. */
export interface YamlReading {
  value: unknown;
  diagnostics: Diagnostic[];
}

/**
 * Reads one YAML document. The findings are what the text has wrong as YAML, and what no file of a list needs and
 * hostile ones use: aliases, tags, and nesting without end.
 */
export function readYaml(file: string, text: string): YamlReading {
  let document: Document.Parsed;
  let value: unknown;
  try {
    document = parseDocument(text, options);
    const problems = [...document.errors, ...document.warnings];
    if (problems.length > 0)
      return { value: undefined, diagnostics: explain(file, text, problems) };
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    return {
      value: undefined,
      diagnostics: [explainThrown(file, text, error)],
    };
  }
  if (document.contents === null)
    return { value, diagnostics: [emptyFile(file)] };
  return { value, diagnostics: [] };
}

/** The finding about a file that holds nothing, or only comments. */
export function emptyFile(file: string): Diagnostic {
  return {
    rule: "empty-file",
    severity: "error",
    file,
    message: "The file is empty",
    help: "write the record into it, or delete the file",
    at: { line: 1, column: 1, length: 1, text: "" },
  };
}

/** Looks up places in a YAML text that parses. */
export class YamlPlaces {
  readonly #text: string;
  readonly #document: Document.Parsed;

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, options);
  }

  /** The place of the value at `path`, or of its field's name; of the innermost value that is there where it is not. */
  placeOf(path: Path, part: "key" | "value" = "value"): Place {
    const [start, end] = this.#rangeOf(path, part);
    return placeAt(this.#text, start, end);
  }

  /** The value at `path` as it is written. */
  sourceOf(path: Path): string {
    const [start, end] = this.#rangeOf(path, "value");
    return this.#text.slice(start, end);
  }

  #rangeOf(path: Path, part: "key" | "value"): readonly [number, number] {
    let node: unknown = this.#document.contents;
    let range = rangeOf(node) ?? ([0, 0] as const);
    for (const [index, segment] of path.entries()) {
      const isLast = index === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(segment),
        );
        if (pair === undefined) break;
        node = isLast && part === "key" ? pair.key : pair.value;
        const found = rangeOf(node);
        range =
          found === undefined || found[0] === found[1]
            ? (rangeOf(pair.key) ?? range)
            : found;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return range;
  }
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (
    node as { range?: [number, number, number] | null } | null | undefined
  )?.range;
  return range ? [range[0], range[1]] : undefined;
}

/** One finding a line: what follows a mistake on its own line is mostly the same mistake again. */
function explain(
  file: string,
  text: string,
  problems: YAMLError[],
): Diagnostic[] {
  const diagnostics = new Map<number, Diagnostic>();
  for (const problem of problems.slice(0, mostProblems)) {
    const at = placeAt(text, ...problem.pos);
    const diagnostic = suggestQuotes(file, text, at) ?? {
      ...describe(problem),
      severity: "error" as const,
      file,
      at,
    };
    if (!diagnostics.has(diagnostic.at?.line ?? at.line))
      diagnostics.set(diagnostic.at?.line ?? at.line, diagnostic);
  }
  return [...diagnostics.values()];
}

function describe(
  problem: YAMLError,
): Pick<Diagnostic, "rule" | "message" | "help"> {
  switch (problem.code) {
    case "DUPLICATE_KEY":
      return {
        rule: "repeated-field",
        message: "This field stands in the record twice",
        help: "keep one of the two lines",
      };
    case "MULTIPLE_DOCS":
      return {
        rule: "two-documents",
        message: "A second YAML document begins here",
        help: "keep one record a file: move the rest into a file of its own, and delete the line ---",
      };
    case "BAD_ALIAS":
      return aliasFinding;
    case "TAG_RESOLVE_FAILED":
      return {
        rule: "yaml-tag",
        message: "A YAML tag stands here, and values have none",
        help: 'write the value alone; quote it where it begins with "!"',
      };
    default:
      return {
        rule: "yaml-syntax",
        message: `This is no YAML: ${problem.message.replace(/\s+/g, " ")}`,
        help: 'write one "field: value" a line, and quote a value that holds any of : # [ ] { } " \'',
      };
  }
}

const aliasFinding = {
  rule: "yaml-alias",
  message: "A YAML alias stands here, and values are written out in full",
  help: 'write the value itself; quote it where it begins with "*" or "&"',
} as const;

/** What the parser gives up on: an alias that it may not follow, or nesting deeper than its stack. */
function explainThrown(file: string, text: string, error: unknown): Diagnostic {
  const common = { severity: "error", file } as const;
  if (error instanceof ReferenceError)
    return { ...common, ...aliasFinding, at: firstAlias(text) };
  if (!(error instanceof RangeError)) throw error;
  return {
    ...common,
    rule: "yaml-syntax",
    message: "The values are nested too deeply to be read",
    help: 'write a record as "field: value" lines',
    at: placeAt(text, 0, 1),
  };
}

function firstAlias(text: string): Place {
  let range: readonly [number, number] = [0, 1];
  visit(parseDocument(text, options), {
    Node(_, node) {
      if (!isAlias(node)) return undefined;
      range = rangeOf(node) ?? range;
      return visit.BREAK;
    },
  });
  return placeAt(text, ...range);
}
