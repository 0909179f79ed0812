import { compareText } from "../diagnostic.ts";
import type { Taxonomy } from "../schema/types.ts";
import type { Paper } from "./paper-list.ts";

type SortField = NonNullable<Taxonomy["sort"]>[number];

/**
 * How to order papers by the taxonomy's `sort`, then by title, then by id, so that no two are equal. Titles are compared
 * without case and accents, and by no locale.
 */
export function compareBy(
  sort: readonly SortField[],
): (a: Paper, b: Paper) => number {
  const orders = sort.map((field) => {
    const compare =
      comparisons[field.replace("-", "") as keyof typeof comparisons];
    return field.startsWith("-")
      ? (a: Paper, b: Paper) => compare(b, a)
      : compare;
  });
  orders.push(comparisons.title, (a, b) => compareText(a.id, b.id));
  return (a, b) => {
    for (const compare of orders) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

const comparisons = {
  title: (a: Paper, b: Paper) =>
    compareText(a.identities.title, b.identities.title),
  venue: (a: Paper, b: Paper) =>
    compareText(a.record.venue.toLowerCase(), b.record.venue.toLowerCase()),
  year: (a: Paper, b: Paper) => a.record.year - b.record.year,
  added: (a: Paper, b: Paper) =>
    compareText(a.record.added ?? "", b.record.added ?? ""),
};
