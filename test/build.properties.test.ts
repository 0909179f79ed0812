import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { diffLines } from "diff";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { PaperRecord, Taxonomy } from "../src/schema/types.ts";
import { hostileLine } from "./support/hostile-text.ts";
import {
  buildIn,
  copyOwnList,
  readOwnRecords,
  readOwnTaxonomy,
} from "./support/own-list.ts";
import { makeFolder, root, runProgram } from "./support/program.ts";

const records = readOwnRecords();
const taxonomy = readOwnTaxonomy();
const build = (folder: string) => runProgram(folder, ["build"]);

describe("the order of things does not matter", () => {
  const ids = [...records.keys()];

  /** A list of our own records, whose files are created in this order. */
  function createInOrder(order: readonly string[]): string {
    const folder = makeFolder();
    mkdirSync(join(folder, "papers"));
    copyFileSync(join(root, "taxonomy.yaml"), join(folder, "taxonomy.yaml"));
    for (const id of order) {
      const file = join("papers", `${id}.yaml`);
      copyFileSync(join(root, file), join(folder, file));
    }
    return folder;
  }

  test("of files", () => {
    const some = fc.shuffledSubarray(ids, { minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(some, (order) => {
        const readme = buildIn(createInOrder(order));
        expect(buildIn(createInOrder(order.toSorted()))).toBe(readme);
      }),
      { numRuns: 5 },
    );
  });

  test("of a record's fields and sections", () => {
    const fields = Object.keys(recordOf("x", ["code", "law"]));
    const shuffled = fc.shuffledSubarray(fields, { minLength: fields.length });
    const wanted = buildIn(listOf([recordOf("x", ["code", "law"])]));
    fc.assert(
      fc.property(shuffled, (order) => {
        const record = recordOf("x", ["law", "code"]);
        const entries = order.map((field) => [
          field,
          record[field as keyof PaperRecord],
        ]);
        expect(buildIn(listOf([Object.fromEntries(entries)]))).toBe(wanted);
      }),
      { numRuns: 5 },
    );
  });

  test("of papers that are filed in folders of their own", () => {
    // Two of one title and year: only their ids tell which is first.
    const one = { ...recordOf("Twins", ["law"]), arxiv: "2401.00001" };
    const two = { ...one, arxiv: "2401.00002", url: "https://b.org/" };
    const files = (first: string, second: string) => ({
      "taxonomy.yaml": JSON.stringify(taxonomy),
      [`papers/${first}/alpha.yaml`]: JSON.stringify(one),
      [`papers/${second}/beta.yaml`]: JSON.stringify(two),
    });
    const readme = buildIn(makeFolder(files("a", "b")));
    expect(buildIn(makeFolder(files("b", "a")))).toBe(readme);
  });
});

test("a build after a build changes nothing", async () => {
  const folder = copyOwnList();
  const readme = join(folder, "README.md");
  const text = buildIn(folder);
  const { mtimeMs, ctimeMs, ino } = statSync(readme);
  const rebuild = () => {
    const { exitCode, stderr } = build(folder);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining("up to date"),
    });
    expect(statSync(readme)).toMatchObject({ mtimeMs, ctimeMs, ino });
    expect(readFileSync(readme, "utf8")).toBe(text);
  };
  rebuild();
  // Files older than two seconds are known by their times alone.
  await setTimeout(2100);
  rebuild();
  rebuild();
  rmSync(readme);
  expect(buildIn(folder)).toBe(text);
  writeFileSync(readme, text.replace("2025", "2052"));
  expect(buildIn(folder)).toBe(text);
  writeFileSync(
    join(folder, "papers/new.yaml"),
    JSON.stringify(recordOf("A new paper", ["law"])),
  );
  expect(buildIn(folder)).toContain("A new paper");
});

describe("a new paper", () => {
  let folder: string;
  let before: string;
  beforeAll(() => {
    folder = copyOwnList();
    before = buildIn(folder);
  });

  test("is a line in each of its sections, and else only counts change", () => {
    const sections = [
      ...new Set([...records.values()].flatMap((r) => r.sections)),
    ];
    const years = [...records.values()].map(({ year }) => year);
    const paper = fc.record({
      title: hostileLine.map((line) => `${line} 3141592653 ${line}`),
      sections: fc.subarray(sections, { minLength: 1, maxLength: 4 }),
      year: fc.integer({ min: Math.min(...years), max: Math.max(...years) }),
      code: fc.option(fc.constant("https://github.com/new/paper")),
    });
    fc.assert(
      fc.property(paper, ({ title, sections: filed, year, code }) => {
        const file = join(folder, "papers/3141592653.yaml");
        const record = {
          ...recordOf(title, filed, year),
          ...(code && { code }),
        };
        writeFileSync(file, JSON.stringify(record));
        const after = buildIn(folder);
        rmSync(file);
        const changes = diffLines(before, after).filter(
          ({ added, removed }) => added || removed,
        );
        const lines = (kind: "added" | "removed") =>
          changes
            .filter((change) => change[kind])
            .flatMap(({ value }) => value.trimEnd().split("\n"));
        const isRow = (line: string) => line.startsWith("| ");
        const rows = lines("added").filter(isRow);
        expect(rows).toHaveLength(filed.length);
        expect(new Set(rows).size).toBe(1);
        expect(rows[0]).toContain("3141592653");
        expect(lines("removed").filter(isRow)).toEqual([]);
        // Every other line stays, but for its numbers.
        const rest = lines("added").filter((line) => !isRow(line));
        expect(rest.map(withoutNumbers)).toEqual(
          lines("removed").map(withoutNumbers),
        );
        expect(rest.every(isCount)).toBe(true);
      }),
      { numRuns: 25 },
    );
    expect(buildIn(folder)).toBe(before);
  });

  const withoutNumbers = (line: string) => line.replace(/\d+/g, "0");

  /** Whether a line is of the contents, or of the list in numbers. */
  function isCount(line: string): boolean {
    return /^ *- .*\(\d+\)$|^\d+ papers, |^ {4}(y-axis|bar) /.test(line);
  }
});

describe("the same input gives the same bytes", () => {
  let wanted: string;
  let wantedWords: string;
  beforeAll(() => {
    wanted = buildIn(copyOwnList());
    wantedWords = buildIn(listOfWords());
  });

  /** A list whose titles and venues each language would sort in its own way. */
  function listOfWords(): string {
    const words =
      "a z ø æ ä ı i I ch h t v w y ß ss 中 丁 上 ñ o đ d ł l".split(" ");
    const papers = words.map((word, index) => ({
      ...recordOf(word, ["all"]),
      venue: words[(index * 7) % words.length] ?? "",
      doi: `10.1000/${index}`,
      url: `https://example.org/${index}`,
    }));
    const sections = [{ id: "all", title: "All" }];
    return listOf(papers, { title: "T", sort: ["venue", "-title"], sections });
  }

  test.each<Record<string, string>>([
    { TZ: "Pacific/Kiritimati" },
    { TZ: "America/Los_Angeles", LC_ALL: "C" },
    { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    { LC_ALL: "", LANG: "et_EE.UTF-8", LANGUAGE: "et" },
    { LC_ALL: "zh_CN.UTF-8" },
    { HOME: "/dev/null", XDG_CACHE_HOME: "" },
    { HOME: tmpdir(), XDG_CACHE_HOME: "/dev/null" },
    { FORCE_COLOR: "1", CI: "true", COLUMNS: "20" },
    { NODE_ICU_DATA: "/nonexistent" },
  ])("with %o", (env) => {
    expect(buildIn(copyOwnList(), env)).toBe(wanted);
    expect(buildIn(listOfWords(), env)).toBe(wantedWords);
  });

  test("from another folder", () => {
    const folder = copyOwnList();
    const elsewhere = makeFolder({
      ".prettierrc": "proseWrap: always\nprintWidth: 20\n",
    });
    runProgram(elsewhere, ["build", "-C", folder]);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(wanted);
    const inside = copyOwnList();
    runProgram(join(inside, "papers"), ["build", "-C", ".."]);
    expect(readFileSync(join(inside, "README.md"), "utf8")).toBe(wanted);
  });

  test("with a cold cache and a warm one", () => {
    const folder = copyOwnList();
    const cold = buildIn(folder);
    rmSync(join(folder, "README.md"));
    expect(buildIn(folder)).toBe(cold);
    expect(cold).toBe(wanted);
  });
});

test("a section renamed keeps its old anchor by an alias", () => {
  const section = { id: "attacks", title: "Attacks" };
  const renamed = {
    ...section,
    title: "Threats & Attacks",
    aliases: ["1-attacks"],
  };
  const listWith = (...sections: object[]) =>
    listOf([recordOf("x", ["attacks"])], { title: "T", sections } as Taxonomy);
  expect(buildIn(listWith(section))).toContain("](#1-attacks)");
  const readme = buildIn(listWith(renamed));
  expect(readme).not.toContain("](#1-attacks)");
  expect(readme).toContain("](#1-threats--attacks)");
  expect(readme).toContain(
    '<a id="1-attacks"></a>\n\n## 1. Threats & Attacks\n',
  );
});

function recordOf(title: string, sections: string[], year = 2024): PaperRecord {
  const url = `https://example.org/${sections.length}/${year}`;
  return { title, venue: "ACL", year, url, sections };
}

function listOf(papers: PaperRecord[], wanted: Taxonomy = taxonomy): string {
  const files: Record<string, string> = {
    "taxonomy.yaml": JSON.stringify(wanted),
  };
  for (const [index, record] of papers.entries()) {
    files[`papers/${index}.yaml`] = JSON.stringify(record);
  }
  return makeFolder(files);
}
