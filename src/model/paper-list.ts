import { compareText, type Path } from "../diagnostic.ts";
import { type Identities, identitiesOf } from "../references/identity.ts";
import type {
  PaperRecord,
  Section as SectionData,
  Taxonomy,
} from "../schema/types.ts";
import { oneLine } from "./one-line.ts";
import { paperId } from "./paper-id.ts";
import { compareBy } from "./sort.ts";

/** A record at its place in the list. */
export interface Paper {
  /** The stem of its file. */
  id: string;
  file: string;
  record: PaperRecord;
  identities: Identities;
}

/** A section of the taxonomy, with what is filed in it. */
export interface Section {
  id: string;
  title: string;
  inline: boolean;
  numbered: boolean;
  aliases: readonly string[];
  parent: Section | undefined;
  children: Section[];
  /** The papers filed in this very section, in the order of its table. */
  papers: Paper[];
  /** Where taxonomy.yaml holds it. */
  path: Path;
}

/** A whole list: what `taxonomy.yaml` and `papers/` say, put together. */
export interface PaperList {
  taxonomy: Taxonomy;
  /** The sections of depth 1, in order. */
  roots: Section[];
  /** All sections in the order of the document. */
  sections: Section[];
  sectionById: Map<string, Section>;
  /** All papers in the order of their files. */
  papers: Paper[];
  /** These, and what is right of the records with findings: what rules judge. */
  judged: Paper[];
}

/**
 * Puts a taxonomy and records together. Of sections with one id the first counts, and a section id that the taxonomy lacks
 * is passed over here: the rules report both.
 */
export function makeList(
  taxonomy: Taxonomy,
  papers: readonly Paper[],
  drafts: readonly Paper[] = [],
): PaperList {
  const list: PaperList = {
    taxonomy: { ...taxonomy, title: oneLine(taxonomy.title) },
    roots: [],
    sections: [],
    sectionById: new Map(),
    papers: [...papers].sort(byFile),
    judged: [...papers, ...drafts].sort(byFile),
  };
  list.roots = addSections(list, taxonomy.sections, undefined, []);
  for (const paper of [...list.papers].sort(
    compareBy(taxonomy.sort ?? ["-year", "title"]),
  )) {
    for (const id of paper.record.sections)
      list.sectionById.get(id)?.papers.push(paper);
  }
  return list;
}

function addSections(
  list: PaperList,
  sections: readonly SectionData[],
  parent: Section | undefined,
  path: Path,
): Section[] {
  return sections.map((data, index) => {
    const section: Section = {
      id: data.id,
      title: oneLine(data.title),
      inline: data.inline ?? false,
      numbered: data.numbered ?? true,
      aliases: data.aliases ?? [],
      parent,
      children: [],
      papers: [],
      path: [...path, "sections", index],
    };
    list.sections.push(section);
    if (!list.sectionById.has(section.id))
      list.sectionById.set(section.id, section);
    section.children = addSections(
      list,
      data.sections ?? [],
      section,
      section.path,
    );
    return section;
  });
}

/** A record with findings, as far as it is right; empty where it is not. */
export function makeDraft(file: string, right: Partial<PaperRecord>): Paper {
  const record = { title: "", venue: "", year: 0, sections: [], ...right };
  const identities = identitiesOf(record);
  // No title is no title in common.
  if (right.title === undefined) identities.title = file;
  return { id: paperId(file), file, record, identities };
}

function byFile(a: Paper, b: Paper): number {
  return compareText(a.file, b.file);
}
