import { spawnSync } from "node:child_process";
import { describe } from "vitest";

/**
 * Like `describe`, for tests that judge with a program from outside npm. Where that is not installed, they fail in CI, and
 * elsewhere they are skipped by a name that says what they lack.
 */
export function describeWith(
  tool: string,
  title: string,
  tests: () => void,
): void {
  const found = spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;
  if (!found && process.env["CI"] === undefined)
    describe.skip(`${title} (skipped: ${tool} is not installed)`, tests);
  else describe(title, tests);
}
