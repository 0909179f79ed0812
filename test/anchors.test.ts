import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileLine } from "./support/hostile-text.ts";
import { buildIn, copyOwnList } from "./support/own-list.ts";
import { elementsOf, headingsOf, hrefOf, show } from "./support/page.ts";
import { makeFolder } from "./support/program.ts";
import { describeWith } from "./support/tools.ts";

/**
 * Sees that the contents lead, entry by entry, to the headings of the sections,
 * by the anchors that GitHub makes of the headings it shows.
 */
function expectContentsToLead(readme: string): void {
  const page = show(readme);
  const headings = headingsOf(page);
  const [contents] = elementsOf(page, /^details$/);
  const links = contents === undefined ? [] : elementsOf(contents, /^a$/);
  expect(links).not.toEqual([]);
  const last = headings.findIndex(({ text }) => text === "END");
  const sections = headings.slice(last - links.length, last);
  expect(links.map((link) => decodeURI(hrefOf(link) ?? ""))).toEqual(
    sections.map(({ anchor }) => `#${anchor}`),
  );
}

/** A list with this prose before its sections. */
function listWith(prose: string, titles: string[], title = "List"): string {
  const sections = titles.map((name, index) => ({
    id: `s${index}`,
    title: name,
    numbered: false,
  }));
  return makeFolder({
    "taxonomy.yaml": JSON.stringify({ title, sections }),
    "templates/README.md": `<!-- awesome-sdg: header -->

<!-- awesome-sdg: contents -->

${prose}

<!-- awesome-sdg: sections -->

## END
`,
  });
}

describeWith("cmark-gfm", "the contents lead to the sections", () => {
  test("in our own list", () => {
    const readme = buildIn(copyOwnList());
    expectContentsToLead(`${readme.split("\n## Add a paper")[0]}\n\n## END\n`);
  });

  test("where sections, the list and the prose are called the same", () => {
    const titles = [
      "Same",
      "Same",
      "Same 1",
      "same",
      "List",
      "📚 List",
      "Same-1",
    ];
    expectContentsToLead(buildIn(listWith("## Same\n\n### Same", titles)));
  });

  // Each of these has the heading "Same", or looks as if it had it.
  test.each([
    "## Same",
    "Same\n====",
    "## Same ##",
    "## **Same**",
    "## `Same`",
    "## [Same](https://x.org)",
    "## ~~Same~~",
    "## ![picture](https://x.org/i.png) Same",
    "## ![Same](https://x.org/i.png)",
    "## S&#97;me",
    "## <b>Same</b>",
    "## Same <!-- note -->",
    "## :smile: Same",
    "> ## Same",
    "- ## Same",
    "1. One\n\n   ## Same",
    "<h2>Same</h2>",
    "<h2>S&#97;me</h2>",
    "<H2 align='center'>Same</H2>",
    '## <img src="https://x.org/i.png" width="20">Same',
    '## <a name="x"></a>Same',
    "Text.\n\n    ## Same",
    "<div>\n\n## Same\n\n</div>",
    "<div><h2>Same</h2></div>",
    "<div>\n<h2>Same</h2>\n<h3>Same</h3>\n</div>",
    '<h2><img alt="Same" src="https://x.org/i.png"></h2>',
    "<!-- <h2>Same</h2> -->",
    "<!--\n## Same\n-->",
    "```md\n## Same\n```",
    "    ## Same",
    "`<h2>Same</h2>`",
    "\\## Same",
    "####### Same",
  ])("after the prose %j", (prose) => {
    expectContentsToLead(buildIn(listWith(prose, ["Same", "same"])));
  });

  test("whatever sections are called", () => {
    const titles = fc.array(
      fc.oneof(hostileLine, fc.constantFrom("Same", "same", "Same-1", "a b")),
      { minLength: 1, maxLength: 60, size: "max" },
    );
    fc.assert(
      fc.property(titles, fc.constantFrom("List", "Same"), (names, title) => {
        expectContentsToLead(buildIn(listWith("## Same", names, title)));
      }),
      { numRuns: 10, interruptAfterTimeLimit: 20_000 },
    );
  });
});
