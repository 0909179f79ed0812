import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run counts the tests by this file.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/tests.json" },
  },
});
