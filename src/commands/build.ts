import type { Env } from "../env.ts";
import type { LastBuild } from "../workspace/up-to-date.ts";
import type { Command, Outcome } from "./command.ts";

export const build: Command = {
  name: "build",
  about: "Write README.md from taxonomy.yaml, papers/ and templates/",
  options: [
    ["--check", "write nothing; exit 1 with a diff if README.md is stale"],
    ["--watch", "go on, and build again whenever a file of the list is saved"],
  ],
  async run(env, options, _words, present) {
    const checkOnly = options["check"] === true;
    if (options["watch"] !== true) return buildOnce(env, checkOnly);
    const { watchList } = await import("../workspace/watch.ts");
    let findings = "";
    const rebuild = async () => {
      const outcome = await buildOnce(env, checkOnly);
      const before = findings;
      findings = JSON.stringify(outcome.diagnostics);
      // README.md is a file of the list too: its own change is no news.
      if (findings !== before || !outcome.isUpToDate) await present(outcome);
    };
    const announce = () =>
      present({
        diagnostics: [],
        message: "Watching for changes. Ctrl-C ends it.",
      });
    await watchList(env, rebuild, announce);
    return { diagnostics: [] };
  },
};

async function buildOnce(
  env: Env,
  checkOnly: boolean,
): Promise<Outcome & { isUpToDate?: boolean }> {
  const { scanRecords } = await import("../workspace/scan.ts");
  const { recallBuild, rememberBuild, stateOf } =
    await import("../workspace/up-to-date.ts");
  const scan = scanRecords(env);
  const state = stateOf(env, scan);
  const last = state === undefined ? undefined : recallBuild(env, state);
  if (last !== undefined) return upToDate(last);
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
    const faults = writeReadme(env, after);
    if (faults.length > 0) return { diagnostics: [...diagnostics, ...faults] };
  }
  if (state !== undefined) rememberBuild(env, state, { diagnostics, summary });
  if (before === after) return upToDate({ diagnostics, summary });
  return { diagnostics, message: `Wrote README.md: ${summary}.` };
}

function upToDate({ diagnostics, summary }: LastBuild) {
  const message = `README.md is up to date: ${summary}.`;
  return { diagnostics, message, isUpToDate: true };
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
