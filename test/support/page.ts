import { spawnSync } from "node:child_process";
import GithubSlugger from "github-slugger";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import type { Element, Nodes, Root, RootContent } from "hast";

// The extensions that GitHub turns on: https://github.github.com/gfm/
const extensions = [
  "table",
  "strikethrough",
  "autolink",
  "tagfilter",
  "tasklist",
  "footnotes",
].flatMap((name) => ["-e", name]);

/** Markdown as GitHub's own parser shows it, raw HTML and all. */
export function show(markdown: string): Root {
  const words = ["--unsafe", ...extensions];
  const { status, stdout, stderr } = spawnSync("cmark-gfm", words, {
    input: markdown,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`cmark-gfm failed: ${stderr}`);
  return fromHtml(stdout, { fragment: true });
}

export interface Heading {
  level: number;
  text: string;
  /** The anchor that GitHub gives it. */
  anchor: string;
  element: Element;
}

/** All headings of a page, wherever they stand, with GitHub's anchors. */
export function headingsOf(page: Root): Heading[] {
  const slugger = new GithubSlugger();
  return elementsOf(page, /^h[1-6]$/).map((element) => {
    // A space beside a picture or a comment is part of the anchor: `#-title`.
    const anchor = slugger.slug(toString(element));
    const level = Number(element.tagName[1]);
    return { level, text: textOf(element), anchor, element };
  });
}

/** The elements of these names below a node, in order. */
export function elementsOf(node: Nodes, name: RegExp): Element[] {
  const found: Element[] = [];
  const visit = (child: RootContent) => {
    if (child.type !== "element") return;
    if (name.test(child.tagName)) found.push(child);
    child.children.forEach(visit);
  };
  if ("children" in node) node.children.forEach(visit);
  return found;
}

/** The text of a node as a browser shows it. */
export function textOf(node: Nodes): string {
  return collapse(toString(node));
}

/** Text with ASCII white space as a browser shows it. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, " ").replace(/^ | $/g, "");
}

/** The cells of a table's body, row by row. */
export function cellsOf(table: Element): Element[][] {
  return elementsOf(table, /^tbody$/)
    .flatMap((body) => elementsOf(body, /^tr$/))
    .map((row) => elementsOf(row, /^t[dh]$/));
}

/** Where a link leads. */
export function hrefOf(link: Element | undefined): string | undefined {
  const href = link?.properties.href;
  if (typeof href !== "string") return undefined;
  // GitHub's parser percent-encodes the brackets of an IPv6 host, which makes it
  // no host; nothing that stands in Markdown prevents that.
  return href.replace(/^(https?:\/\/[^/]*)%5B([\d:a-f.]+)%5D/, "$1[$2]");
}

/**
 * An address as the URL standard reads it, where a character that would mean
 * something in Markdown is the same as its percent-encoded form.
 */
export function addressOf(href: string): string {
  return new URL(href).href.replace(
    /%(?:7C|28|29|5B|5D|3C|3E|22|60|5C|7B|7D|5E|24|3B)/gi,
    decodeURIComponent,
  );
}
