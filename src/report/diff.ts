import { styleText } from "node:util";
import { visible } from "./visible.ts";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

// To compare two READMEs that have nothing in common takes minutes.
const mostEdits = 5000;

/** The unified diff of a file's two states, as `git diff` and `patch` read it. */
export function printDiff(
  file: string,
  before: string,
  after: string,
  { color, isTTY }: { color: boolean; isTTY: boolean },
): string {
  const patch = createTwoFilesPatch(
    `a/${file}`,
    `b/${file}`,
    before,
    after,
    undefined,
    undefined,
    {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
      maxEditLength: mostEdits,
    },
  );
  if (patch === undefined)
    return `--- a/${file}\n+++ b/${file}\n(too much has changed to be shown)\n`;
  // Only a program that reads the patch is given its bytes as they are.
  const lines = patch.split("\n").map((line) => (isTTY ? visible(line) : line));
  return lines.map((line) => (color ? paint(line) : line)).join("\n");
}

function paint(line: string): string {
  const format = line.startsWith("+")
    ? "green"
    : line.startsWith("-")
      ? "red"
      : line.startsWith("@")
        ? "cyan"
        : undefined;
  return format === undefined
    ? line
    : styleText(format, line, { validateStream: false });
}
