import type { PaperList, Section } from "../model/paper-list.ts";

/** The heading of a section in the README. */
export interface SectionHeading {
  section: Section;
  /** 1 to 6, as in HTML. */
  level: number;
  /** With its number, and with the titles of the inline sections it stands in: "Privacy → Privacy-preserving learning". */
  text: string;
  /** `2.` or `2.3` for the two outer depths, else nothing. */
  number: string | undefined;
  /** Anchors of old links that lead here: the section's own, and those of inline sections that begin here. */
  aliases: string[];
}

const tableLevel = 4;

/**
 * The headings of all sections in the order of the document. Sections of depth 1 and 2 are numbered; an inline section has no
 * heading, unless papers are filed in it, and its children take its place.
 */
export function planHeadings(list: PaperList): SectionHeading[] {
  const headings: SectionHeading[] = [];
  const waiting: string[] = [];
  visit(list.roots, 1, { prefix: "", count: 0 }, []);
  headings.at(-1)?.aliases.push(...waiting);
  return headings;

  function visit(
    sections: readonly Section[],
    depth: number,
    numbering: { prefix: string; count: number } | undefined,
    titles: readonly string[],
  ): void {
    for (const section of sections) {
      const path = [...titles, section.title];
      waiting.push(...section.aliases);
      let number: string | undefined;
      if (!section.inline || section.papers.length > 0) {
        if (numbering !== undefined && depth <= 2 && section.numbered)
          number = numbering.prefix + String(++numbering.count);
        headings.push({
          section,
          level:
            number === undefined
              ? Math.min(Math.max(depth + 1, tableLevel), 6)
              : depth + 1,
          text: [
            ...(number === undefined
              ? []
              : [depth === 1 ? `${number}.` : number]),
            path.join(" → "),
          ].join(" "),
          number,
          aliases: waiting.splice(0),
        });
      }
      if (section.inline) visit(section.children, depth, numbering, path);
      else
        visit(
          section.children,
          depth + 1,
          number === undefined ? undefined : { prefix: `${number}.`, count: 0 },
          [],
        );
    }
  }
}
