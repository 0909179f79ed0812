import { styleText } from "node:util";
import stringWidth from "string-width";
import { count } from "../count.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";
import { visible } from "./visible.ts";

const widest = 100;
const longest = 1000;

type Format = Parameters<typeof styleText>[0];

/** Findings as people read them: where, what, the line with a caret under the place, and what to do. */
export function pretty(
  diagnostics: readonly Diagnostic[],
  color: boolean,
): string {
  const paint = (format: Format, text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const blocks = diagnostics.map(
    ({ file, at, severity, rule, message, help }) => {
      const where =
        at === undefined
          ? visible(file)
          : `${visible(file)}:${at.line}:${at.column}`;
      const hue = severity === "error" ? "red" : "yellow";
      const lines = [
        `${paint("bold", where)}  ${paint(hue, severity)}  ${paint("dim", rule)}  ${sentence(message)}`,
      ];
      if (at !== undefined && at.text.trim() !== "") {
        const gutter = String(at.line);
        const { line, caret } = frame(at);
        lines.push(`  ${paint("dim", `${gutter} |`)} ${line}`);
        lines.push(
          `  ${paint("dim", `${" ".repeat(gutter.length)} |`)} ${paint(hue, caret)}`,
        );
      }
      if (help !== undefined)
        lines.push(`  ${paint("cyan", "→")} ${sentence(help)}`);
      return lines.join("\n");
    },
  );
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** How many findings there are, in words: "2 errors and 1 warning". */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning"] as const)
    .flatMap((severity) => {
      const found = diagnostics.filter((one) => one.severity === severity);
      return found.length === 0 ? [] : count(found.length, severity);
    })
    .join(" and ");
}

/** As much of the line around the place as fits, and carets under the place. */
function frame(at: Place): { line: string; caret: string } {
  const place = at.column - 1;
  const start = Math.max(
    0,
    Math.min(place - widest / 2, at.text.length - widest),
  );
  const end = Math.min(at.text.length, start + widest);
  const placeEnd = Math.min(place + at.length, end);
  const before = (start > 0 ? "…" : "") + visible(at.text.slice(start, place));
  const marked = visible(at.text.slice(place, placeEnd));
  const after =
    visible(at.text.slice(placeEnd, end)) + (end < at.text.length ? "…" : "");
  return {
    line: before + marked + after,
    caret:
      " ".repeat(stringWidth(before)) +
      "^".repeat(Math.max(1, stringWidth(marked))),
  };
}

/** A sentence about a file, which may quote it at any length. */
function sentence(text: string): string {
  return visible(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
