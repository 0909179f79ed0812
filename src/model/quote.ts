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

/** A text as YAML, in quotes where it needs them. */
export function printScalar(text: string): string {
  return /^[A-Za-z][\w /.-]*$|^https?:\S+$/.test(text) ? text : quote(text);
}
