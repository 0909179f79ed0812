import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longList, smallList } from "./support/lists.ts";
import { environmentOf } from "./support/process.ts";
import {
  makeFolder,
  type Result,
  root,
  runProgram,
} from "./support/program.ts";

// The oldest Node that package.json allows, and the lines after it.
const versions = ["20.19.0", "22", "24"];

interface Packed {
  filename: string;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

const home = mkdtempSync(join(tmpdir(), "awesome-sdg-package-"));
const project = join(home, "project");
const installed = join(project, "node_modules/awesome-sdg");
let packed: Packed;
let tarball: string;

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

beforeAll(() => {
  // Not built once more: other tests run what lies in dist/ meanwhile.
  const words = ["pack", "--ignore-scripts", "--json"];
  const pack = run("npm", [...words, "--pack-destination", home], root);
  expect(pack).toMatchObject({ exitCode: 0 });
  [packed] = JSON.parse(pack.stdout) as [Packed];
  tarball = join(home, packed.filename);
  mkdirSync(project);
  for (const [name, text] of Object.entries(smallList())) {
    mkdirSync(join(project, name, ".."), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  install(project, tarball);
}, 300_000);

test("what is packed is what a user needs", () => {
  const paths = packed.files.map(({ path }) => path).sort();
  expect(paths).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "bin/awesome-sdg.js",
      "dist/THIRD-PARTY-LICENSES.txt",
      "dist/main.js",
      "dist/schema/paper.schema.json",
      "dist/schema/taxonomy.schema.json",
      "package.json",
    ]),
  );
  const others = paths.filter(
    (path) =>
      !/^(LICENSE|README\.md|package\.json|(bin|dist|templates)\/.*)$/.test(
        path,
      ),
  );
  expect(others).toEqual([]);
  expect(paths.filter((path) => /\.map$|test|\.ts$/.test(path))).toEqual([]);
  expect(readFileSync(join(installed, "dist/main.js"), "utf8")).not.toContain(
    "sourceMappingURL=",
  );
  console.log(`Packed: ${packed.unpackedSize} bytes in ${paths.length} files`);
});

test("the one dependency is what is installed, at the version tested here", () => {
  const list = run("npm", ["ls", "--all", "--parseable", "--long"], project);
  const names = [...list.stdout.matchAll(/:([^:\s]+@[^:\s]+)/g)];
  const { version } = json(join(root, "node_modules/prettier/package.json"));
  expect(names.map(([, name]) => name)).toEqual(
    expect.arrayContaining([`prettier@${String(version)}`]),
  );
  expect(json(join(installed, "package.json"))["dependencies"]).toEqual({
    prettier: version,
  });
  expect(list.stdout.trim().split("\n")).toHaveLength(3);
});

test("every package in the bundle has its licence in the package", () => {
  const text = readFileSync(
    join(installed, "dist/THIRD-PARTY-LICENSES.txt"),
    "utf8",
  );
  const parts = text.split(`\n${"-".repeat(80)}\n\n`);
  for (const name of ["commander", "yaml", "github-slugger", "prettier"])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
  const empty = parts.filter(
    (part) => part.split("\n").slice(1).join("").trim().length < 200,
  );
  expect(empty).toEqual([]);
});

test("npx awesome-sdg build works in a project that installed it", () => {
  const npx = (...words: string[]) =>
    run("npx", ["--no-install", "awesome-sdg", ...words], project);
  expect(npx("build")).toMatchObject({ exitCode: 0, stdout: "" });
  const here = makeFolder(smallList());
  runProgram(here, ["build"]);
  const readme = readFileSync(join(project, "README.md"), "utf8");
  expect(readme).toBe(readFileSync(join(here, "README.md"), "utf8"));
  expect(npx("build", "--check").exitCode).toBe(0);
  expect(npx("--version").stdout).toBe(
    `${String(json(join(root, "package.json"))["version"])}\n`,
  );
});

test("a list with a Prettier configuration gets it from the package", () => {
  const folder = join(project, "configured");
  const words = "word ".repeat(40).trim();
  const template = `${words}\n\n\`\`\`js\nlet  a = 'b'\n\`\`\`\n\n<!-- awesome-sdg: sections -->\n`;
  mkdirSync(join(folder, "templates"), { recursive: true });
  cpSync(join(project, "papers"), join(folder, "papers"), { recursive: true });
  cpSync(join(project, "taxonomy.yaml"), join(folder, "taxonomy.yaml"));
  writeFileSync(join(folder, ".prettierrc"), "proseWrap: always\n");
  writeFileSync(join(folder, "templates/README.md"), template);
  const { exitCode } = run(
    "npx",
    ["--no-install", "awesome-sdg", "build", "-C", "configured"],
    project,
  );
  expect(exitCode).toBe(0);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect(readme).not.toContain(words);
  expect(readme).toContain('let a = "b";');
});

test.each([
  [
    "import",
    'import schema from "awesome-sdg/schema/paper.schema.json" with { type: "json" };',
  ],
  [
    "require",
    'import { createRequire } from "node:module";\nconst schema = createRequire(import.meta.url)("awesome-sdg/schema/paper.schema.json");',
  ],
])("the schemas can be had by %s", (_, line) => {
  writeFileSync(
    join(project, "schema.mjs"),
    `${line}\nconsole.log(JSON.stringify(schema));\n`,
  );
  const { exitCode, stdout } = run(process.execPath, ["schema.mjs"], project);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual(
    json(join(root, "src/schema/paper.schema.json")),
  );
});

test("publint finds nothing", () => {
  const { exitCode, stdout, stderr } = run(
    "npx",
    ["--no-install", "publint", "--strict", tarball],
    root,
  );
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).not.toMatch(/^(Errors|Warnings):/m);
});

const binaries = `node-${process.platform}-${process.arch}`;
const isPublished = ["linux-x64", "linux-arm64", "darwin-arm64"].includes(
  `${process.platform}-${process.arch}`,
);

describe.skipIf(!isPublished)("under another Node", () => {
  const lists = {
    "a small list": smallList(),
    "a long list": longList(1),
    "a list with code in its prose": {
      ...smallList(),
      "templates/README.md":
        "```js\nlet  a = 'b'\n```\n\n<!-- awesome-sdg: sections -->\n",
      ".editorconfig": "root = true\n\n[*]\nindent_size = 4\n",
    },
  };

  test.each(versions)(
    "%s the README is the same, and it is quiet",
    (version) => {
      const folder = join(home, `node-${version}`);
      mkdirSync(folder);
      install(folder, `${binaries}@${version}`);
      const node = join(folder, "node_modules", binaries, "bin/node");
      const named = run(node, ["--version"], folder).stdout;
      expect(named).toMatch(
        new RegExp(`^v${version.replaceAll(".", "\\.")}(\\.|\n)`),
      );
      const program = join(installed, "bin/awesome-sdg.js");
      for (const [name, files] of Object.entries(lists)) {
        const [there, here] = [makeFolder(files), makeFolder(files)];
        const words = (list: string, command: string[]): Result =>
          run(node, [program, ...command], list);
        // Twice: the second run starts from the code that the first compiled.
        for (const command of [
          ["build"],
          ["build"],
          ["build", "--check"],
          ["stats"],
        ]) {
          const result = words(there, command);
          expect(result, `${name}: ${command.join(" ")}`).toEqual(
            run(process.execPath, [program, ...command], here),
          );
          expect(result.exitCode).toBe(0);
          expect(result.stderr).not.toMatch(/\(node:\d+\)|[wW]arning:/);
        }
        expect(
          readFileSync(join(there, "README.md"), "utf8") ===
            readFileSync(join(here, "README.md"), "utf8"),
          `the README of ${name}`,
        ).toBe(true);
        expect(existsSync(join(there, "README.md"))).toBe(true);
      }
    },
    300_000,
  );
});

function install(folder: string, what: string): void {
  if (!existsSync(join(folder, "package.json")))
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  const { exitCode, stderr } = run(
    "npm",
    ["install", "--ignore-scripts", ...quiet, what],
    folder,
  );
  expect(exitCode, stderr).toBe(0);
}

function run(command: string, words: string[], cwd: string): Result {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    env: environmentOf(cwd),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { exitCode: status, stdout, stderr };
}

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}
