import type { RootContent } from "mdast";
import type { Paper, PaperList } from "../../model/paper-list.ts";
import type { SectionHeading } from "../headings.ts";
import { markup } from "../markup.ts";

/** The text of the links to the top. */
export const upwards = "↑ Back to Top ↑";

/** The anchor of the top of the README. */
export const topAnchor = "readme-top";

/** What of a list the blocks show. */
export interface View {
  list: PaperList;
  /** The headings of the sections, with the anchors that GitHub gives them. */
  headings: readonly (SectionHeading & { anchor: string })[];
  /** The headings of the columns. */
  columns: string[];
  /** A paper's row as it is printed. */
  rowOf: (paper: Paper) => string;
}

/** A generated part of the README; `<!-- awesome-sdg: name -->` in the template says where it stands. */
export interface Block {
  name: string;
  /** The texts of its headings in order, which decide what anchors GitHub gives to all. */
  headings(list: PaperList, sections: readonly SectionHeading[]): string[];
  render(view: View): RootContent[];
}

/** Content that shows when a reader clicks on its summary. */
export function collapse(
  summary: string,
  content: RootContent[],
): RootContent[] {
  const opening = markup`<details>
<summary><strong>${summary}</strong></summary>`;
  return [opening, ...content, markup`</details>`];
}
