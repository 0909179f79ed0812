import type { Diagnostic } from "../diagnostic.ts";
import type { Formatted, Formatter } from "../env.ts";
import type { Block } from "./blocks/block.ts";
import * as blocks from "./blocks/index.ts";
import { judge, type Survey, survey, writePlaceholder } from "./survey.ts";

const blockByName = new Map<string, Block>(
  Object.values(blocks).map((block) => [block.name, block]),
);

/** The file of a list that says what stands around the generated blocks. */
export const templateFile = "templates/README.md";

/** The template of a list that has none. */
export const builtInTemplate = `${["header", "contents"].map(writePlaceholder).join("\n\n")}

---

${writePlaceholder("sections")}

---

${["numbers", "footer"].map(writePlaceholder).join("\n\n")}
`;

/** The prose of a README, formatted, and the blocks between it: plain data, so that it can be kept. */
export interface Prose {
  parts: ProsePart[];
  /** How the lines of a new README end. */
  lineEnd: Formatted["lineEnd"];
}

/** What stands for the prose of a template with findings. */
export const noProse: Prose = { parts: [], lineEnd: "\n" };

type ProsePart =
  /** Markdown, with the texts of its headings in order. */
  { markdown: string; headings: string[] } | { block: string };

/**
 * Takes a template apart. `format` is the list's Prettier; what it does to the prose around the blocks is kept, and the
 * blocks are fenced off from it and from every later run.
 */
export async function readTemplate(
  template: string,
  format: Formatter["format"],
): Promise<{ prose: Prose; diagnostics: Diagnostic[] }> {
  const found = survey(template);
  const diagnostics = judge(templateFile, template, found, [
    ...blockByName.keys(),
  ]);
  if (diagnostics.length > 0) return { prose: noProse, diagnostics };
  let skeleton = template;
  for (const { name, start, end } of found.blocks.toReversed()) {
    skeleton =
      skeleton.slice(0, start) +
      fence(writePlaceholder(name)) +
      skeleton.slice(end);
  }
  const { markdown, lineEnd } = await format(skeleton);
  const parts = takeApart(markdown, found);
  return { prose: { parts, lineEnd }, diagnostics };
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

/** Parts the formatted skeleton at its fences, and gives each stretch of prose the headings that the template has there. */
function takeApart(
  formatted: string,
  { blocks, headings }: Survey,
): ProsePart[] {
  const parts: ProsePart[] = [];
  let rest = formatted;
  let from = 0;
  for (const { name, start } of [
    ...blocks,
    { name: undefined, start: Infinity },
  ]) {
    const fenced = name === undefined ? "" : fence(writePlaceholder(name));
    const end = name === undefined ? rest.length : rest.indexOf(fenced);
    if (end < 0)
      throw new Error(
        `Prettier changed the fence of the block ${String(name)}`,
      );
    const markdown = rest.slice(0, end).replace(/^\n+|\s+$/g, "");
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
