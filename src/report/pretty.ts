import { styleText } from "node:util";
import stringWidth from "string-width";
import type { Diagnostic, Place } from "../diagnostic.ts";

const widest = 100;

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
        `${paint("bold", where)}  ${paint(hue, severity)}  ${paint("dim", rule)}  ${visible(message)}`,
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
        lines.push(`  ${paint("cyan", "→")} ${visible(help)}`);
      return lines.join("\n");
    },
  );
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** How many findings there are, in words: "2 errors and 1 warning". */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) => {
    const number = diagnostics.filter(
      (diagnostic) => diagnostic.severity === severity,
    ).length;
    return number === 0
      ? []
      : [`${number} ${severity}${number === 1 ? "" : "s"}`];
  };
  return [...count("error"), ...count("warning")].join(" and ");
}

/** The line, or as much of it around the place as fits, and the carets that stand under the place. */
function frame(at: Place): { line: string; caret: string } {
  const start = Math.max(
    0,
    Math.min(at.column - 1 - widest / 2, at.text.length - widest),
  );
  const end = Math.min(at.text.length, start + widest);
  const head = `${start > 0 ? "…" : ""}${visible(at.text.slice(start, at.column - 1))}`;
  const marked = visible(
    at.text.slice(at.column - 1, Math.min(end, at.column - 1 + at.length)),
  );
  const tail = `${visible(at.text.slice(at.column - 1 + at.length, end))}${end < at.text.length ? "…" : ""}`;
  return {
    line:
      head +
      marked +
      (at.column - 1 + at.length >= end && end < at.text.length ? "…" : tail),
    caret:
      " ".repeat(stringWidth(head)) +
      "^".repeat(Math.max(1, stringWidth(marked))),
  };
}

/** Text from a file with its control and direction characters written out, so that it cannot drive the terminal. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu,
    (character) =>
      character === "\t"
        ? "→"
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
