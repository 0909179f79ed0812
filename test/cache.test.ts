import { createHash, createHmac } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  anEdit,
  disguise,
  type Edit,
  mend,
  remove,
  replace,
  save,
} from "./support/edits.ts";
import { record, smallList, taxonomy } from "./support/lists.ts";
import { sleep, startProgram } from "./support/process.ts";
import { cacheOf, makeFolder, type Result } from "./support/program.ts";

// Files younger than two seconds are compared by their bytes. The clock of a
// file's status cannot be set back, so tests of what older ones do must wait;
// all lists of a round wait together.
const settleMs = 2100;
const lists = 12;
const rounds = 2;

type Said = Result & { readme: string | undefined };

/** Builds, and says all that can be seen of it, whatever the folder. */
async function build(
  folder: string,
  env: Record<string, string> = {},
  words: string[] = ["build"],
): Promise<Said> {
  const { exitCode, stdout, stderr } = await startProgram(folder, words, env)
    .ended;
  const file = join(folder, "README.md");
  const readme = existsSync(file) ? readFileSync(file, "latin1") : undefined;
  return { exitCode, stdout, stderr: stderr.replaceAll(folder, "…"), readme };
}

/** Two lists at a time: the machine may have no more processors. */
async function inTurn<T>(items: T[], action: (item: T) => Promise<void>) {
  const queue = items.values();
  const work = async () => {
    for (const item of queue) await action(item);
  };
  await Promise.all([work(), work()]);
}

test("a build with the cache says and does what one without says and does", async () => {
  const sequence = fc.array(fc.array(anEdit, { minLength: 1, maxLength: 2 }), {
    minLength: 3,
    maxLength: 3,
  });
  const sequences = fc.array(sequence, { minLength: lists, maxLength: lists });
  const outcomes = new Set<string>();

  await fc.assert(
    fc.asyncProperty(sequences, async (all) => {
      const trials = all.map((edits) => ({
        edits,
        done: [] as string[],
        warm: makeFolder(smallList()),
        cold: makeFolder(smallList()),
      }));
      /** Does the same to both lists, and builds one with the cache. */
      const step = (editsOf: (edits: Edit[][]) => Edit[], times = 1) =>
        inTurn(trials, async ({ edits, done, warm, cold }) => {
          for (const { name, apply } of editsOf(edits)) {
            done.push(name);
            apply(warm);
            apply(cold);
          }
          for (let time = 0; time < times; time++) {
            done.push("build");
            const fresh = { XDG_CACHE_HOME: makeFolder() };
            const expected = await build(cold, fresh);
            rmSync(fresh.XDG_CACHE_HOME, { recursive: true });
            outcomes.add(
              `${expected.exitCode} ${expected.stderr.slice(0, 12)}`,
            );
            expect(await build(warm), done.join("\n")).toEqual(expected);
          }
        });
      await step(() => []);
      await sleep(settleMs);
      await step(() => []);
      await step(([edits]) => edits ?? []);
      await step(([, edits]) => edits ?? []);
      await sleep(settleMs);
      // The first may be broken; the second finds the last build kept.
      await step(() => [], 2);
      await step(([, , edits]) => edits ?? []);
      await step(() => [mend]);
    }),
    // A smaller counterexample would take minutes; the failure names the steps.
    { numRuns: rounds, endOnFailure: true },
  );
  // The edits lead to builds that write, that need not, and that fail.
  expect(outcomes).toContain("0 Wrote README");
  expect(outcomes).toContain("0 README.md is");
  expect([...outcomes].some((text) => text.startsWith("1"))).toBe(true);
}, 600_000);

// The edits of which the least can be seen, each after a build that knew all
// files by their times: at once, and when the times are trusted again.
test.each([0, settleMs])(
  "no change is too small to be noticed after %i ms",
  async (pause) => {
    const prose = `${"word ".repeat(40)}\n\n<!-- awesome-sdg: sections -->\n`;
    const swap = (file: string) => ({
      name: `swap ${file}, with the same size and times`,
      apply(folder: string) {
        const path = join(folder, file);
        const { atime, mtime } = statSync(path);
        replace(file, readFileSync(path, "utf8").replace("e", "a")).apply(
          folder,
        );
        utimesSync(path, atime, mtime);
      },
    });
    const edits = [
      disguise("papers/first.yaml"),
      disguise("taxonomy.yaml"),
      disguise("templates/README.md"),
      disguise("README.md"),
      swap("papers/first.yaml"),
      swap("taxonomy.yaml"),
      swap("templates/README.md"),
      save("taxonomy.yaml", taxonomy("Small", "columns: [title, year]\n")),
      save(".prettierrc", "proseWrap: always\n"),
      save("package.json", '{ "prettier": { "proseWrap": "always" } }'),
      save("prettier.config.mjs", 'export default { proseWrap: "always" };\n'),
      save("papers/deeper/fifth.yaml", record("Fifth")),
      remove("papers/first.yaml"),
      remove("templates/README.md"),
      remove("README.md"),
    ];
    const trials = edits.map((edit) => {
      const [warm, cold] = [makeFolder(), makeFolder()];
      for (const folder of [warm, cold]) {
        mend.apply(folder);
        save("templates/README.md", prose).apply(folder);
      }
      return { edit, warm, cold };
    });
    const befores = new Map<Edit, Said>();
    const fresh = () => ({ XDG_CACHE_HOME: makeFolder() });
    await inTurn(trials, async ({ warm, cold }) => {
      await build(warm);
      await build(cold, fresh());
    });
    await sleep(settleMs);
    await inTurn(trials, async ({ edit, warm, cold }) => {
      befores.set(edit, await build(warm));
      edit.apply(warm);
      edit.apply(cold);
    });
    await sleep(pause);
    await inTurn(trials, async ({ edit, warm, cold }) => {
      const after = await build(warm);
      expect(after, edit.name).toEqual(await build(cold, fresh()));
      expect(after, edit.name).not.toEqual(befores.get(edit));
    });
  },
  300_000,
);

describe("after a good build", () => {
  let folder: string;
  let cache: string;
  let files: string[];
  let good: Said;
  let pristine: string;

  beforeAll(async () => {
    folder = makeFolder({
      ...smallList(),
      "templates/README.md":
        "Some prose\n\n<!-- awesome-sdg: sections -->\n\n## End\n",
    });
    cache = cacheOf(folder).XDG_CACHE_HOME;
    await sleep(settleMs);
    await build(folder);
    good = await build(folder);
    expect(good).toMatchObject({ exitCode: 0, stdout: "" });
    expect(good.stderr).toMatch(/^README.md is up to date/);
    files = filesIn(cache);
    pristine = makeFolder();
    cpSync(cache, pristine, { recursive: true });
  });

  /** Spoils a copy of the good cache, and builds in both states of README.md. */
  async function expectSame(spoil: (cache: string) => void) {
    writeFileSync(join(folder, "README.md"), good.readme ?? "", "latin1");
    const spoiled = makeFolder();
    cpSync(pristine, spoiled, { recursive: true });
    spoil(spoiled);
    const env = { XDG_CACHE_HOME: spoiled };
    expect(await build(folder, env)).toEqual(good);
    // What is up to date is not made anew; without a README, all of it is.
    rmSync(spoiled, { recursive: true, force: true });
    cpSync(pristine, spoiled, { recursive: true });
    spoil(spoiled);
    rmSync(join(folder, "README.md"));
    const { exitCode, stdout, stderr, readme } = await build(folder, env);
    expect({ exitCode, stdout, readme }).toEqual({
      exitCode: 0,
      stdout: "",
      readme: good.readme,
    });
    expect(stderr).toMatch(/^Wrote README.md: .*\n$/);
    // What was spoiled does not stay so: the next build says what it should.
    expect(await build(folder, env)).toEqual(good);
  }

  const kinds = ["records", "prose", "state", "code"] as const;
  const pick = (at: string, kind: (typeof kinds)[number]) => {
    const file = files.find((name) =>
      kind === "code" ? name.includes("/code/") : name.endsWith(`/${kind}`),
    );
    if (file === undefined) throw new Error(`No ${kind} in ${files.join(" ")}`);
    return join(at, file);
  };

  const forge = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll("First", "Forged")) as unknown;

  test("the cache is what a build goes by: else these tests say nothing", async () => {
    const forged = makeFolder();
    cpSync(pristine, forged, { recursive: true });
    reseal(pick(forged, "records"), forge, seal);
    rmSync(pick(forged, "state"));
    const { readme } = await build(folder, { XDG_CACHE_HOME: forged });
    writeFileSync(join(folder, "README.md"), good.readme ?? "", "latin1");
    expect(readme).toContain("Forged");
  });

  const spoils: [string, (path: string) => void][] = [
    [
      "deleted",
      (path) => {
        rmSync(path);
      },
    ],
    [
      "emptied",
      (path) => {
        writeFileSync(path, "");
      },
    ],
    [
      "replaced by a folder",
      (path) => {
        rmSync(path);
        mkdirSync(join(path, "inside"), { recursive: true });
      },
    ],
    [
      "replaced by a link to nowhere",
      (path) => {
        relink(path, "nowhere");
      },
    ],
    [
      "replaced by a link to itself",
      (path) => {
        relink(path, path);
      },
    ],
    [
      "replaced by a link to the same",
      (path) => {
        renameSync(path, `${path}.away`);
        symlinkSync(`${path}.away`, path);
      },
    ],
    [
      "unreadable nonsense",
      (path) => {
        writeFileSync(path, "nonsense");
      },
    ],
    [
      "of zeros",
      (path) => {
        writeFileSync(path, Buffer.alloc(5000));
      },
    ],
    [
      "open to all",
      (path) => {
        chmodSync(path, 0o666);
      },
    ],
    [
      "longer by a byte",
      (path) => {
        writeFileSync(path, "x", { flag: "a" });
      },
    ],
  ];

  describe.each(kinds)("the file of %s", (kind) => {
    test.each(spoils)("%s", async (_, spoil) => {
      await expectSame((at) => {
        spoil(pick(at, kind));
      });
    });

    test("cut off anywhere, or with any bit turned", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          fc.nat(7),
          fc.boolean(),
          async (place, bit, cut) => {
            await expectSame((at) => {
              const path = pick(at, kind);
              const bytes = readFileSync(path);
              const index = Math.floor(place * bytes.length);
              bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
              writeFileSync(path, cut ? bytes.subarray(0, index) : bytes);
            });
          },
        ),
        { numRuns: 8, endOnFailure: true },
      );
    }, 120_000);
  });

  test("made by another version: it is passed over", async () => {
    await expectSame((at) => {
      for (const kind of ["records", "prose", "state"] as const) {
        const path = pick(at, kind);
        const body = openSeal(path).replaceAll("First", "Forged");
        const other = body.replace(/"key":"\w+/, '"key":"0123456789abcdef');
        expect(other).not.toBe(body);
        seal(path, other);
      }
    });
  });

  test("sealed by a stranger, rows are not taken", async () => {
    await expectSame((at) => {
      reseal(pick(at, "records"), forge, sealAsStranger);
      rmSync(pick(at, "state"));
    });
  });

  // Whatever wrote it, a cache is no reason to fail: what has another shape
  // than expected is as if it were not there.
  const shapes = ["null", "0", '"text"', "[]", "{}", "[null]", "[1,2]", "[[]]"];
  test.each([
    ...kinds.slice(0, 3).flatMap((kind) => shapes.map((json) => [kind, json])),
    ["records", '[["papers/first.yaml"]]'],
    ["records", '[["papers/first.yaml",null]]'],
    ["records", '[["papers/first.yaml",{}]]'],
    ["records", '[["__proto__",{"size":1}]]'],
    ["records", '{"__proto__":{"size":1}}'],
    ["prose", '{"parts":null}'],
    ["prose", '{"parts":[null]}'],
    ["prose", '{"parts":[{"markdown":1,"headings":2}]}'],
    ["prose", '{"parts":[{"block":"nonsense"}]}'],
    ["state", '{"diagnostics":null,"summary":[]}'],
    ["state", '{"__proto__":{"diagnostics":[null]}}'],
  ] as [(typeof kinds)[number], string][])(
    "sealed by a stranger, %s: %s",
    async (kind, json) => {
      await expectSame((at) => {
        reseal(pick(at, kind), () => undefined, sealAsStranger, json);
      });
    },
  );

  test.each([{ record: null }, { record: {} }, { row: 1 }, { row: null }])(
    "sealed by a stranger, records of unchanged files with %j",
    async (wrong) => {
      await expectSame((at) => {
        reseal(
          pick(at, "records"),
          (value) =>
            (value as [string, object][]).map(([file, kept]) => [
              file,
              { ...kept, ...wrong },
            ]),
          sealAsStranger,
        );
      });
    },
  );

  // A state that knows what README.md says, and is wrong in the rest.
  test.each(["null", "{}", "[null]", '[{"rule":1}]'])(
    "sealed by a stranger, a state with the findings %s",
    async (diagnostics) => {
      await expectSame((at) => {
        reseal(
          pick(at, "state"),
          (value) => ({
            ...(value as object),
            diagnostics: JSON.parse(diagnostics) as unknown,
          }),
          sealAsStranger,
        );
      });
    },
  );

  test.each([
    "",
    "null",
    "nonsense",
    "{",
    "[1]",
    '{"key":{"__proto__":null}}',
    "\u0000\uFFFD",
  ])("sealed by a stranger, a body of %j", async (body) => {
    await expectSame((at) => {
      for (const kind of ["records", "prose", "state"] as const)
        sealAsStranger(pick(at, kind), body);
    });
  });

  // V8 trusts the body of code that has the right head, as the seal is there
  // to see to; with a wrong head or length it must pass it over by itself.
  test.each<[string, (code: Buffer) => Buffer]>([
    ["nothing", () => Buffer.alloc(0)],
    ["zeros", () => Buffer.alloc(100_000)],
    ["text", () => Buffer.from("nonsense".repeat(1000))],
    ["half of it", (code) => code.subarray(0, code.length >> 1)],
    [
      "a wrong head",
      (code) => Buffer.concat([Buffer.alloc(16, 7), code.subarray(16)]),
    ],
  ])("well-sealed code of %s", async (_, change) => {
    await expectSame((at) => {
      const path = pick(at, "code");
      seal(path, change(readFileSync(path).subarray(32)));
    });
  });

  test.each<[string, (at: string) => void]>([
    [
      "is open to all",
      (at) => {
        chmodSync(dirname(pick(at, "records")), 0o777);
      },
    ],
    [
      "is a file",
      (at) => {
        const path = dirname(pick(at, "records"));
        rmSync(path, { recursive: true });
        writeFileSync(path, "");
      },
    ],
    [
      "holds what other runs left",
      (at) => {
        writeFileSync(`${pick(at, "records")}.12345`, "half a wri");
        writeFileSync(`${pick(at, "code")}.12345`, "half a wri");
      },
    ],
  ])("the folder of the cache %s", async (_, spoil) => {
    const spoiled = makeFolder();
    cpSync(pristine, spoiled, { recursive: true });
    spoil(spoiled);
    const env = { XDG_CACHE_HOME: spoiled };
    expect(await build(folder, env)).toEqual(good);
  });
});

test("several builds at once in one folder", async () => {
  const folder = makeFolder(smallList());
  const cache = cacheOf(folder).XDG_CACHE_HOME;
  for (const title of ["Uno", "Due", "Tre", "Quattro"]) {
    const text = record(`${title} ${"long ".repeat(500)}`.trim());
    writeFileSync(join(folder, "papers/second.yaml"), text);
    const runs = Array.from({ length: 4 }, () => build(folder));
    for (const { exitCode, stdout, stderr } of await Promise.all(runs)) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
      expect(stderr).toMatch(
        /^(Wrote README.md|README.md is up to date): .*\n$/,
      );
    }
    const cold = await build(folder, { XDG_CACHE_HOME: makeFolder() });
    expect(cold.stderr).toMatch(/^README.md is up to date/);
    expect(cold.readme).toContain(title);
  }
  expect(readdirSync(folder).sort()).toEqual([
    "README.md",
    "papers",
    "taxonomy.yaml",
  ]);
  expect(filesIn(cache).filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => statSync(join(folder, name)).isFile(),
  );
}

function relink(path: string, target: string): void {
  rmSync(path);
  symlinkSync(target, path);
}

function openSeal(path: string): string {
  return readFileSync(path).subarray(64).toString();
}

/** Seals as the program does, with the key that only the user can read. */
function seal(path: string, body: string | Buffer): void {
  const root = path.slice(0, path.indexOf("/awesome-sdg/"));
  const key = readFileSync(join(root, "awesome-sdg/key"));
  const digest = createHmac("sha256", key).update(body).digest();
  writeFileSync(
    path,
    typeof body === "string"
      ? digest.toString("hex") + body
      : Buffer.concat([digest, body]),
  );
}

/** Seals as somebody must who has not the key. */
function sealAsStranger(path: string, body: string): void {
  writeFileSync(path, createHash("sha256").update(body).digest("hex") + body);
}

/** Changes what is kept, and seals it anew. */
function reseal(
  path: string,
  change: (value: unknown) => unknown,
  sealing: (path: string, body: string) => void,
  raw?: string,
): void {
  const kept = JSON.parse(openSeal(path)) as { key: string; value: unknown };
  const json = raw ?? JSON.stringify(change(kept.value));
  sealing(path, `{"key":${JSON.stringify(kept.key)},"value":${json}}`);
}
