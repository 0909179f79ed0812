import type { Path } from "../diagnostic.ts";
import type { PaperList, Section } from "../model/paper-list.ts";

/** An anchor of old links, and where taxonomy.yaml names it. */
interface Alias {
  anchor: string;
  path: Path;
}

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
  aliases: Alias[];
}

const tableLevel = 4;

/**
 * The headings of all sections in the order of the document. Sections of depth 1 and 2 are numbered; an inline section has no
 * heading, unless papers are filed in it, and its children take its place.
 */
export function planHeadings(list: PaperList): SectionHeading[] {
  const headings: SectionHeading[] = [];
  const waiting: Alias[] = [];
  visit(list.roots, 1, { prefix: "", count: 0 }, []);
  headings.at(-1)?.aliases.push(...waiting);
  return headings;

  function visit(
    sections: readonly Section[],
    depth: number,
    numbering: Numbering | undefined,
    titles: readonly string[],
  ): void {
    for (const section of sections) {
      const path = [...titles, section.title];
      waiting.push(
        ...section.aliases.map((anchor, index) => ({
          anchor,
          path: [...section.path, "aliases", index],
        })),
      );
      const isHeaded =
        !section.inline ||
        section.papers.length > 0 ||
        section.children.length === 0;
      const isNumbered = isHeaded && depth <= 2 && section.numbered;
      const number = isNumbered ? nextNumber(numbering) : undefined;
      if (isHeaded) {
        const label = depth === 1 && number ? `${number}.` : number;
        headings.push({
          section,
          level: number === undefined ? unnumberedLevel(depth) : depth + 1,
          text: (label === undefined ? "" : `${label} `) + path.join(" → "),
          number,
          aliases: waiting.splice(0),
        });
      }
      if (section.inline) visit(section.children, depth, numbering, path);
      else {
        const inner =
          number === undefined ? undefined : { prefix: `${number}.`, count: 0 };
        visit(section.children, depth + 1, inner, []);
      }
    }
  }
}

/** The numbers of sections that stand side by side. */
interface Numbering {
  prefix: string;
  count: number;
}

function nextNumber(numbering: Numbering | undefined): string | undefined {
  return numbering && numbering.prefix + String(++numbering.count);
}

/** Tables have one level wherever they stand; what is part of none, its own. */
function unnumberedLevel(depth: number): number {
  return depth === 1 ? 2 : Math.min(Math.max(depth + 1, tableLevel), 6);
}
