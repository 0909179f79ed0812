import type { PhrasingContent } from "mdast";
import { oneLine } from "../model/one-line.ts";

// GitHub reads these after Markdown, where no backslash helps: math in dollar signs, names of emoji in colons, and @names.
// https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
const active = /(\$|:(?=[\w+-]+:)|@(?=[\w-]))/;

/**
 * Text that shows as itself, whatever it holds. What GitHub would make something of is put into an element of its own,
 * which splits it from what follows; all else the printer escapes.
 */
export function text(value: string): PhrasingContent[] {
  const line = oneLine(value);
  if (!active.test(line))
    return line === "" ? [] : [{ type: "text", value: line }];
  return line
    .split(active)
    .filter((part) => part !== "")
    .map((part) =>
      part === "$" || part === ":" || part === "@"
        ? { type: "html", value: `<span>${part}</span>` }
        : { type: "text", value: part },
    );
}
