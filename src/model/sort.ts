import { compareText } from '../diagnostic.ts';
import { titleKey } from '../references/identity.ts';
import type { Taxonomy } from '../schema/types.ts';
import type { Paper } from './paper-list.ts';

type SortField = NonNullable<Taxonomy['sort']>[number];

/**
 * How to order papers by the taxonomy's `sort`, then by title, then by id, so that no two are equal. Titles are compared
 * without case and accents, and by no locale.
 */
export function compareBy(sort: readonly SortField[], papers: readonly Paper[]): (a: Paper, b: Paper) => number {
  const titles = new Map(papers.map((paper) => [paper, titleKey(paper.record.title)]));
  const fields = sort.map((field) => ({
    name: field.replace('-', '') as 'title' | 'venue' | 'year' | 'added',
    sign: field.startsWith('-') ? -1 : 1,
  }));
  return (a, b) => {
    for (const { name, sign } of fields) {
      const order =
        name === 'year'
          ? a.record.year - b.record.year
          : name === 'title'
            ? compareText(titles.get(a) ?? '', titles.get(b) ?? '')
            : compareText((a.record[name] ?? '').toLowerCase(), (b.record[name] ?? '').toLowerCase());
      if (order !== 0) return order * sign;
    }
    return compareText(titles.get(a) ?? '', titles.get(b) ?? '') || compareText(a.id, b.id);
  };
}
