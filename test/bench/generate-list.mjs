// Makes a list of any size, the same for the same size: papers unlike each other, filed all over a tree of 60 sections.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const words =
  "adaptive agents aligned augmentation benchmark causal code conditional contrastive data diffusion distillation domain efficient evaluation federated few-shot generative graph guided inversion knowledge language latent learning medical meta model multimodal neural planning policy preference privacy pruning quantization reasoning recursive robust scaling self-supervised simulation sparse synthetic tabular time-series transfer unlearning verification vision".split(
    " ",
  );
const venues = [
  "arXiv",
  "NeurIPS",
  "ICML",
  "ICLR",
  "ACL",
  "EMNLP",
  "CVPR",
  "AAAI",
];
const sectionCount = 60;

/** Writes a list of `size` papers into `folder`, and gives the folder back. */
export function generateList(folder, size) {
  mkdirSync(join(folder, "papers"), { recursive: true });
  const sections = Array.from(
    { length: sectionCount / 10 },
    (_, part) =>
      `  - id: part-${part}\n    title: Part ${part}\n    sections:\n` +
      Array.from(
        { length: 10 },
        (_, index) =>
          `      - id: section-${part * 10 + index}\n        title: Section ${part * 10 + index}\n`,
      ).join(""),
  );
  writeFileSync(
    join(folder, "taxonomy.yaml"),
    `title: A Generated List\nrepository: owner/name\nsections:\n${sections.join("")}`,
  );
  for (let number = 0; number < size; number++)
    writeFileSync(recordFile(folder, number), recordText(number));
  return folder;
}

/** The file of the record with a number. */
export function recordFile(folder, number) {
  return join(
    folder,
    "papers",
    `paper-${String(number).padStart(6, "0")}.yaml`,
  );
}

/** The record with a number; with another `edition`, the same paper with another title. */
export function recordText(number, edition = 0) {
  const random = lcg(number + 1);
  const pick = (from) => from[random() % from.length];
  const title = Array.from({ length: 6 }, () => pick(words)).join(" ");
  const year = 2015 + (random() % 11);
  const arxiv = `${String(year - 2000).padStart(2, "0")}${String(1 + (random() % 12)).padStart(2, "0")}.${String(number % 100000).padStart(5, "0")}`;
  return [
    "# yaml-language-server: $schema=../node_modules/awesome-sdg/dist/schema/paper.schema.json",
    `title: "Paper ${number}: ${title}${edition === 0 ? "" : ` ${edition}`}"`,
    "authors:",
    ...Array.from({ length: 4 }, () => `  - ${pick(words)} ${pick(words)}`),
    `venue: ${pick(venues)}`,
    `year: ${year}`,
    `url: https://example.org/papers/${number}`,
    `arxiv: "${arxiv}"`,
    ...(number % 3 === 0
      ? [`code: https://github.com/owner/paper-${number}`]
      : []),
    `sections: [section-${random() % sectionCount}${number % 5 === 0 ? `, section-${number % sectionCount}` : ""}]`.replace(
      /\[(section-\d+), \1\]/,
      "[$1]",
    ),
    "",
  ].join("\n");
}

/** Numerical Recipes' linear congruential generator: all a benchmark needs of chance. */
function lcg(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
