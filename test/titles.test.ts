import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Element, Root, RootContent } from "hast";
import { expect, test } from "vitest";
import { titleKey } from "../src/references/identity.ts";
import { hostileLine, rejectedLine } from "./support/hostile-text.ts";
import { buildIn } from "./support/own-list.ts";
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
import { makeFolder, root, runProgram } from "./support/program.ts";
import { describeWith } from "./support/tools.ts";

const columns = ["title", "venue", "year", "authors", "tldr", "code"];

type Field = "title" | "venue" | "authors" | "tldr" | "url" | "code";
type Fields = Partial<Record<Field, string | string[]>>;

/** The files of a list whose papers are these, in this order. JSON is YAML. */
function listOf(papers: Fields[], taxonomy: object = {}) {
  const files: Record<string, string> = {
    "taxonomy.yaml": JSON.stringify({
      title: "List",
      columns,
      sort: ["-year"],
      sections: [{ id: "all", title: "All" }],
      ...taxonomy,
    }),
  };
  for (const [index, fields] of papers.entries()) {
    files[`papers/p${index}.yaml`] = JSON.stringify({
      title: `Paper ${index}`,
      venue: "V",
      year: 2100 - index,
      url: `https://x.org/${index}`,
      sections: ["all"],
      ...fields,
    });
  }
  return files;
}

/** The page of a list. */
function pageOf(papers: Fields[], taxonomy?: object): Root {
  return show(buildIn(makeFolder(listOf(papers, taxonomy))));
}

/** The cells of the list's one table, having seen that it is whole. */
function rowsOf(page: Root, count: number): Element[][] {
  const tables = page.children.filter(
    (node): node is Element =>
      node.type === "element" && node.tagName === "table",
  );
  expect(tables).toHaveLength(1);
  const rows = tables.flatMap(cellsOf);
  expect(rows).toHaveLength(count);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  return rows;
}

/** What a line of a record shows as: white space at its ends does not count. */
function shown(line: string): string {
  return collapse(line).trim();
}

/** Text whose spaces of any kind and number are one space. */
function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

// GitHub turns these into emoji, people and formulas after Markdown; it leaves
// names of people alone inside links, and a lone sign in an element is text.
const emoji = /:[\w+-]+:/;
const mention = /(^|[^\w`])@[\w-]/;

/** What of a node GitHub would not show as text. */
function activeIn(node: Root | RootContent, inLink = false): string[] {
  if (node.type === "text") {
    const active =
      node.value.includes("$") ||
      emoji.test(node.value) ||
      (!inLink && mention.test(node.value));
    return active ? [node.value] : [];
  }
  if (!("children" in node)) return [];
  const element = node.type === "element" ? node : undefined;
  const only = element?.tagName === "span" ? textOf(element) : "";
  if (["$", ":", "@"].includes(only)) return [];
  const linked = inLink || element?.tagName === "a";
  return node.children.flatMap((child) => activeIn(child, linked));
}

/** The elements in a node that are more than text. */
function markupIn(node: Element): string[] {
  return elementsOf(node, /^(?!span$)/).map(({ tagName }) => tagName);
}

const batch = { minLength: 1, maxLength: 200, size: "max" } as const;
// Time enough to shrink a counterexample, and no more.
const runs = { numRuns: 10, interruptAfterTimeLimit: 20_000 };

describeWith("cmark-gfm", "whatever a list holds shows as itself", () => {
  test("as a title", () => {
    const titles = fc.uniqueArray(hostileLine, {
      ...batch,
      selector: titleKey,
    });
    fc.assert(
      fc.property(titles, (lines) => {
        const page = pageOf(lines.map((title) => ({ title })));
        const cells = rowsOf(page, lines.length).map(
          ([cell]) => cell as Element,
        );
        expect(cells.map((cell) => textOf(cell).trim())).toEqual(
          lines.map(shown),
        );
        for (const [index, cell] of cells.entries()) {
          expect(markupIn(cell)).toEqual(["strong", "a"]);
          const [link] = elementsOf(cell, /^a$/);
          expect(hrefOf(link)).toBe(`https://x.org/${index}`);
          expect(link && textOf(link).trim()).toBe(shown(lines[index] ?? ""));
        }
        expect(activeIn(page)).toEqual([]);
      }),
      runs,
    );
  });

  test("as a venue, an author and a summary", () => {
    const fields = fc.record({
      venue: hostileLine,
      author: hostileLine.filter((name) => name !== "others"),
      tldr: hostileLine,
    });
    fc.assert(
      fc.property(fc.array(fields, batch), (papers) => {
        const page = pageOf(
          papers.map(({ venue, author, tldr }) => ({
            venue,
            authors: [author],
            tldr,
          })),
        );
        const cells = rowsOf(page, papers.length).map(
          ([, venue, , author, tldr]) => [venue, author, tldr] as Element[],
        );
        expect(
          cells.map((row) => row.map((cell) => textOf(cell).trim())),
        ).toEqual(
          papers.map(({ venue, author, tldr }) =>
            [venue, author, tldr].map(shown),
          ),
        );
        expect(cells.flat().flatMap(markupIn)).toEqual([]);
        expect(activeIn(page)).toEqual([]);
      }),
      runs,
    );
  });

  test("as the title of a section", () => {
    const groups = fc.array(fc.tuple(hostileLine, hostileLine, hostileLine), {
      minLength: 1,
      maxLength: 30,
      size: "max",
    });
    fc.assert(
      fc.property(groups, (titles) => {
        const sections = titles.map(([outer, group, inner], index) => ({
          id: `s${index}`,
          title: outer,
          sections: [
            {
              id: `g${index}`,
              title: group,
              inline: true,
              sections: [{ id: `i${index}`, title: inner }],
            },
          ],
        }));
        const page = pageOf([], { sections });
        const headings = headingsOf(page);
        const wanted = titles.flatMap(([outer, group, inner], index) => [
          `${index + 1}. ${shown(outer)}`,
          `${index + 1}.1 ${shown(group)} → ${shown(inner)}`,
        ]);
        const texts = headings.map(({ text }) => spaced(text));
        expect(texts.slice(2)).toEqual(wanted.map(spaced));
        // The contents lead to each of them, by its title.
        const [contents] = elementsOf(page, /^details$/);
        const links = elementsOf(contents as Element, /^a$/);
        expect(links.map((link) => spaced(textOf(link)))).toEqual(
          wanted.map(spaced),
        );
        const anchors = headings.slice(2).map(({ anchor }) => `#${anchor}`);
        expect(links.map(hrefOf).map((href) => decodeURI(href ?? ""))).toEqual(
          anchors,
        );
        expect(activeIn(page)).toEqual([]);
      }),
      runs,
    );
  });

  test("as the title and tagline of the list", () => {
    fc.assert(
      fc.property(hostileLine, hostileLine, (title, tagline) => {
        const page = pageOf([], { title, tagline });
        const [first, second] = headingsOf(page);
        expect(first?.text.trim()).toBe(shown(title));
        expect(second && spaced(second.text)).toBe(spaced(`📚 ${title} `));
        const [bold] = elementsOf(page, /^b$/);
        expect(bold && textOf(bold).trim()).toBe(shown(tagline));
        expect(activeIn(page)).toEqual([]);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  test("and an address leads where it says", () => {
    const addresses = fc.uniqueArray(
      hostileAddress.filter((address) => URL.canParse(address)),
      { ...batch, selector: (address) => new URL(address).href.toLowerCase() },
    );
    fc.assert(
      fc.property(addresses, (urls) => {
        const page = pageOf(urls.map((url) => ({ code: url })));
        const cells = rowsOf(page, urls.length).map((row) => row[5] as Element);
        const hrefs = cells.map((cell) => elementsOf(cell, /^a$/).map(hrefOf));
        expect(
          hrefs.map((found) => found.map((href) => addressOf(href ?? ""))),
        ).toEqual(urls.map((url) => [addressOf(url)]));
        expect(hrefs.map(([href]) => new URL(href ?? "").host)).toEqual(
          urls.map((url) => new URL(url).host),
        );
      }),
      runs,
    );
  });
});

// The schema's own word on what an address is.
const schema = JSON.parse(
  readFileSync(join(root, "src/schema/paper.schema.json"), "utf8"),
) as { $defs: { address: { pattern: string } } };
const addressPattern = new RegExp(schema.$defs.address.pattern, "u");

const addressPart = fc
  .array(
    fc.constantFrom(
      ..."|()[]`'\\$^{};:@!*_~,+&=%#?/.-",
      "&copy;",
      "&amp;",
      "&copy",
      "%7C",
      "%7c",
      "%20",
      "%",
      "**",
      "](",
      "\\|",
      "é",
      "中",
      "😀",
      "x",
      "1",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const hostileAddress = fc
  .tuple(
    fc.oneof(
      fc.webUrl({
        validSchemes: ["http", "https"],
        withQueryParameters: true,
        withFragments: true,
        authoritySettings: {
          withIPv4: true,
          withIPv6: true,
          withUserInfo: true,
          withPort: true,
        },
      }),
      fc.constantFrom(
        "https://x.org/",
        "https://x.org/a?b=",
        "https://x.org/a#b",
        "http://[::1]:8080/",
        "https://bücher.example/",
        "https://例え.テスト/",
        "https://user:pass@x.org/",
        "http://x.org:81/",
        "https://X.ORG/",
      ),
    ),
    addressPart,
  )
  .map((parts) => parts.join(""))
  .filter((address) => addressPattern.test(address));

test("a line with a control character or half a character is a finding", () => {
  const fields = fc.constantFrom("title", "venue", "tldr", "authors");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fields, rejectedLine), { ...batch, maxLength: 50 }),
      (papers) => {
        const files = listOf(
          papers.map(([field, line]) => ({
            [field]: field === "authors" ? [line] : line,
          })),
        );
        const { exitCode, stderr } = runProgram(makeFolder(files), ["build"]);
        expect(exitCode).toBe(1);
        for (const [index] of papers.entries()) {
          expect(stderr).toMatch(
            new RegExp(`^papers/p${index}\\.yaml:1:\\d+ .*bad-value`, "m"),
          );
        }
      },
    ),
    runs,
  );
});

test("an address that is none, and so no link, is a finding", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("[::1", "a:99999", "%zz", "a|b", "1.2.3.4.5", "xn--a"),
      fc.constantFrom("url", "code"),
      (host, field) => {
        const url = `https://${host}/`;
        expect(URL.canParse(url)).toBe(false);
        const files = listOf([{ [field]: url }]);
        expect(runProgram(makeFolder(files), ["build"])).toMatchObject({
          exitCode: 1,
          stderr: expect.stringContaining("papers/p0.yaml:1:"),
        });
      },
    ),
    { numRuns: 12 },
  );
});
