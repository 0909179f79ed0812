import type { Env } from "../env.ts";
import type { Command, Outcome } from "./command.ts";

export const build: Command = {
  name: "build",
  about: "Write README.md from taxonomy.yaml, papers/ and templates/",
  options: [
    ["--check", "write nothing; exit 1 with a diff if README.md is stale"],
    ["--watch", "go on, and build again whenever a file of the list is saved"],
  ],
  async run(env, options, _words, present) {
    if (options["watch"] === true) {
      const { watchList } = await import("../workspace/watch.ts");
      await watchList(env, async () => {
        await present(await buildOnce(env, false));
      });
      return { diagnostics: [] };
    }
    return buildOnce(env, options["check"] === true);
  },
};

async function buildOnce(env: Env, checkOnly: boolean): Promise<Outcome> {
  const { scanRecords } = await import("../workspace/scan.ts");
  const { recallBuild, rememberBuild, stateOf } =
    await import("../workspace/up-to-date.ts");
  const scan = scanRecords(env);
  const state = stateOf(env, scan);
  const last = state === undefined ? undefined : recallBuild(env, state);
  if (last !== undefined)
    return { diagnostics: last.diagnostics, message: upToDate(last.summary) };
  const { buildReadme, writeReadme } =
    await import("../workspace/build-readme.ts");
  const { diagnostics, before, after, summary } = await buildReadme(env, scan);
  if (after === undefined) return { diagnostics };
  if (before !== after) {
    if (checkOnly)
      return {
        ...(await showStale(env, before ?? "", after)),
        diagnostics: [...diagnostics, stale],
      };
    const faults = await writeReadme(env, after);
    if (faults.length > 0) return { diagnostics: [...diagnostics, ...faults] };
  }
  if (state !== undefined) rememberBuild(env, state, { diagnostics, summary });
  return {
    diagnostics,
    message:
      before === after ? upToDate(summary) : `Wrote README.md: ${summary}.`,
  };
}

function upToDate(summary: string): string {
  return `README.md is up to date: ${summary}.`;
}

const stale = {
  rule: "stale-readme",
  severity: "error",
  file: "README.md",
  message: "README.md is not what the records make",
  help: "run: npx awesome-sdg build",
} as const;

async function showStale(
  env: Env,
  before: string,
  after: string,
): Promise<{ stdout: string }> {
  const { printDiff } = await import("../report/diff.ts");
  return { stdout: printDiff("README.md", before, after, env.stdout) };
}
