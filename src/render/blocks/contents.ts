import type { List, ListItem, PhrasingContent } from "mdast";
import type { Paper, Section } from "../../model/paper-list.ts";
import { text } from "../text.ts";
import { type Block, collapse, type View } from "./block.ts";

export const contents: Block = {
  name: "contents",
  headings: () => [],
  render(view) {
    const headingOf = new Map(
      view.headings.map((heading) => [heading.section, heading]),
    );
    return collapse("📚 Content (click to expand)", [
      listOf(view.list.roots, headingOf),
    ]);
  },
};

function listOf(
  sections: readonly Section[],
  headingOf: Map<Section, View["headings"][number]>,
): List {
  return {
    type: "list",
    spread: false,
    children: sections.map((section): ListItem => {
      const heading = headingOf.get(section);
      const title = text(section.title);
      const entry: PhrasingContent[] =
        heading === undefined
          ? title
          : [
              {
                type: "link",
                url: `#${heading.anchor}`,
                children:
                  heading.number === undefined ? title : text(heading.text),
              },
            ];
      const count = papersIn(section).size;
      return {
        type: "listItem",
        spread: false,
        children: [
          {
            type: "paragraph",
            children: [
              ...entry,
              ...(count > 0
                ? [{ type: "text" as const, value: ` (${count})` }]
                : []),
            ],
          },
          ...(section.children.length > 0
            ? [listOf(section.children, headingOf)]
            : []),
        ],
      };
    }),
  };
}

/** The papers filed in a section or anywhere inside it, each once. */
function papersIn(section: Section): Set<Paper> {
  return new Set(
    [
      section.papers,
      ...section.children.map((child) => [...papersIn(child)]),
    ].flat(),
  );
}
