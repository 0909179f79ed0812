import { compareText } from "../diagnostic.ts";
import type { PaperList } from "./paper-list.ts";

/** The list in numbers. */
export interface Statistics {
  papers: number;
  /** Rows of all tables: a paper in three sections counts three times. */
  filings: number;
  /** Sections that hold papers, or could: all but those that only hold sections. */
  sections: number;
  /** Ids of sections that hold neither papers nor sections. */
  emptySections: string[];
  withCode: number;
  /** Papers by year, newest first. */
  byYear: Map<number, number>;
  /** Papers by venue, most first. */
  byVenue: Map<string, number>;
}

/** Counts a list. */
export function countPapers({ papers, sections }: PaperList): Statistics {
  const tables = sections.filter(
    (section) => section.papers.length > 0 || section.children.length === 0,
  );
  const byYear = count(papers.map(({ record }) => record.year));
  const byVenue = count(papers.map(({ record }) => record.venue));
  return {
    papers: papers.length,
    filings: tables.reduce((sum, section) => sum + section.papers.length, 0),
    sections: tables.length,
    emptySections: tables
      .filter((section) => section.papers.length === 0)
      .map(({ id }) => id),
    withCode: papers.filter(({ record }) => record.code !== undefined).length,
    byYear: new Map([...byYear].sort(([a], [b]) => b - a)),
    byVenue: new Map(
      [...byVenue].sort(([a, m], [b, n]) => n - m || compareText(a, b)),
    ),
  };
}

function count<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
