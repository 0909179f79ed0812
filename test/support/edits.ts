import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { record, taxonomy } from "./lists.ts";

/** Something that a person does to a list. It is done alike to equal lists. */
export interface Edit {
  name: string;
  apply(folder: string): void;
}

const ids = ["first", "second", "third", "deeper/fourth"];
const titles = ["Alpha", "Bravo", "Gamma", "Pipe | <b> `x`"];
const broken = [
  "title: [",
  "title: 12\nyear: soon\n",
  "\ttitle: Tab\n",
  "",
  "\uFEFFtitle: Mark\n",
  record("Alpha").replace("venue", "vneue"),
  record("Alpha", "nowhere"),
];
const taxonomies = [
  taxonomy("Small"),
  taxonomy("Small", "columns: [year, title]\n"),
  taxonomy("Small", "columns: [title, venue, code]\nsort: [-title]\n"),
  taxonomy("Other").replace("title: Attacks", "title: Assaults"),
  taxonomy("Small").replace("  - id: defences\n    title: Defences\n", ""),
  taxonomy("Small", "columns: [title, price]\n"),
  "title: Broken\nsections: none\n",
];
const blocks =
  "<!-- awesome-sdg: contents -->\n\n<!-- awesome-sdg: sections -->";
const templates = [
  `*  Some   prose\n\n${blocks}\n`,
  `${blocks}\n\n## Attacks\n\nMore prose, and a long line: ${"words ".repeat(30)}\n`,
  `${blocks}\n\n\`\`\`js\nlet  x = 'quoted'\n\`\`\`\n`,
  `${blocks}\n\n<!-- awesome-sdg: nonsense -->\n`,
];
const configurations: [file: string, content: string][] = [
  [".prettierrc", "proseWrap: always\n"],
  [".prettierrc", '{ "singleQuote": true, "proseWrap": "always" }'],
  [".prettierrc", "proseWrap: sometimes\n"],
  [".prettierrc.toml", "tabWidth = 8\n"],
  [".editorconfig", "root = true\n[*]\nmax_line_length = 40\n"],
  ["package.json", '{ "prettier": { "proseWrap": "always" } }'],
  ["prettier.config.mjs", 'export default { proseWrap: "always" };\n'],
];

const fileOf = (id: string) => `papers/${id}.yaml`;
const anId = fc.constantFrom(...ids);
const aTitle = fc.constantFrom(...titles);
const aRecord = fc
  .tuple(aTitle, fc.constantFrom("attacks", "defences"))
  .map(([title, section]) => record(title, section));

/** Any edit. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(anId, aRecord)
      .map(([id, text]) => save(fileOf(id), text)),
  },
  anId.map((id) => remove(fileOf(id))),
  fc.tuple(anId, anId).map(([from, to]) => move(fileOf(from), fileOf(to))),
  fc
    .tuple(anId, fc.constantFrom(...broken))
    .map(([id, text]) => save(fileOf(id), text)),
  { weight: 6, arbitrary: anId.map((id) => disguise(fileOf(id))) },
  fc.tuple(anId, aRecord).map(([id, text]) => replace(fileOf(id), text)),
  anId.map((id) => touch(fileOf(id))),
  anId.map((id) => move(fileOf(id), `papers/${id}.yml`)),
  anId.map((id) => move(`papers/${id}.yml`, fileOf(id))),
  fc.constantFrom(...taxonomies).map((text) => save("taxonomy.yaml", text)),
  fc.constant(disguise("taxonomy.yaml")),
  fc
    .constantFrom(...templates)
    .map((text) => save("templates/README.md", text)),
  fc.constant(disguise("templates/README.md")),
  fc.constant(remove("templates/README.md")),
  fc.constantFrom(...configurations).map(([file, text]) => save(file, text)),
  fc.constantFrom(...configurations).map(([file]) => remove(file)),
  fc.constant(remove("README.md")),
  fc.constant(save("README.md", "Something\r\nelse\r\n")),
  fc.constant(disguise("README.md")),
);

/** Makes a list have all its records, and nothing wrong with them. */
export const mend: Edit = {
  name: "mend all",
  apply(folder) {
    for (const id of ids) remove(`papers/${id}.yml`).apply(folder);
    for (const [file] of configurations) remove(file).apply(folder);
    remove("templates/README.md").apply(folder);
    save("taxonomy.yaml", taxonomies[0] ?? "").apply(folder);
    for (const id of ids) {
      save(fileOf(id), record(`Mended ${id}`)).apply(folder);
    }
  },
};

/** Writes a file as a whole, in place. */
export function save(file: string, text: string): Edit {
  const apply = (folder: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    // To the second, so that `disguise` can restore it: Node sets times less
    // finely than it reads them.
    const now = Math.floor(Date.now() / 1000);
    utimesSync(join(folder, file), now, now);
  };
  return { name: `save ${file}: ${JSON.stringify(text)}`, apply };
}

export function remove(file: string): Edit {
  const apply = (folder: string) => {
    rmSync(join(folder, file), { force: true });
  };
  return { name: `remove ${file}`, apply };
}

function move(from: string, to: string): Edit {
  const apply = (folder: string) => {
    if (!existsSync(join(folder, from))) return;
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    renameSync(join(folder, from), join(folder, to));
  };
  return { name: `move ${from} to ${to}`, apply };
}

/** As editors do: a new file takes the place of the old. */
export function replace(file: string, text: string): Edit {
  const apply = (folder: string) => {
    save(`${file}.tmp`, text).apply(folder);
    renameSync(join(folder, `${file}.tmp`), join(folder, file));
  };
  return { name: `replace ${file}: ${JSON.stringify(text)}`, apply };
}

/** Other bytes, with the same size, inode and time of modification. */
export function disguise(file: string): Edit {
  const apply = (folder: string) => {
    const path = join(folder, file);
    if (!existsSync(path)) return;
    const { atime, mtime } = statSync(path);
    const text = readFileSync(path, "latin1").replace(
      /[aeiou](?=[a-z]*\b)/,
      (vowel) => (vowel === "a" ? "e" : "a"),
    );
    writeFileSync(path, text, "latin1");
    utimesSync(path, atime, mtime);
  };
  return { name: `disguise ${file}`, apply };
}

function touch(file: string): Edit {
  const apply = (folder: string) => {
    const path = join(folder, file);
    if (existsSync(path)) utimesSync(path, new Date(), new Date());
  };
  return { name: `touch ${file}`, apply };
}
