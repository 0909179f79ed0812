import GithubSlugger from "github-slugger";
import type { Diagnostic } from "../diagnostic.ts";
import type { PaperList } from "../model/paper-list.ts";
import { topAnchor } from "./blocks/block.ts";
import { planHeadings, type SectionHeading } from "./headings.ts";
import { blockNamed, type Prose } from "./template.ts";

/** A section's heading with the anchor that GitHub gives it. */
export type AnchoredHeading = SectionHeading & { anchor: string };

/**
 * Gives the headings of the sections their anchors. GitHub numbers anchors that
 * repeat in the order of the document, so the headings of the other blocks and
 * of the prose count too. The findings are aliases that lead elsewhere.
 */
export function anchorHeadings(
  list: PaperList,
  prose: Prose,
): { headings: AnchoredHeading[]; diagnostics: Diagnostic[] } {
  const planned = planHeadings(list);
  const slugger = new GithubSlugger();
  const textByAnchor = new Map([[topAnchor, "the top of the README"]]);
  let headings: AnchoredHeading[] = [];
  for (const part of prose.parts) {
    const texts =
      "block" in part
        ? blockNamed(part.block).headings(list, planned)
        : part.headings;
    const anchors = texts.map((text) => slugger.slug(text));
    for (const [index, anchor] of anchors.entries()) {
      textByAnchor.set(anchor, `the heading "${texts[index] ?? ""}"`);
    }
    if ("block" in part && part.block === "sections") {
      const first = anchors.length - planned.length;
      headings = planned.map((heading, index) => {
        return { ...heading, anchor: anchors[first + index] ?? "" };
      });
    }
  }
  const diagnostics = headings.flatMap((heading) =>
    heading.aliases
      .filter(({ anchor }) => anchor !== heading.anchor)
      .flatMap(({ anchor, path }) => {
        const other = textByAnchor.get(anchor);
        return other === undefined ? [] : takenAlias(anchor, other, path);
      }),
  );
  return { headings, diagnostics };
}

function takenAlias(
  alias: string,
  other: string,
  path: Diagnostic["path"] & object,
): Diagnostic {
  return {
    rule: "alias-taken",
    severity: "error",
    file: "taxonomy.yaml",
    message: `The alias "${alias}" is the anchor of ${other}`,
    help: "delete the alias: old links to it lead there",
    path,
  };
}
