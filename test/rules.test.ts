import { describe, expect, test } from "vitest";
import * as rules from "../src/lint/rules/index.ts";
import { makeFolder, runProgram } from "./support/program.ts";

describe.each(Object.values(rules))("rule $name", (rule) => {
  test("finds nothing in its good example", () => {
    expect(runProgram(makeFolder(rule.good), ["build"])).toMatchObject({
      exitCode: 0,
      stdout: "",
    });
  });

  test("finds its bad example, and only that", () => {
    const { exitCode, stderr } = runProgram(makeFolder(rule.bad), ["build"]);
    expect(exitCode).toBe(1);
    const named = [...stderr.matchAll(/^\S+:\d+:\d+ {2}error {2}(\S+)/gm)].map(
      ([, name]) => name,
    );
    expect(named).toEqual([rule.name]);
  });
});
