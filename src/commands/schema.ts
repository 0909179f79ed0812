import type { Command } from "./command.ts";

export const schema: Command = {
  name: "schema",
  about: "Print the JSON Schema of a record or of taxonomy.yaml",
  options: [],
  arguments: [["<kind>", "which file it is for", ["paper", "taxonomy"]]],
  async run(_env, _options, [kind]) {
    const { paperSchema, taxonomySchema } =
      await import("../schema/schemas.ts");
    return {
      diagnostics: [],
      stdout: `${JSON.stringify(kind === "paper" ? paperSchema : taxonomySchema, null, 2)}\n`,
    };
  },
};
