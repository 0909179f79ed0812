import GithubSlugger from "github-slugger";
import type { RootContent } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import type { Paper, PaperList } from "../model/paper-list.ts";
import { badgesOf } from "./badges.ts";
import { planHeadings } from "./headings.ts";
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
  const planned = planHeadings(list);
  const slugger = new GithubSlugger();
  let anchors: string[] = [];
  for (const part of prose.parts) {
    const texts =
      "block" in part
        ? blockNamed(part.block).headings(list, planned)
        : part.headings;
    const slugs = texts.map((heading) => slugger.slug(heading));
    if ("block" in part && part.block === "sections")
      anchors = slugs.slice(-planned.length);
  }
  const headings = planned.map((heading, index) => ({
    ...heading,
    anchor: anchors[index] ?? "",
  }));
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
  return {
    text,
    diagnostics: [
      ...badgesOf(list.taxonomy).diagnostics,
      ...takenAliases(headings),
      ...size(text),
    ],
  };
}

/** Aliases that would lead to another section's heading than their own. */
function takenAliases(
  headings: readonly { anchor: string; aliases: string[]; text: string }[],
): Diagnostic[] {
  const headingByAnchor = new Map(
    headings.map((heading) => [heading.anchor, heading]),
  );
  return headings.flatMap((heading) =>
    heading.aliases.flatMap((alias) => {
      const other = headingByAnchor.get(alias);
      if (other === undefined || other === heading) return [];
      return {
        rule: "alias-taken",
        severity: "error",
        file: "taxonomy.yaml",
        message: `The alias "${alias}" of "${heading.text}" is the anchor of the heading "${other.text}"`,
        help: "delete the alias: links to it lead to that heading",
      } as const;
    }),
  );
}

function size(text: string): Diagnostic[] {
  const bytes = new TextEncoder().encode(text).length;
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
