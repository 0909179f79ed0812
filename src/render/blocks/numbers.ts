import { count } from "../../count.ts";
import { countPapers } from "../../model/statistics.ts";
import { type Block, collapse } from "./block.ts";

const mostBars = 30;

export const numbers: Block = {
  name: "numbers",
  headings: () => [],
  render({ list }) {
    const { papers, filings, sections, withCode, byYear } = countPapers(list);
    if (papers === 0) return [];
    const share = Math.round((100 * withCode) / papers);
    const rows = `${count(papers, "paper")}, ${count(filings, "row")} in ${count(sections, "section")}`;
    return collapse("The list in numbers", [
      {
        type: "paragraph",
        children: [{ type: "text", value: `${rows}; ${share}% with code.` }],
      },
      { type: "code", lang: "mermaid", value: drawYears(byYear) },
    ]);
  },
};

/** A bar chart in Mermaid's words, https://mermaid.js.org/syntax/xyChart.html: a bar for every year between first and last. */
function drawYears(byYear: ReadonlyMap<number, number>): string {
  const last = Math.max(...byYear.keys());
  const first = Math.max(Math.min(...byYear.keys()), last - mostBars + 1);
  const years = Array.from(
    { length: last - first + 1 },
    (_, index) => first + index,
  );
  const bars = years.map((year) => byYear.get(year) ?? 0);
  const earlier = [...byYear]
    .filter(([year]) => year < first)
    .reduce((sum, [, papers]) => sum + papers, 0);
  const labels = years.map(String);
  if (earlier > 0) {
    labels.unshift(`"before ${first}"`);
    bars.unshift(earlier);
  }
  return [
    "xychart-beta",
    '    title "Papers by year"',
    `    x-axis [${labels.join(", ")}]`,
    `    y-axis "Papers" 0 --> ${Math.max(...bars)}`,
    `    bar [${bars.join(", ")}]`,
  ].join("\n");
}
