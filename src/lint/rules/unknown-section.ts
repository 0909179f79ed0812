import { closest } from "../../model/closest.ts";
import { titleKey } from "../../references/identity.ts";
import { exampleTaxonomy, type Rule } from "../rule.ts";

const record = (section: string) => `title: Paper A
venue: arXiv
year: 2024
arxiv: "2401.00001"
sections: [${section}]
`;

export const unknownSection: Rule = {
  name: "unknown-section",
  about: "A record names a section that taxonomy.yaml does not have.",
  good: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("attacks"),
  },
  bad: {
    "taxonomy.yaml": exampleTaxonomy,
    "papers/2024-a.yaml": record("atacks"),
  },
  *check({ judged, sections, sectionById }) {
    for (const { file, record } of judged) {
      for (const [index, id] of record.sections.entries()) {
        if (sectionById.has(id)) continue;
        const byTitle = sections.find(
          ({ title, aliases }) =>
            titleKey(title) === titleKey(id) || aliases.includes(id),
        )?.id;
        const guess = byTitle ?? closest(id, sectionById.keys());
        yield {
          rule: "unknown-section",
          severity: "error",
          file,
          message: `Unknown section "${id}"`,
          help:
            guess === undefined
              ? "the ids of all sections are in taxonomy.yaml"
              : `did you mean ${guess}?`,
          path: ["sections", index],
        };
      }
    }
  },
};
