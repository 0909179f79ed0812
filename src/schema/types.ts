// Made from the schemas by generate.mjs: change those.

/**
 * The record of one paper. The name of its file, without .yaml, is the paper's id.
 */
export interface PaperRecord {
  /**
   * The title as its authors write it, in one line.
   */
  title: string;
  /**
   * The authors in the paper's order, given name first. A last entry "others" stands for those left out.
   *
   * @minItems 1
   */
  authors?: string[];
  /**
   * The short name of the conference or journal; arXiv for a preprint.
   */
  venue: string;
  /**
   * The year of publication; for a preprint, of its first version.
   */
  year: number;
  /**
   * The paper's landing page. The title links to the first there is of url, doi, arxiv.
   */
  url?: string;
  /**
   * The DOI alone, without https://doi.org/ before it.
   */
  doi?: string;
  /**
   * The arXiv id in quotes, without a version.
   */
  arxiv?: string;
  /**
   * The repository of the authors' code.
   */
  code?: string;
  /**
   * The paper's project page.
   */
  project?: string;
  /**
   * Where the paper's data lie.
   */
  dataset?: string;
  /**
   * The paper in a sentence.
   */
  tldr?: string;
  /**
   * Words to find the paper by.
   *
   * @minItems 1
   * @maxItems 100
   */
  tags?: string[];
  /**
   * The ids, from taxonomy.yaml, of every section the paper stands in.
   *
   * @minItems 1
   * @maxItems 100
   */
  sections: string[];
  /**
   * The day the paper came into the list, as YYYY-MM-DD.
   */
  added?: string;
}

/**
 * What a list is called, how its README shows papers, and its tree of sections.
 */
export interface Taxonomy {
  /**
   * The name of the list.
   */
  title: string;
  /**
   * What the list is, in a sentence.
   */
  tagline?: string;
  /**
   * The list's repository on GitHub, as owner/name. The badges for stars and forks are made from it.
   */
  repository?: string;
  /**
   * The pictures under the title: names of built-in badges, or badges of the list's own.
   */
  badges?: (string | Badge)[];
  /**
   * The columns of every table, in order. Default: title, venue, year, code.
   *
   * @minItems 1
   */
  columns?: string[];
  /**
   * What the rows of a table are sorted by; a minus before a field turns it round. Default: -year, title.
   *
   * @minItems 1
   */
  sort?: ("title" | "-title" | "venue" | "-venue" | "year" | "-year" | "added" | "-added")[];
  /**
   * The sections of the list, in order.
   *
   * @minItems 1
   */
  sections: Section[];
}
export interface Badge {
  /**
   * What the picture says, for those who do not see it.
   */
  label: string;
  /**
   * Where the picture lies.
   */
  image: string;
  /**
   * Where a click leads.
   */
  url?: string;
}
/**
 * A section of the list. Papers may be filed in any section, not only in the innermost.
 */
export interface Section {
  /**
   * What records name the section by; unique in the whole tree.
   */
  id: string;
  /**
   * The section's heading, without its number.
   */
  title: string;
  /**
   * The section has no heading of its own: its children take its place, headed "Privacy → …".
   */
  inline?: boolean;
  /**
   * Set to false, a section of depth 1 or 2 has no number and is headed as the tables are.
   */
  numbered?: boolean;
  /**
   * Anchors that old links to this section use; they go on working.
   *
   * @minItems 1
   */
  aliases?: string[];
  /**
   * The sections inside this one, in order.
   *
   * @minItems 1
   */
  sections?: Section[];
}
