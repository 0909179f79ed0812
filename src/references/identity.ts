import type { PaperRecord } from "../schema/types.ts";
import { addressKey } from "./address.ts";
import { readArxivId } from "./arxiv.ts";
import { readDoi } from "./doi.ts";

/** What shows that two records are one paper: for each field that says it, its value in the one normal form. */
export interface Identities {
  title: string;
  arxiv?: string;
  doi?: string;
  url?: string;
}

/** All identities of a record: title, arXiv id without version, DOI, and address. */
export function identitiesOf(record: PaperRecord): Identities {
  const identities: Identities = { title: `title:${titleKey(record.title)}` };
  for (const field of ["arxiv", "doi", "url"] as const) {
    const value = record[field];
    if (value !== undefined) identities[field] = referenceKey(value);
  }
  return identities;
}

/** The normal form of any reference: an arXiv id by whatever name, a DOI by whatever name, else the address. */
function referenceKey(reference: string): string {
  const arxivId = readArxivId(reference);
  if (arxivId !== undefined) return `arxiv:${arxivId}`;
  const doi = readDoi(reference);
  if (doi !== undefined) return `doi:${doi}`;
  return `url:${addressKey(reference) ?? reference}`;
}

// Marks that are part of the letter elsewhere, as in Japanese and Hindi, stay.
const accents =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/** A title by its letters and digits alone: without case, accents, punctuation, and kinds of spaces. */
export function titleKey(title: string): string {
  const key = title
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return key === "" ? title : key;
}
