import type { RootContent } from "mdast";
import { markup } from "../markup.ts";
import { text } from "../text.ts";
import { type Block, topAnchor, upwards, type View } from "./block.ts";

export const sections: Block = {
  name: "sections",
  headings: ({ taxonomy }, planned) => [
    `📚 ${taxonomy.title}`,
    ...planned.map((heading) => heading.text),
  ],
  render(view) {
    const nodes: RootContent[] = [
      {
        type: "heading",
        depth: 1,
        children: text(`📚 ${view.list.taxonomy.title}`),
      },
    ];
    let tables = 0;
    for (const heading of view.headings) {
      if (heading.number !== undefined && tables > 0) {
        nodes.push(backToTop, { type: "thematicBreak" });
        tables = 0;
      }
      for (const { anchor } of heading.aliases) {
        if (anchor !== heading.anchor) {
          nodes.push(markup`<a id="${anchor}"></a>`);
        }
      }
      nodes.push({
        type: "heading",
        depth: heading.level as 1 | 2 | 3 | 4 | 5 | 6,
        children: text(heading.text),
      });
      const body = renderBody(heading, view);
      if (body !== undefined) tables += nodes.push(body);
    }
    return nodes;
  },
};

const backToTop = markup`<p align="right"><a href="#${topAnchor}">${upwards}</a></p>`;

/** The table of a section; where it has neither papers nor sections, a line that asks for a paper. */
function renderBody(
  { section }: View["headings"][number],
  view: View,
): RootContent | undefined {
  if (section.papers.length > 0) {
    return {
      type: "printedTable",
      head: view.columns,
      rows: section.papers.map((paper) => view.rowOf(paper)),
    };
  }
  if (section.children.length > 0) return undefined;
  return {
    type: "paragraph",
    children: [
      {
        type: "emphasis",
        children: [
          { type: "text", value: "No papers yet. Know one? Add it to " },
          { type: "inlineCode", value: "papers/" },
          { type: "text", value: " with " },
          { type: "inlineCode", value: `sections: [${section.id}]` },
          { type: "text", value: "." },
        ],
      },
    ],
  };
}
