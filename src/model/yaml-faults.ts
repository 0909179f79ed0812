import {
  Document,
  isAlias,
  isScalar,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { textFields } from "../schema/text-fields.ts";

export const parseOptions = {
  prettyErrors: false,
  logLevel: "error",
  // Made once: of a short text, to make it takes a tenth of the parsing.
  schema: new Document(null).schema,
} as const;

/** What is wrong at a stretch of a YAML text; offsets in UTF-16 units. */
export interface Fault {
  /** The parser's own code, or one of those that this file gives. */
  code: string;
  message: string;
  start: number;
  end: number;
}

// A list needs ten; the parser's own stack ends at some thousands.
const deepest = 100;

// Longer than any record; its fields may be many.
const longText = 20_000;

// Lists in lists in one line, or fields in fields in as many.
const deepChain = new RegExp(`(?:[-?] +){${deepest}}|^ {${deepest * 10}}`, "m");

// Cheap signs of anchors, aliases, tags, directives, and comments after values.
// The texts that show none, nearly all, are not looked through for them.
const sign = /(?:^|[\s[{,])[&*!]\S|^%|[ \t:]#/m;

/**
 * Parses a YAML text, and gives what is wrong with it in the order of the text.
 * No document where the text is not fit to be parsed.
 */
export function findFaults(text: string): {
  document: Document.Parsed | undefined;
  faults: Fault[];
} {
  const deep = findDepth(text);
  if (deep !== undefined) return { document: undefined, faults: [deep] };
  const isLong = text.length > longText;
  const document = parseDocument(text, {
    ...parseOptions,
    uniqueKeys: !isLong,
  });
  const faults = [...document.errors, ...document.warnings].map((error) =>
    toFault(text, error),
  );
  if (isLong) faults.push(...findRepeatedFields(document));
  if (sign.test(text)) {
    faults.push(...findReferences(document, text), ...findLostText(text));
    if (text.startsWith("%")) faults.push(fault("DIRECTIVE", 0, 1));
  }
  faults.sort((a, b) => a.start - b.start);
  return { document, faults };
}

function toFault(text: string, { code, message, pos }: YAMLError): Fault {
  const [start, end] = pos;
  if (code === "DUPLICATE_KEY") {
    // The parser marks where the name begins.
    const name = /[^:\s]*/y;
    name.lastIndex = start;
    const length = name.exec(text)?.[0].length ?? 1;
    return { code, message, start, end: start + length };
  }
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (closing !== undefined) {
    // It marks where the text goes on, which can be anywhere after.
    const opening = text.lastIndexOf(closing === "]" ? "[" : "{", start);
    if (opening >= 0) return fault("NOT_CLOSED", opening, opening + 1);
  }
  return { code, message, start, end };
}

function fault(code: string, start: number, end: number): Fault {
  return { code, message: code, start, end };
}

/** Where nesting goes deeper than any list needs. */
function findDepth(text: string): Fault | undefined {
  const chain = deepChain.exec(text);
  if (chain) return fault("TOO_DEEP", chain.index, chain.index + 1);
  // Few texts have as many brackets as would be too many.
  if (text.split(/[[{]/, deepest + 2).length <= deepest) return undefined;
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}\n]/g)) {
    if (bracket === "[" || bracket === "{") depth += 1;
    else if (bracket !== "\n" && depth > 0) depth -= 1;
    if (depth > deepest) return fault("TOO_DEEP", index, index + 1);
  }
  return undefined;
}

/** What the parser looks for too, but by comparing each field to every other. */
function findRepeatedFields(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start, end] = key.range ?? [0, 0];
        if (seen.has(key.value))
          faults.push(fault("DUPLICATE_KEY", start, end));
        seen.add(key.value);
      }
    },
  });
  return faults;
}

/** Anchors, aliases and tags: a value has one place, and is what it looks like. */
function findReferences(document: Document.Parsed, text: string): Fault[] {
  const faults: Fault[] = [];
  // A node begins behind its properties.
  const mark = (code: string, sign: string, end: number) =>
    faults.push(fault(code, text.lastIndexOf(sign, end), end));
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (isAlias(node)) faults.push(fault("BAD_ALIAS", start, end));
      else if (node.anchor !== undefined) mark("ANCHOR", "&", start);
      else if (node.tag !== undefined) mark("TAG_RESOLVE_FAILED", "!", start);
    },
  });
  return faults;
}

/** Titles and sentences that YAML ends at a `#`, as where a comment begins. */
function findLostText(text: string): Fault[] {
  const line = new RegExp(
    `^(?:${[...textFields].join("|")}):[ \\t]+(?!["'|>])(?:.*?[ \\t])??#`,
    "gm",
  );
  return [...text.matchAll(line)].map(({ 0: found, index }) =>
    fault("LOST_TEXT", index + found.length - 1, index + found.length),
  );
}
