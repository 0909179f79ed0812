import type { Html, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { decodeString } from "micromark-util-decode-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { type Diagnostic, placeAt } from "../diagnostic.ts";
import { suggest } from "../model/closest.ts";

const placeholder = /^\s*<!--\s*awesome-sdg:\s*([^\s>]*)\s*-->\s*$/;
// What GitHub makes anchors of.
const seen = { includeHtml: false, includeImageAlt: false };

const anyPlaceholder = /<!--\s*awesome-sdg:.*?-->/s;

interface Stretch {
  start: number;
  end: number;
}

/** What a template holds, in order; offsets count UTF-16 units. */
export interface Survey {
  /** The places of blocks, by name. */
  blocks: (Stretch & { name: string })[];
  /** What names a block where none can stand. */
  misplaced: Stretch[];
  headings: { text: string; start: number }[];
}

/** How a template names a block. */
export function writePlaceholder(name: string): string {
  return `<!-- awesome-sdg: ${name} -->`;
}

/** Finds the blocks and headings of a template. */
export function survey(template: string): Survey {
  const found: Survey = { blocks: [], misplaced: [], headings: [] };
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(template);
  visit(tree, (node, _, parent) => {
    const { start, end } = stretchOf(node);
    if (node.type === "heading") {
      found.headings.push({ text: toString(node, seen), start });
    }
    if (node.type !== "html") return;
    const name = placeholder.exec(node.value)?.[1];
    if (name !== undefined && parent?.type === "root") {
      found.blocks.push({ name, start, end });
    } else if (anyPlaceholder.test(node.value)) {
      found.misplaced.push({ start, end });
    } else {
      const texts = htmlHeadings(node);
      found.headings.push(...texts.map((text) => ({ text, start })));
    }
  });
  return found;
}

/** What is wrong with a template: `known` are the names of all blocks. */
export function judge(
  file: string,
  template: string,
  { blocks, misplaced }: Survey,
  known: readonly string[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (
    finding: Pick<Diagnostic, "rule" | "message" | "help">,
    { start, end }: Stretch,
  ) => {
    const at = placeAt(template, start, end);
    diagnostics.push({ severity: "error", file, ...finding, at });
  };
  for (const stretch of misplaced) {
    report(
      {
        rule: "misplaced-block",
        message: "A block stands inside something else, and would not show",
        help: "give it a line of its own, with an empty line before and after it",
      },
      stretch,
    );
  }
  const seen = new Set<string>();
  for (const { name, ...stretch } of blocks) {
    if (!known.includes(name)) {
      report(
        {
          rule: "unknown-block",
          message: `Unknown block "${name}"`,
          help: suggest(name, known, "blocks"),
        },
        stretch,
      );
    } else if (seen.has(name)) {
      report(
        {
          rule: "repeated-block",
          message: `The block "${name}" stands in the template twice`,
          help: "keep one of them",
        },
        stretch,
      );
    }
    seen.add(name);
  }
  if (!seen.has("sections") && misplaced.length === 0) {
    report(
      {
        rule: "missing-block",
        message: "The template has no place for the tables",
        help: `add a line ${writePlaceholder("sections")}`,
      },
      { start: 0, end: 0 },
    );
  }
  return diagnostics;
}

function stretchOf({ position }: Root | Root["children"][number]): Stretch {
  return {
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  };
}

function htmlHeadings({ value }: Html): string[] {
  const shown = value.replace(/<!--.*?-->/gs, "");
  return [...shown.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gis)].map(
    ([, , inner = ""]) => decodeString(inner.replace(/<[^>]*>/g, "").trim()),
  );
}
