import stringWidth from "string-width";
import type { Statistics } from "../model/statistics.ts";

const widestBar = 40;

/** Statistics as a table for people. */
export function printStatistics(statistics: Statistics): string {
  const {
    papers,
    filings,
    sections,
    emptySections,
    withCode,
    byYear,
    byVenue,
  } = statistics;
  const share = papers === 0 ? 0 : Math.round((100 * withCode) / papers);
  const facts: [string, string][] = [
    ["Papers", String(papers)],
    ["Rows", String(filings)],
    ["Sections", String(sections)],
    [
      "Empty sections",
      emptySections.length === 0 ? "none" : emptySections.join(", "),
    ],
    ["With code", `${withCode} (${share}%)`],
  ];
  return [
    align(facts),
    `Year\n${align(bars(byYear))}`,
    `Venue\n${align(bars(byVenue))}`,
  ].join("\n");
}

/** Statistics as JSON: `papers`, `filings`, `sections`, `emptySections`, `withCode`, and `byYear` and `byVenue` as pairs. */
export function statisticsToJson(statistics: Statistics): string {
  const { byYear, byVenue, ...rest } = statistics;
  const pairs = {
    byYear: [...byYear].map(([year, papers]) => ({ year, papers })),
    byVenue: [...byVenue].map(([venue, papers]) => ({ venue, papers })),
  };
  return `${JSON.stringify({ ...rest, ...pairs }, null, 2)}\n`;
}

function bars(
  counts: ReadonlyMap<string | number, number>,
): [string, string][] {
  const most = Math.max(1, ...counts.values());
  return [...counts].map(([name, count]) => [
    `  ${name}`,
    `${String(count).padStart(String(most).length)}  ${"▇".repeat(Math.ceil((widestBar * count) / most))}`,
  ]);
}

function align(rows: [string, string][]): string {
  const width = Math.max(0, ...rows.map(([name]) => stringWidth(name)));
  return rows
    .map(
      ([name, value]) =>
        `${name}${" ".repeat(width - stringWidth(name))}  ${value}\n`,
    )
    .join("");
}
