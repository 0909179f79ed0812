import type { Path } from "../../diagnostic.ts";
import { exampleTaxonomy, type Rule } from "../rule.ts";

export const repeatedSection: Rule = {
  name: "repeated-section",
  about: "Two sections of taxonomy.yaml have one id, or one alias.",
  good: { "taxonomy.yaml": exampleTaxonomy },
  bad: {
    "taxonomy.yaml": `${exampleTaxonomy}  - id: attacks\n    title: More attacks\n`,
  },
  *check({ sections, sectionById }) {
    const titleByAlias = new Map<string, string>();
    for (const section of sections) {
      const first = sectionById.get(section.id);
      if (first !== section) {
        yield repeated(
          `The section id "${section.id}" is taken by "${first?.title ?? ""}"`,
          [...section.path, "id"],
        );
      }
      for (const [index, alias] of section.aliases.entries()) {
        const other = titleByAlias.get(alias.toLowerCase());
        if (other === undefined)
          titleByAlias.set(alias.toLowerCase(), section.title);
        else
          yield repeated(`The alias "${alias}" is taken by "${other}"`, [
            ...section.path,
            "aliases",
            index,
          ]);
      }
    }
  },
};

function repeated(message: string, path: Path) {
  return {
    rule: "repeated-section",
    severity: "error",
    file: "taxonomy.yaml",
    message,
    help: "give this one another name",
    path,
  } as const;
}
