/** A text with its white space as HTML shows it: single spaces, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ").trim();
}
