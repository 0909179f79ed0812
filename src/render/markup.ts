import type { Html, PhrasingContent } from "mdast";

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * HTML from a template. Strings in it are escaped, both for text and for quoted
 * attributes; what `text` made of a string is put in as HTML.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: (string | PhrasingContent[])[]
): Html {
  const parts = values.map((value) =>
    typeof value === "string" ? escape(value) : value.map(print).join(""),
  );
  return { type: "html", value: String.raw({ raw: strings }, ...parts) };
}

function print(node: PhrasingContent): string {
  if (node.type === "html") return node.value;
  return "value" in node ? escape(node.value) : "";
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? "");
}
