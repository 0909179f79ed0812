import { countPapers } from "../../model/statistics.ts";
import { html } from "../html.ts";
import type { Block } from "./block.ts";

const mostBars = 30;

export const numbers: Block = {
  name: "numbers",
  headings: () => [],
  render({ list }) {
    const { papers, filings, sections, withCode, byYear } = countPapers(list);
    if (papers === 0) return [];
    const share = Math.round((100 * withCode) / papers);
    return [
      html`<details>
        <summary><strong>The list in numbers</strong></summary>
      </details>`,
      {
        type: "paragraph",
        children: [
          {
            type: "text",
            value: `${papers} papers in ${filings} places of ${sections} sections; ${share}% come with code.`,
          },
        ],
      },
      { type: "code", lang: "mermaid", value: drawYears(byYear) },
      html`</details>`,
    ];
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
    .reduce((sum, [, count]) => sum + count, 0);
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
