import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { format } from "prettier";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import remarkValidateLinks from "remark-validate-links";
import { unified } from "unified";
import { beforeAll, describe, expect, test } from "vitest";
// @ts-expect-error: awesome-lint has no types.
import { createConfig } from "awesome-lint/config.js";
// @ts-expect-error: awesome-lint has no types.
import awesomeRules from "awesome-lint/rules/index.js";
import { proposeId } from "../src/model/paper-id.ts";
import { printRecord } from "../src/model/print-record.ts";
import type { PaperRecord } from "../src/schema/types.ts";
import {
  buildIn,
  copyOwnList,
  readOwnRecords,
  readOwnTaxonomy,
  titlesById,
} from "./support/own-list.ts";
import {
  addressOf,
  cellsOf,
  collapse,
  elementsOf,
  headingsOf,
  hrefOf,
  show,
  textOf,
} from "./support/page.ts";
import { root } from "./support/program.ts";
import { describeWith } from "./support/tools.ts";

// The sections of the list as it has always been, and the four that came later,
// each last in its group.
const outline = `# Awesome Synthetic Data Generation
# 📚 Awesome Synthetic Data Generation
## 1. Paradigms
### 1.1 AIGC-Based Synthesis
#### Synthesis from scratch
#### Synthesis from seeds
#### Synthesis from structure
### 1.2 Inversion-Based Synthesis
#### Data-space inversion
#### Latent-space inversion
### 1.3 Simulation-Based Synthesis
#### Agent-based simulation
#### Platform-based simulation
### 1.4 Augmentation-Based Synthesis
#### Rule-based augmentation
#### Generative augmentation
## 2. Applications
### 2.1 Model-centric AI
#### General Model Enhancement → General ability
#### General Model Enhancement → Pre-training
#### Domain Model Enhancement → Reasoning
#### Domain Model Enhancement → Code
#### Domain Model Enhancement → Instruction following
#### Domain Model Enhancement → Alignment
#### Domain Model Enhancement → In-context learning
#### Domain Model Enhancement → Prompt engineering
#### Domain Model Enhancement → Reinforcement learning
#### Model Evaluation → Synthetic benchmark
### 2.2 Data-centric AI
#### Data Accessibility → Zero/Few-shot learning
#### Data Accessibility → Federated learning
#### Data Accessibility → Data-free knowledge distillation
#### Data Accessibility → Data-free pruning/quantization
#### Data Accessibility → Data-free meta-learning
#### Data Accessibility → Data-free continual learning
#### Data Refinement → Dataset distillation
#### Data Refinement → Dataset augmentation
#### Data Refinement → Dataset expansion
#### Data Refinement → Dataset purification
### 2.3 Trustworthy AI
#### Privacy → Privacy-preserving learning
#### Safety & Security → Model inversion attack
#### Safety & Security → Model stealing attack
#### Safety & Security → Machine unlearning
#### Safety & Security → Adversarial defense
#### Fairness → De-bias learning
#### Fairness → Long-tail learning
#### Interpretability → Explainable AI
#### Governance → Data watermarking
### 2.4 Embodied AI
#### Sensory Perception Synthesis → Visual Modalities
#### Sensory Perception Synthesis → Proprioceptive & Force Sensing
#### Sensory Perception Synthesis → Multi-modal Sensor Fusion
#### Action & Behavior Generation → Trajectory Synthesis
#### Action & Behavior Generation → Task & Environment Generation
#### Action & Behavior Generation → Human Behavior Synthesis
#### Policy Learning & Generalization → Cross-embodiment Training
#### Policy Learning & Generalization → Vision-Language-Action Models
#### Policy Learning & Generalization → Sim-to-Real Transfer
### 2.5 Others
#### Domain-specific Applications → Autonomous driving
#### Domain-specific Applications → Finance
#### Domain-specific Applications → Medical
#### Domain-specific Applications → Law
#### Domain-specific Applications → Education
#### Structure-specific Applications → Time series
#### Structure-specific Applications → Tabular
#### Structure-specific Applications → Graph
## 3. Challenges & Future Directions
#### Model Collapse
#### Active Synthesis
#### Synthetic Data Evaluation
#### Multi-Modal Synthesis`.split("\n");

// The anchors of the README before this one, and the section or group that each
// led to.
const oldAnchors = `1-foundation-model	Model-centric AI
11-pre-training-stage	Pre-training
12-post-training-stage	Domain Model Enhancement
121-reasoning	Reasoning
122-code	Code
123-instruction	Instruction following
124-preference	Alignment
125-tabular-data	Tabular
126-medical	Medical
13-inference-stage	Prompt engineering
131-prompt-engineering	Prompt engineering
132-in-context-learning	In-context learning
14-evaluation-stage	Model Evaluation
141-synthetic-benchmark	Synthetic benchmark
2-overcome-data-inaccessibility	Data Accessibility
21-few-shot-and-zero-shot-learning	Zero/Few-shot learning
22-federated-learning	Federated learning
23-data-free-knowledge-distillation	Data-free knowledge distillation
24-data-free-model-quantizationpruning	Data-free pruning/quantization
25-data-free-meta-learning	Data-free meta-learning
26-data-free-continual-learning	Data-free continual learning
3-trustworthy-machine-learning	Trustworthy AI
31-privacy-preserve-learning	Privacy-preserving learning
32-long-tail-learning	Long-tail learning
33-de-bias-learning	De-bias learning
34-machine-unlearning	Machine unlearning
35-adversarial-defense	Adversarial defense
36-data-copyright-protection	Data watermarking
4-reinforcement-learning	Reinforcement learning
5-dataset-transformation	Data Refinement
51-dataset-expansion	Dataset expansion
52-dataset-distillation	Dataset distillation
53-dataset-purification	Dataset purification`
  .split("\n")
  .map((line) => line.split("\t") as [string, string]);

const records = readOwnRecords();
let folder: string;
let readme: string;
beforeAll(() => {
  folder = copyOwnList();
  readme = buildIn(folder);
});

describeWith("cmark-gfm", "the README of our own list", () => {
  let page: ReturnType<typeof show>;
  beforeAll(() => {
    page = show(readme);
  });

  test("has the headings of the outline, then those of the prose", () => {
    const prose = readFileSync(join(root, "templates/README.md"), "utf8");
    const write = ({ level, text }: { level: number; text: string }) =>
      `${"#".repeat(level)} ${text}`;
    expect(headingsOf(page).map(write)).toEqual([
      ...outline,
      ...headingsOf(show(prose)).map(write),
    ]);
  });

  test("has every record in each of its sections, as the record has it", () => {
    const titles = titlesById(readOwnTaxonomy());
    const wanted = [...records.values()].flatMap((record) =>
      record.sections.map((id) => rowOf(titles.get(id) ?? id, record)),
    );
    const tables = tablesUnder(page.children as Element[]);
    const found = tables.flatMap(([heading, table]) =>
      cellsOf(table).map((cells) => readRow(heading, cells)),
    );
    expect(tables).toHaveLength(59);
    expect(found).toHaveLength(438);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test("has four columns in every table, and newest papers first", () => {
    for (const [, table] of tablesUnder(page.children as Element[])) {
      const names = elementsOf(table, /^th$/).map(textOf);
      expect(names).toEqual(["Title", "Conference", "Year", "Code"]);
      const rows = cellsOf(table);
      expect(rows.every((cells) => cells.length === 4)).toBe(true);
      const years = rows.map((cells) => Number(cells[2] && textOf(cells[2])));
      expect(years).toEqual(years.toSorted((a, b) => b - a));
    }
  });

  test.each(oldAnchors)("leads #%s to %s", (anchor, title) => {
    const [heading, ...others] = headingsAfterAnchor(page.children, anchor);
    expect(others).toEqual([]);
    const group = [...titlesById(readOwnTaxonomy()).values()].some((path) =>
      path.startsWith(`${title} → `),
    );
    const text = heading?.replace(/^[\d.]+ /, "") ?? "";
    if (group) expect(text.split(" → ")[0]).toBe(title);
    else expect(text.split(" → ").at(-1)).toBe(title);
    // An anchor of a group leads to the first of its headings.
    const first = outline.find((line) => line.includes(` ${title} → `));
    if (group) expect(`#### ${text}`).toBe(first);
  });
});

function rowOf(heading: string, record: PaperRecord): string {
  const { title, url, doi, arxiv, code } = record;
  const address =
    url ??
    (doi === undefined
      ? `https://arxiv.org/abs/${String(arxiv)}`
      : `https://doi.org/${doi}`);
  return JSON.stringify([
    heading,
    [collapse(title), record.venue, String(record.year)],
    [addressOf(address), ...(code === undefined ? [] : [addressOf(code)])],
  ]);
}

function readRow(heading: string, cells: Element[]): string {
  const links = cells.flatMap((cell) => elementsOf(cell, /^a$/)).map(hrefOf);
  return JSON.stringify([
    heading,
    cells.slice(0, 3).map(textOf),
    links.map((href) => addressOf(href ?? "")),
  ]);
}

/** All tables with the headings, without number, that they stand under. */
function tablesUnder(elements: Element[]): [string, Element][] {
  let heading = "";
  const tables: [string, Element][] = [];
  for (const element of elements) {
    if (/^h\d$/.test(element.tagName)) heading = textOf(element);
    if (element.tagName === "table") tables.push([heading, element]);
  }
  return tables;
}

/** The headings that an anchor stands before, with nothing but anchors between. */
function headingsAfterAnchor(
  nodes: ReturnType<typeof show>["children"],
  anchor: string,
): string[] {
  const headings: string[] = [];
  let waiting = false;
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const isHeading = /^h\d$/.test(node.tagName);
    if (waiting && isHeading) headings.push(textOf(node));
    const anchors = elementsOf(node, /^a$/).map((a) => a.properties.id);
    const only = textOf(node) === "" && anchors.length > 0;
    waiting = !isHeading && only && (waiting || anchors.includes(anchor));
  }
  return headings;
}

describe("the links inside the README", () => {
  test("all lead somewhere", async () => {
    expect(await brokenLinks(readme)).toEqual([]);
  });

  test("are reported where they do not", async () => {
    const messages = await brokenLinks(`${readme}\n[Nowhere](#no-where)\n`);
    const found = messages.filter((message) => message.includes("#no-where"));
    expect(found).toHaveLength(1);
  });
});

async function brokenLinks(markdown: string): Promise<string[]> {
  spawnSync("git", ["init", "-q"], { cwd: folder });
  const { messages } = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkStringify)
    .use(remarkValidateLinks, { repository: false, root: folder })
    .process({ cwd: folder, path: join(folder, "README.md"), value: markdown });
  return messages.map(String);
}

describe("awesome-lint", () => {
  const off = new Set([
    // The list has always had its title twice: as HTML and over its sections.
    "no-multiple-toplevel-headings",
    // A row is one line without padding, so that one paper is one line of diff.
    "table-pipe-alignment",
    // It asks for entries in lists; ours are rows, and our lists are contents.
    "awesome-list-item",
    // A paper stands in every section that it belongs to.
    "double-link",
  ]);
  // This rule asks GitHub about the repository over the network.
  const rules = (awesomeRules as [{ name: string }][]).filter(
    ([rule]) => rule.name !== "remark-lint:awesome-github",
  );

  async function lint(markdown: string): Promise<string[]> {
    const { messages } = await unified()
      .use(remarkParse)
      .use(remarkStringify)
      .use({ plugins: createConfig(rules) })
      .process({
        cwd: folder,
        path: join(folder, "README.md"),
        value: markdown,
      });
    return messages.filter(({ ruleId }) => !off.has(ruleId ?? "")).map(String);
  }

  test("has nothing to say about our README", async () => {
    expect(rules).toHaveLength(11);
    expect(await lint(readme)).toEqual([]);
  });

  test("has something to say where there is something", async () => {
    const messages = await lint(`${readme}\n## License\n\n* One\n- Two\n`);
    expect(messages).not.toEqual([]);
  });
});

describe("the records", () => {
  test("are in their canonical form", () => {
    const files = readdirSync(join(root, "papers")).map((name) => [
      name.replace(/\.yaml$/, ""),
      readFileSync(join(root, "papers", name), "utf8"),
    ]);
    const printed = [...records].map(([id, record]) => [
      id,
      printRecord(record, "../src/schema/paper.schema.json"),
    ]);
    expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(files));
  });

  test("are named by their year and title", () => {
    const misnamed = [...records].filter(
      // A name that is taken gets a number.
      ([id, record]) => {
        const name = proposeId(record);
        return id !== name && !new RegExp(`^${name}-\\d$`).test(id);
      },
    );
    expect(misnamed.map(([id]) => id)).toEqual([]);
  });
});

test("README.md in the repository is what its records make", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toBe(readme);
});

describe("Prettier", () => {
  const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
  const check = (list: string) =>
    spawnSync(process.execPath, [prettier, "--check", "README.md"], {
      cwd: list,
      encoding: "utf8",
    });

  test.each<[string, Record<string, string>]>([
    ["no configuration", {}],
    ["narrow prose", { ".prettierrc": "proseWrap: always\nprintWidth: 60\n" }],
    ["tabs", { ".prettierrc": '{ "tabWidth": 8, "useTabs": true }' }],
    ["Windows' line ends", { ".prettierrc": "endOfLine: crlf\n" }],
    [
      ".editorconfig",
      {
        ".editorconfig":
          "root = true\n\n[*]\nindent_style = space\nindent_size = 4\n",
      },
    ],
  ])("with %s has nothing to change", (_, files) => {
    const list = copyOwnList(files);
    const text = buildIn(list);
    expect(check(list)).toMatchObject({ status: 0 });
    // Else the check would not even look at the file.
    writeFileSync(join(list, "README.md"), `${text}\n\n*  a\n`);
    expect(check(list)).toMatchObject({ status: 1 });
  });

  test.each([
    { proseWrap: "always", printWidth: 20 },
    { proseWrap: "never", tabWidth: 8, useTabs: true },
    { singleQuote: true, semi: false, tabWidth: 1, printWidth: 320 },
    { embeddedLanguageFormatting: "off", htmlWhitespaceSensitivity: "ignore" },
  ] as const)("with %o leaves the generated parts alone", async (options) => {
    const formatted = await format(readme, { parser: "markdown", ...options });
    expect(generatedParts(formatted)).toEqual(generatedParts(readme));
    expect(
      generatedParts(readme)
        .join("\n")
        .match(/^\| \*\*/gm),
    ).toHaveLength(438);
  });
});

function generatedParts(markdown: string): string[] {
  const fenced =
    /<!-- prettier-ignore-start -->.*?<!-- prettier-ignore-end -->/gs;
  return markdown.match(fenced) ?? [];
}
