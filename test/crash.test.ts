import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { longList, taxonomy } from "./support/lists.ts";
import { startProgram } from "./support/process.ts";
import { cacheOf, makeFolder, runProgram } from "./support/program.ts";

const kills = 200;
const workers = 2;
const rounds = kills / workers;
const temporary = /\.\d+$/;
// All rows turn round: the two READMEs have nothing in the same place.
const states = ["[title]", "[-title]"].map((sort) =>
  taxonomy("Long", `sort: ${sort}\n`),
);

function makeList(state: string): string {
  return makeFolder({ ...longList(1.6), "taxonomy.yaml": state });
}

/** What a list ends up with where nothing disturbs the build. */
function cleanReadme(state: string): string {
  const folder = makeList(state);
  expect(runProgram(folder, ["build"]).exitCode).toBe(0);
  return readFileSync(join(folder, "README.md"), "utf8");
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

/** Kills a build `delay` ms after its start; without one, while it writes. */
async function killBuild(folder: string, delay?: number): Promise<boolean> {
  const before = new Set(readdirSync(folder));
  const { child, ended } = startProgram(folder, ["build"]);
  const start = performance.now();
  const isWriting = () => readdirSync(folder).some((name) => !before.has(name));
  const timer = setInterval(() => {
    if (delay === undefined ? !isWriting() : performance.now() - start < delay)
      return;
    clearInterval(timer);
    const pause = delay === undefined ? Math.random() * 4 : 0;
    setTimeout(() => child.kill("SIGKILL"), pause);
  }, 1);
  const { signal } = await ended;
  clearInterval(timer);
  return signal === "SIGKILL";
}

test(`README.md is whole after each of ${kills} kills`, async () => {
  const clean = states.map(cleanReadme);
  expect(clean[0]).not.toBe(clean[1]);
  const seen = { killed: 0, old: 0, new: 0, leftInList: 0, leftInCache: 0 };

  async function work(): Promise<void> {
    const folder = makeList(states[0] ?? "");
    const cache = cacheOf(folder).XDG_CACHE_HOME;
    const forget = () => {
      rmSync(cache, { recursive: true, force: true });
    };
    const readme = () => readFileSync(join(folder, "README.md"), "utf8");
    const save = (state: number) => {
      writeFileSync(join(folder, "taxonomy.yaml"), states[state] ?? "");
    };
    const build = async () => {
      const start = performance.now();
      const { exitCode, stdout } = await startProgram(folder, ["build"]).ended;
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
      return performance.now() - start;
    };
    const coldMs = await build();
    save(1);
    await build();
    save(0);
    const warmMs = await build();
    for (let round = 0; round < rounds; round++) {
      const target = (round + 1) % 2;
      save(target);
      const sweep = (round * 2) / rounds;
      // Some also write the caches; the second half is for README.md alone.
      const cold = round % 5 === 0 && sweep < 1;
      if (cold) forget();
      const delay = sweep < 1 ? sweep * (cold ? coldMs : warmMs) : undefined;
      if (await killBuild(folder, delay)) seen.killed += 1;
      const now = readme();
      // Compared by hand: `toBe` would print megabytes.
      expect(clean.includes(now), `whole after kill ${round}`).toBe(true);
      seen[now === clean[target] ? "new" : "old"] += 1;
      await build();
      expect(readme() === clean[target], `mended after ${round}`).toBe(true);
    }
    const names = readdirSync(folder);
    // Nothing stays but temporary files of README.md, where none is a record.
    expect(names.filter((name) => !temporary.test(name)).sort()).toEqual([
      "README.md",
      "papers",
      "taxonomy.yaml",
    ]);
    expect(readdirSync(join(folder, "papers")).filter(isNoRecord)).toEqual([]);
    seen.leftInList += names.filter((name) => temporary.test(name)).length;
    seen.leftInCache += namesIn(cache).filter((name) =>
      temporary.test(name),
    ).length;
  }

  await Promise.all(Array.from({ length: workers }, work));
  console.log(seen);
  // The kills did meet builds, and most came before README.md was replaced.
  expect(seen.killed).toBeGreaterThan(kills / 2);
  expect(seen.old).toBeGreaterThan(kills / 4);
}, 600_000);

function isNoRecord(name: string): boolean {
  return !name.endsWith(".yaml");
}
