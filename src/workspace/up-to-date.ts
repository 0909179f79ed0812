import type { Diagnostic } from "../diagnostic.ts";
import type { Env } from "../env.ts";
import { recall, remember } from "./cache.ts";
import { readPlainFile, statFile } from "./plain-file.ts";
import { isSettled, type Scan, taxonomyFile } from "./scan.ts";

/** What the last build had to say about files that have not changed since. */
export interface LastBuild {
  diagnostics: Diagnostic[];
  summary: string;
}

/**
 * A name for the state of all that a README is made from, without reading it: sizes, times and inodes. Nothing where a file
 * is too young for that to be trusted, or where Prettier's configuration can change unseen.
 */
export function stateOf(env: Env, scan: Scan): string | undefined {
  const { fingerprint } = env.formatter;
  if (fingerprint === undefined) return undefined;
  const now = env.now();
  if (scan.diagnostics.length > 0) return undefined;
  const files = [...scan.files];
  for (const file of [taxonomyFile, "templates/README.md"]) {
    const stat = statFile(env, file);
    if (stat !== undefined && "rule" in stat) return undefined;
    if (stat !== undefined) files.push({ file, stat });
  }
  let state = fingerprint;
  for (const { file, stat } of files) {
    if (!isSettled(stat, now)) return undefined;
    state += `\n${file}\0${stat.kind} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
  }
  return env.digest(state);
}

/** What the last build said, if it was made from this state and README.md is still what it wrote. */
export function recallBuild(env: Env, state: string): LastBuild | undefined {
  const kept = recall(env, "state", state) as
    (LastBuild & { readme: string }) | undefined;
  return kept !== undefined && kept.readme === digestReadme(env)
    ? kept
    : undefined;
}

/** Keeps what a build said that README.md is now up to date with. */
export function rememberBuild(
  env: Env,
  state: string,
  { diagnostics, summary }: LastBuild,
): void {
  remember(env, "state", state, {
    diagnostics,
    summary,
    readme: digestReadme(env),
  });
}

function digestReadme(env: Env): string | undefined {
  const bytes = readPlainFile(env, "README.md", Infinity);
  return bytes instanceof Uint8Array ? env.digest(bytes) : undefined;
}
