import type { Paper } from "../../model/paper-list.ts";
import { exampleTaxonomy, type Rule } from "../rule.ts";

const record = (letter: string, digit: number) => `title: Paper ${letter}
venue: arXiv
year: 2024
arxiv: "2401.0000${digit}"
sections: [attacks]
`;

export const duplicateId: Rule = {
  name: "duplicate-id",
  about:
    "Two records have one id: their files have one name, in different folders or but for capitals.",
  good: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("A", 1),
    "papers/attacks/2024-b.yaml": record("B", 2),
  },
  bad: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("A", 1),
    "papers/attacks/2024-a.yaml": record("B", 2),
  },
  *check({ judged }) {
    const paperById = new Map<string, Paper>();
    for (const paper of judged) {
      const id = paper.id.normalize("NFC").toLowerCase();
      const first = paperById.get(id);
      if (first === undefined) paperById.set(id, paper);
      else {
        yield {
          rule: "duplicate-id",
          severity: "error",
          file: paper.file,
          message: `The id "${paper.id}" is taken by ${first.file}`,
          help: "give this file another name",
          path: [],
        };
      }
    }
  },
};
