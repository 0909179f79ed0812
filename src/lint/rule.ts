import type { Diagnostic } from "../diagnostic.ts";
import type { PaperList } from "../model/paper-list.ts";

/** A small list: file names and what they hold. */
type Example = Record<string, string>;

/** What must hold across the files of a list, where a schema sees only one. */
export interface Rule {
  name: string;
  /** What it finds, in a sentence. */
  about: string;
  /** A list without a finding. Both examples are the rule's tests and its documentation. */
  good: Example;
  /** A list with findings of this rule alone. */
  bad: Example;
  /** Findings are given by path; their places are looked up later. */
  check(list: PaperList): Iterable<Diagnostic>;
}

/** A taxonomy of two sections, for examples. */
export const exampleTaxonomy = `title: Awesome Privacy
sections:
  - id: attacks
    title: Attacks
  - id: defenses
    title: Defenses
`;
