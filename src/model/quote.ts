import { stringify } from "yaml";

/**
 * A value as one double-quoted YAML scalar. Quotes that stand around it already
 * are taken for what was meant, and so is one that was never closed.
 */
export function quote(value: string): string {
  const inner =
    /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1] ??
    /^'((?:[^']|'')*)'$/.exec(value)?.[1] ??
    /^"([^"]*)$/.exec(value)?.[1] ??
    value;
  return stringify(inner, {
    defaultStringType: "QUOTE_DOUBLE",
    lineWidth: 0,
  }).trimEnd();
}
