import type { Html } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Diagnostic, placeAt } from "../diagnostic.ts";
import { suggest } from "../model/closest.ts";
import type { Block } from "./blocks/block.ts";
import * as blocks from "./blocks/index.ts";

const blockByName = new Map<string, Block>(
  Object.values(blocks).map((block) => [block.name, block]),
);
const placeholder = /^<!--\s*awesome-sdg:\s*([^\s>]*)\s*-->$/;

/** The file of a list that says what stands around the generated blocks. */
export const templateFile = "templates/README.md";

/** The template of a list that has none. */
export const builtInTemplate = `${["header", "contents"].map(write).join("\n\n")}

---

${write("sections")}

---

${["numbers", "footer"].map(write).join("\n\n")}
`;

/** The prose of a README, formatted, and the blocks between it: plain data, so that it can be kept. */
export interface Prose {
  parts: ProsePart[];
}

type ProsePart =
  /** Markdown, with the texts of its headings in order. */
  { markdown: string; headings: string[] } | { block: string };

/**
 * Takes a template apart. `format` is the list's Prettier; what it does to the prose around the blocks is kept, and the
 * blocks are fenced off from it and from every later run.
 */
export async function readTemplate(
  template: string,
  format: (markdown: string) => Promise<string>,
): Promise<{ prose: Prose; diagnostics: Diagnostic[] }> {
  const found = survey(template);
  const diagnostics = judge(template, found.blocks);
  if (diagnostics.length > 0) return { prose: { parts: [] }, diagnostics };
  let skeleton = template;
  for (const { name, start, end } of found.blocks.toReversed()) {
    skeleton =
      skeleton.slice(0, start) + fence(write(name)) + skeleton.slice(end);
  }
  return {
    prose: { parts: takeApart(await format(skeleton), found) },
    diagnostics,
  };
}

/** Markdown that Prettier leaves alone: https://prettier.io/docs/ignore#range-ignore */
export function fence(markdown: string): string {
  return `<!-- prettier-ignore-start -->\n\n${markdown.trim()}\n\n<!-- prettier-ignore-end -->`;
}

/** The block that a template names; templates with other names are not let in. */
export function blockNamed(name: string): Block {
  const block = blockByName.get(name);
  if (block === undefined) throw new Error(`No block is called ${name}`);
  return block;
}

interface FoundBlock {
  name: string;
  start: number;
  end: number;
}

interface FoundHeading {
  text: string;
  start: number;
}

function write(name: string): string {
  return `<!-- awesome-sdg: ${name} -->`;
}

/** The blocks and headings of a template, in order; offsets count UTF-16 units. */
function survey(template: string): {
  blocks: FoundBlock[];
  headings: FoundHeading[];
} {
  const blocks: FoundBlock[] = [];
  const headings: FoundHeading[] = [];
  for (const node of unified().use(remarkParse).use(remarkGfm).parse(template)
    .children) {
    const start = node.position?.start.offset ?? 0;
    if (node.type === "heading") headings.push({ text: toString(node), start });
    if (node.type !== "html") continue;
    const name = placeholder.exec(node.value)?.[1];
    if (name !== undefined)
      blocks.push({ name, start, end: node.position?.end.offset ?? 0 });
    else headings.push(...htmlHeadings(node).map((text) => ({ text, start })));
  }
  return { blocks, headings };
}

function judge(template: string, found: FoundBlock[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const report = (
    rule: string,
    message: string,
    help: string,
    start: number,
    end: number,
  ) =>
    diagnostics.push({
      rule,
      severity: "error",
      file: templateFile,
      message,
      help,
      at: placeAt(template, start, end),
    });
  for (const { name, start, end } of found) {
    if (!blockByName.has(name)) {
      report(
        "unknown-block",
        `Unknown block "${name}"`,
        suggest(name, blockByName.keys(), "blocks"),
        start,
        end,
      );
    } else if (seen.has(name)) {
      report(
        "repeated-block",
        `The block "${name}" stands in the template twice`,
        "keep one of them",
        start,
        end,
      );
    }
    seen.add(name);
  }
  if (!seen.has("sections")) {
    report(
      "missing-block",
      "The template has no place for the tables",
      `add a line ${write("sections")}`,
      0,
      0,
    );
  }
  return diagnostics;
}

/** Parts the formatted skeleton at its fences, and gives each stretch of prose the headings that the template has there. */
function takeApart(
  formatted: string,
  { blocks, headings }: ReturnType<typeof survey>,
): ProsePart[] {
  const parts: ProsePart[] = [];
  let rest = formatted;
  let from = 0;
  for (const { name, start } of [
    ...blocks,
    { name: undefined, start: Infinity },
  ]) {
    const fenced = name === undefined ? "" : fence(write(name));
    const end = name === undefined ? rest.length : rest.indexOf(fenced);
    if (end < 0)
      throw new Error(
        `Prettier changed the fence of the block ${String(name)}`,
      );
    const markdown = rest.slice(0, end).trim();
    const texts = headings
      .filter((heading) => heading.start >= from && heading.start < start)
      .map(({ text }) => text);
    if (markdown !== "") parts.push({ markdown, headings: texts });
    if (name !== undefined) parts.push({ block: name });
    rest = rest.slice(end + fenced.length);
    from = start;
  }
  return parts;
}

function htmlHeadings({ value }: Html): string[] {
  return [...value.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gis)].map(
    ([, , inner = ""]) => inner.replace(/<[^>]*>/g, "").trim(),
  );
}
