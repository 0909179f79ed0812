import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/program.ts";

// The first part of a path below src/: a room, or a file on its own. What the
// design calls floors 1 and 5 are two here, for of those rooms one uses the other.
const floors = [
  ["count", "diagnostic", "env", "schema"],
  ["references"],
  ["model"],
  ["lint", "render", "formats", "sources", "report"],
  ["workspace", "site"],
  ["commands"],
  ["cli", "node"],
  ["main"],
];
const floorOf = (room: string) =>
  floors.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => /^[^/.]+/.exec(file)?.[0] ?? "";

// Of Node, what touches the world; `node:util` and `node:path` only reckon.
const harmless = ["node:util", "node:path"];

const source = join(root, "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!\.d)\.ts$/.test(file))
  .sort();
const importing = /\b(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g;
const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(importing)].map(([, name = ""]) => {
    const inside = name.startsWith(".");
    return { file, name, target: inside ? join(file, "..", name) : undefined };
  });
});
const told = ({ file, name }: { file: string; name: string }) =>
  `${file} imports ${name}`;

test("every file stands on a floor", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
  expect(files.filter((file) => floorOf(roomOf(file)) < 0)).toEqual([]);
});

test("a file imports from its own room or a lower floor", () => {
  const wrong = imports.filter(({ file, target }) => {
    if (target === undefined || target.startsWith("..")) return false;
    const [from, to] = [roomOf(file), roomOf(target)];
    return from !== to && floorOf(to) >= floorOf(from);
  });
  expect(wrong.map(told)).toEqual([]);
});

test("only src/node and src/main.ts touch the world", () => {
  const outside = ({ file }: { file: string }) =>
    roomOf(file) !== "node" && file !== "main.ts";
  const io = imports.filter(
    ({ name }) =>
      (builtinModules.includes(name) || name.startsWith("node:")) &&
      !harmless.includes(name),
  );
  expect(io.filter(outside).map(told)).toEqual([]);
  expect(io).not.toEqual([]);
  const process = files.filter((file) =>
    /\bprocess\s*[.[]/.test(readFileSync(join(source, file), "utf8")),
  );
  expect(process.filter((file) => outside({ file }))).toEqual([]);
  expect(process).toContain("main.ts");
});

test("what a floor imports from above is seen", () => {
  const text = 'import type { A } from "../cli.ts";\nawait import("node:fs");';
  const names = [...text.matchAll(importing)].map(([, name]) => name);
  expect(names).toEqual(["../cli.ts", "node:fs"]);
});
