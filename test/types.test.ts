import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
// @ts-expect-error: a script of the build, without types.
import { generateTypes } from "../src/schema/generate.mjs";
import { root } from "./support/program.ts";

test("the types are those of the schemas", async () => {
  const types = readFileSync(join(root, "src/schema/types.ts"), "utf8");
  expect(await (generateTypes as () => Promise<string>)()).toBe(types);
});
