import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { record, smallList, taxonomy } from "./support/lists.ts";
import {
  eventually,
  type Running,
  sleep,
  startProgram,
} from "./support/process.ts";
import { makeFolder, runProgram } from "./support/program.ts";

const tables = "<!-- awesome-sdg: sections -->\n";

// A failed test must not leave a watcher behind.
const started: Running[] = [];
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

function start(folder: string): Running {
  const running = startProgram(folder, ["build", "--watch"]);
  started.push(running);
  return running;
}

/** Starts to watch a list: from the first build on no change is missed. */
async function watch(files: Record<string, string> = smallList()) {
  const folder = makeFolder(files);
  const running = start(folder);
  const { output } = running;
  await eventually("watching", () => output.stderr.includes("Watching"));
  return { ...running, folder };
}

function save(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function readmeOf(folder: string): string {
  const file = join(folder, "README.md");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Waits for the README to be what a build of its own makes of the list. */
async function eventuallyBuilt(folder: string, what: string): Promise<void> {
  await eventually(
    `README.md with ${what}`,
    () => {
      return readmeOf(folder).includes(what);
    },
    20_000,
  );
  expect(runProgram(folder, ["build", "--check"]).exitCode).toBe(0);
}

async function interrupt({ child, ended }: Running): Promise<void> {
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ exitCode: 0, signal: null, stdout: "" });
}

test("builds at the start, on every change, and ends with 0", async () => {
  const { folder, ...running } = await watch();
  expect(running.output.stderr).toMatch(/^Wrote README.md: 2 papers/);
  await eventuallyBuilt(folder, "First");

  save(folder, "papers/first.yaml", record("Premier"));
  await eventuallyBuilt(folder, "Premier");
  expect(readmeOf(folder)).not.toContain("First");

  save(folder, "papers/third.yaml", record("Third"));
  await eventuallyBuilt(folder, "Third");

  save(folder, "papers/deeper/fourth.yaml", record("Fourth"));
  await eventuallyBuilt(folder, "Fourth");

  rmSync(join(folder, "papers/third.yaml"));
  await eventually("no Third", () => !readmeOf(folder).includes("Third"));

  renameSync(join(folder, "papers/second.yaml"), join(folder, "papers/z.yaml"));
  save(folder, "taxonomy.yaml", taxonomy("Another title"));
  await eventuallyBuilt(folder, "Another title");

  save(folder, "templates/README.md", `Prose\n\n${tables}`);
  await eventuallyBuilt(folder, "Prose");

  save(folder, "templates/README.md", `Verse\n\n${tables}`);
  await eventuallyBuilt(folder, "Verse");

  rmSync(join(folder, "templates"), { recursive: true });
  await eventually("no Verse", () => !readmeOf(folder).includes("Verse"));
  await interrupt(running);
  expect(running.output.stderr).not.toContain("error");
});

test("shows what is wrong with a bad save, and goes on after the mend", async () => {
  const { folder, ...running } = await watch();
  const { output } = running;
  for (const [file, bad, good, what] of [
    ["papers/first.yaml", "title: [\n", record("Mended"), "Mended"],
    ["taxonomy.yaml", "sections: none\n", taxonomy("Tiny"), "Tiny"],
    ["templates/README.md", "No tables\n", `Prose\n\n${tables}`, "Prose"],
  ] as const) {
    const before = readmeOf(folder);
    const said = output.stderr.length;
    save(folder, file, bad);
    await eventually(`a finding about ${file}`, () =>
      output.stderr.slice(said).includes(`${file}:`),
    );
    // A change beside it alone does not bring the README back to work.
    save(folder, "papers/second.yaml", record(`Beside ${what}`));
    await sleep(500);
    expect(readmeOf(folder)).toBe(before);
    save(folder, file, good);
    await eventuallyBuilt(folder, what);
    expect(readmeOf(folder)).toContain(`Beside ${what}`);
  }
  await interrupt(running);
});

test("a save by way of a temporary file, as editors do it", async () => {
  const { folder, ...running } = await watch();
  for (const title of ["Once", "Twice", "Thrice"]) {
    // vim writes a backup, the new file under the old name, and cleans up.
    const file = join(folder, "papers/first.yaml");
    renameSync(file, `${file}~`);
    save(folder, "papers/first.yaml", record(title));
    rmSync(`${file}~`);
    await eventuallyBuilt(folder, title);
    // Others write beside it and rename.
    save(folder, "papers/.first.yaml.tmp", record(`${title} more`));
    renameSync(join(folder, "papers/.first.yaml.tmp"), file);
    await eventuallyBuilt(folder, `${title} more`);
  }
  await interrupt(running);
});

test("many saves in quick succession: the last state is built", async () => {
  const { folder, ...running } = await watch();
  for (let round = 0; round < 3; round++) {
    for (let number = 0; number <= 40; number++) {
      save(folder, "papers/first.yaml", record(`State ${round}-${number}`));
      save(
        folder,
        `papers/new-${number % 5}.yaml`,
        record(`New ${round}-${number}`),
      );
      if (number % 7 === 0) await sleep(Math.random() * 120);
    }
    await eventuallyBuilt(folder, `State ${round}-40`);
  }
  await interrupt(running);
});

test("a list without templates/ and papers/ gets them", async () => {
  const { folder, ...running } = await watch({
    "taxonomy.yaml": taxonomy("Bare"),
  });
  save(folder, "papers/first.yaml", record("First"));
  await eventuallyBuilt(folder, "First");
  save(folder, "templates/README.md", `Prose\n\n${tables}`);
  await eventuallyBuilt(folder, "Prose");
  await interrupt(running);
});

test("papers/ moved away and back, as git does between branches", async () => {
  const { folder, ...running } = await watch();
  renameSync(join(folder, "papers"), join(folder, "away"));
  await eventually("no papers", () => !readmeOf(folder).includes("First"));
  renameSync(join(folder, "away"), join(folder, "papers"));
  await eventuallyBuilt(folder, "First");
  save(folder, "papers/first.yaml", record("Premier"));
  await eventuallyBuilt(folder, "Premier");
  await interrupt(running);
});

describe("what a build goes by beside the records", () => {
  test("a Prettier configuration is noticed", async () => {
    const long = "word ".repeat(40).trim();
    const { folder, ...running } = await watch({
      ...smallList(),
      "templates/README.md": `${long}\n\n${tables}`,
    });
    expect(readmeOf(folder)).toContain(long);
    save(folder, ".prettierrc", "proseWrap: always\n");
    await eventually(
      "wrapped prose",
      () => !readmeOf(folder).includes(long),
      10_000,
    );
    await interrupt(running);
  });

  test("a README.md that is deleted comes back", async () => {
    const { folder, ...running } = await watch();
    rmSync(join(folder, "README.md"));
    await eventually("README.md", () => readmeOf(folder) !== "", 10_000);
    await interrupt(running);
  });
});

test("a save right after the first build is not lost", async () => {
  for (let time = 0; time < 5; time++) {
    const folder = makeFolder(smallList());
    const { child, ended } = start(folder);
    child.stderr?.once("data", () => {
      save(folder, "papers/first.yaml", record("Early"));
    });
    await eventually("Early", () => readmeOf(folder).includes("Early"), 10_000);
    child.kill("SIGKILL");
    await ended;
  }
});

test("Ctrl-C ends it with 0 from its first word on", async () => {
  for (let time = 0; time < 5; time++) {
    const { child, ended } = start(makeFolder(smallList()));
    child.stderr?.once("data", () => child.kill("SIGINT"));
    expect(await ended).toMatchObject({ exitCode: 0, signal: null });
  }
});

test("what the system denies for a while is a finding, not the end", async () => {
  const { folder, ...running } = await watch();
  // Root may read everything; what is no folder nobody can list.
  save(folder, "templates", "");
  await eventually(
    "a finding",
    () => running.output.stderr.includes("templates"),
    10_000,
  );
  rmSync(join(folder, "templates"));
  save(folder, "papers/first.yaml", record("Premier"));
  await eventuallyBuilt(folder, "Premier");
  await interrupt(running);
});
