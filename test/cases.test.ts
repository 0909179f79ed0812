import { isUtf8 } from "node:buffer";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, root, runProgram } from "./support/program.ts";

const cases = join(root, "test/cases");
const names = readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(names)("%s", (name) => {
  const input = join(cases, name);
  const folder = makeFolder();
  cpSync(join(input, "list"), folder, { recursive: true });
  // What git, or another system's checkout, would not keep as it is: odd bytes, odd names, links, pipes.
  const setup = join(input, "setup.mjs");
  if (existsSync(setup))
    execFileSync(process.execPath, [setup], { cwd: folder });
  const before = readFolder(folder);

  const words = readFileSync(join(input, "command"), "utf8")
    .split(/\s+/)
    .filter((word) => word !== "");
  const { exitCode, stdout, stderr } = runProgram(folder, words);

  const expected = join(input, "expected");
  expect.soft(stderr).toBe(readText(join(expected, "stderr")));
  expect.soft(stdout).toBe(readText(join(expected, "stdout")));
  expect.soft(exitCode).toBe(Number(readText(join(expected, "exit-code"))));
  expect.soft(stderr, "a stack trace").not.toMatch(/^ {4}at /m);
  // All else is as it was: a list with findings keeps its README.md, or still has none.
  const written = existsSync(join(expected, "files"))
    ? readFolder(join(expected, "files"))
    : {};
  expect.soft(readFolder(folder)).toEqual({ ...before, ...written });
  if (exitCode === 1) expect.soft(written).toEqual({});
});

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** What lies in a folder, by path. */
function readFolder(folder: string): Record<string, unknown> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (name) => join(folder, name),
  );
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), readEntry(path)]),
  );
}

function readEntry(path: string): unknown {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return { link: readlinkSync(path) };
  if (stat.isDirectory()) return "a folder";
  // A pipe is not opened: it would wait for a writer for ever.
  if (!stat.isFile()) return "no plain file";
  const content = readFileSync(path);
  return isUtf8(content) ? content.toString() : content;
}
