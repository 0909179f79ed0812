import type { Command } from "./command.ts";

export const stats: Command = {
  name: "stats",
  about: "Count the list: papers, rows, empty sections, years, venues, code",
  options: [["--format <format>", "how to print", ["table", "json"]]],
  async run(env, options) {
    const { scanRecords } = await import("../workspace/scan.ts");
    const { loadList } = await import("../workspace/load-list.ts");
    const { list, diagnostics } = loadList(env, scanRecords(env));
    if (
      list === undefined ||
      diagnostics.some(({ severity }) => severity === "error")
    )
      return { diagnostics };
    const { countPapers } = await import("../model/statistics.ts");
    const { printStatistics, statisticsToJson } =
      await import("../report/statistics.ts");
    const statistics = countPapers(list);
    return {
      diagnostics,
      stdout:
        options["format"] === "json"
          ? statisticsToJson(statistics)
          : printStatistics(statistics),
    };
  },
};
