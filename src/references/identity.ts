import type { PaperRecord } from '../schema/types.ts';
import { addressKey } from './address.ts';
import { readArxivId } from './arxiv.ts';
import { readDoi } from './doi.ts';

/** What shows that two records are one paper: the field that says it, and its value in the one normal form. */
export interface Identity {
  field: 'doi' | 'arxiv' | 'url' | 'title';
  key: string;
}

/** All identities of a record: DOI, arXiv id without version, address, and title. */
export function identitiesOf(record: PaperRecord): Identity[] {
  const identities: Identity[] = [];
  for (const field of ['arxiv', 'doi', 'url'] as const) {
    const value = record[field];
    if (value === undefined) continue;
    const key = referenceKey(value);
    if (!identities.some((known) => known.key === key)) identities.push({ field, key });
  }
  identities.push({ field: 'title', key: `title:${titleKey(record.title)}` });
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

/** A title by its letters and digits alone: without case, accents, punctuation, and kinds of spaces. */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? title : key;
}
