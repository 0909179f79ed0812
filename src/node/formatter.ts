import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Formatter } from "../env.ts";

// https://prettier.io/docs/configuration: the files that may hold configuration as data, and those that are programs.
const data = [
  "package.json",
  ".prettierrc",
  ".prettierrc.json",
  ".prettierrc.yaml",
  ".prettierrc.yml",
  ".prettierrc.json5",
  ".prettierrc.toml",
  ".editorconfig",
];
const programs = [".prettierrc", "prettier.config"]
  .flatMap((name) =>
    ["js", "mjs", "cjs", "ts", "mts", "cts"].map(
      (extension) => `${name}.${extension}`,
    ),
  )
  .concat("package.yaml");

// Of code in these languages Prettier formats nothing inside Markdown; of any other it may.
const unformatted =
  /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?!(?:sh|bash|console|text|bibtex|mermaid)?[ \t]*$)/m;

/** Prettier with the configuration that it finds for a list's README. */
export function openFormatter(root: string): Formatter {
  return {
    get fingerprint() {
      const configuration = readConfiguration(root);
      return configuration.includes(undefined)
        ? undefined
        : JSON.stringify(configuration);
    },
    async format(markdown) {
      // Without configuration, and without code to format, its core and its Markdown part do all: a tenth of the loading.
      if (readConfiguration(root).length === 0 && !unformatted.test(markdown)) {
        const [{ format }, plugin] = await Promise.all([
          import("prettier/standalone"),
          import("prettier/plugins/markdown"),
        ]);
        const options = { parser: "markdown", plugins: [plugin] };
        return { markdown: await format(markdown, options), lineEnd: "\n" };
      }
      const prettier = await import("prettier");
      await prettier.clearConfigCache();
      const filepath = join(root, "README.md");
      const options = await prettier.resolveConfig(filepath, {
        editorconfig: true,
      });
      const formatted = await prettier.format(markdown, {
        ...options,
        parser: "markdown",
        filepath,
        endOfLine: "lf",
      });
      const lineEnd = options?.endOfLine === "crlf" ? "\r\n" : "\n";
      return { markdown: formatted, lineEnd };
    },
  };
}

/** The files that configure Prettier in a folder and those above, with what they say; undefined where that lies elsewhere. */
function readConfiguration(root: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    for (const name of programs)
      if (existsSync(join(folder, name))) found.push(undefined);
    for (const name of data) {
      const text =
        name === "package.json"
          ? readPackage(join(folder, name))
          : readText(join(folder, name));
      if (text !== undefined)
        found.push(
          join(folder, name),
          leadsElsewhere(name, text) ? undefined : text,
        );
    }
    if (folder === dirname(folder)) return found;
  }
}

/** Whether settings name a package or a plugin. */
function leadsElsewhere(name: string, text: string): boolean {
  return (
    name !== ".editorconfig" &&
    (text.includes("plugins") || /^\s*["']?[@\w][\w./@-]*["']?\s*$/.test(text))
  );
}

/** What a package.json sets for Prettier, as JSON. */
function readPackage(path: string): string | undefined {
  const text = readText(path);
  if (text?.includes('"prettier"') !== true) return undefined;
  try {
    return JSON.stringify(
      (JSON.parse(text) as { prettier?: unknown }).prettier,
    );
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
