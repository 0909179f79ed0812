import type { Paper } from "../../model/paper-list.ts";
import { exampleTaxonomy, type Rule } from "../rule.ts";

const record = (title: string, arxiv: string) => `title: ${title}
venue: arXiv
year: 2024
arxiv: "${arxiv}"
sections: [attacks]
`;

export const samePaper: Rule = {
  name: "same-paper",
  about:
    "Two records are one paper: they share a DOI, an arXiv id, an address or a title.",
  good: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("Paper A", "2401.00001"),
    "papers/2024-b.yaml": record("Paper B", "2401.00002"),
  },
  bad: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("Paper A", "2401.00001"),
    "papers/2024-again.yaml": record("paper a", "2401.00001"),
  },
  *check({ judged }) {
    const firstByKey = new Map<string, Paper>();
    for (const paper of judged) {
      const told = new Set<Paper>();
      for (const field of fields) {
        const key = paper.identities[field];
        if (key === undefined) continue;
        const first = firstByKey.get(key);
        if (first === undefined) firstByKey.set(key, paper);
        else if (
          first !== paper &&
          !told.has(first) &&
          !areTwo(field, paper, first)
        ) {
          told.add(first);
          yield {
            rule: "same-paper",
            severity: "error",
            file: paper.file,
            message: `The ${names[field]} of this paper is that of ${first.file}`,
            help: "keep one record, and list the sections of both in it",
            path: [field],
          };
        }
      }
    }
  },
};

const names = { arxiv: "arXiv id", doi: "DOI", url: "address", title: "title" };
const fields = ["arxiv", "doi", "url", "title"] as const;

/**
 * What tells papers apart that share a title or an address. Titles repeat in
 * science: two arXiv ids, or two DOIs of publishers, make two papers. One page
 * may hold many, each at its own fragment.
 */
function areTwo(field: keyof Paper["identities"], a: Paper, b: Paper): boolean {
  if (field === "title") {
    return ["arxiv:", "doi:"].some(
      (scheme) => hasKey(a, scheme) && hasKey(b, scheme),
    );
  }
  const [fragment, other] = [a, b].map(
    ({ record }) => record.url?.split("#")[1],
  );
  return (
    field === "url" && Boolean(fragment) && Boolean(other) && fragment !== other
  );
}

function hasKey({ identities }: Paper, scheme: string): boolean {
  return fields.some((field) => identities[field]?.startsWith(scheme));
}
