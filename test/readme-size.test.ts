import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateList } from "./bench/generate-list.mjs";
import { makeFolder, runProgram } from "./support/program.ts";

// https://docs.github.com/en/repositories: GitHub shows 512,000 bytes of a README.
const limit = 512_000;

test.each([
  [2500, false],
  [2900, true],
])("a README of %i papers is warned of: %s", (papers, isWarned) => {
  const folder = generateList(makeFolder(), papers);
  const { exitCode, stderr } = runProgram(folder, ["build"]);
  expect(exitCode).toBe(0);
  const { size } = statSync(join(folder, "README.md"));
  expect(size > 0.9 * limit).toBe(isWarned);
  const warning = `README.md  warning  readme-size  The README has ${size} bytes, and GitHub cuts it off at ${limit}`;
  expect(stderr.includes(warning)).toBe(isWarned);
  // Whoever runs it again is warned again.
  expect(runProgram(folder, ["build"]).stderr.includes(warning)).toBe(isWarned);
});
