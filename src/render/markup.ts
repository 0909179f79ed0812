import type { Html } from "mdast";

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML from a template whose interpolated values are escaped, both for text and for quoted attributes. */
export function markup(
  strings: TemplateStringsArray,
  ...values: string[]
): Html {
  const escaped = values.map((value) =>
    value.replace(
      /[&<>"']/g,
      (character) => references[character] ?? character,
    ),
  );
  return { type: "html", value: String.raw({ raw: strings }, ...escaped) };
}
