import type { RootContent } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import type { Paper, PaperList } from "../model/paper-list.ts";
import { anchorHeadings } from "./anchors.ts";
import { badgesOf } from "./badges.ts";
import { print } from "./markdown.ts";
import type { Column } from "./columns/column.ts";
import { blockNamed, fence, type Prose } from "./template.ts";

/** Where GitHub cuts a README off, in bytes: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes */
const readmeLimit = 512_000;

/** The whole README of a list, and what is wrong with what it is made from. Nothing is to be written where there are errors. */
export function renderReadme(
  list: PaperList,
  prose: Prose,
  columns: readonly Column[],
  rowOf: (paper: Paper) => string,
): { text: string; diagnostics: Diagnostic[] } {
  const { headings, diagnostics } = anchorHeadings(list, prose);
  const view = {
    list,
    headings,
    columns: columns.map(({ heading }) => heading),
    rowOf,
  };
  const parts: string[] = [];
  let children: RootContent[] = [];
  for (const part of [...prose.parts, { markdown: "" }]) {
    if ("block" in part)
      children = [...children, ...blockNamed(part.block).render(view)];
    else {
      if (children.length > 0)
        parts.push(fence(print({ type: "root", children })));
      children = [];
      if (part.markdown !== "") parts.push(part.markdown);
    }
  }
  const text = `${parts.join("\n\n")}\n`;
  diagnostics.push(...badgesOf(list.taxonomy).diagnostics, ...size(text));
  return { text, diagnostics };
}

function size(text: string): Diagnostic[] {
  const bytes = Buffer.byteLength(text);
  if (bytes < readmeLimit * 0.9) return [];
  return [
    {
      rule: "readme-size",
      severity: "warning",
      file: "README.md",
      message: `The README has ${bytes} bytes, and GitHub cuts it off at ${readmeLimit}`,
      help: "take a column out, or part the list in two",
    },
  ];
}
