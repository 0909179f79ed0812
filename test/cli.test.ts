import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { version } from "../package.json";
import { longList, record, smallList } from "./support/lists.ts";
import {
  environmentOf,
  eventually,
  program,
  startProgram,
} from "./support/process.ts";
import { makeFolder, type Result, runProgram } from "./support/program.ts";
import { describeWith } from "./support/tools.ts";

const readmeOf = (folder: string) =>
  readFileSync(join(folder, "README.md"), "utf8");
const escape = "\u001B";

/** A list with its README. */
function builtList(): string {
  const folder = makeFolder(smallList());
  expect(runProgram(folder, ["build"]).exitCode).toBe(0);
  return folder;
}

/** A list whose README does not have all its papers. */
function staleList(): string {
  const folder = builtList();
  writeFileSync(join(folder, "papers/third.yaml"), record("Third"));
  return folder;
}

/** A list with a mistake in it. */
function wrongList(): string {
  return makeFolder({ ...smallList(), "papers/bad.yaml": "title: [\n" });
}

/** Runs a line of bash, where `$program` is the program and `$node` is Node. */
function bash(
  folder: string,
  script: string,
  env: Record<string, string> = {},
): Result {
  const variables = { node: process.execPath, program, ...env };
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    env: environmentOf(folder, variables),
    encoding: "utf8",
  });
  return { exitCode: status, stdout, stderr };
}

describe("help and version", () => {
  test.each([["--help"], ["-h"], ["help"]])("%s goes to stdout", (word) => {
    const { exitCode, stdout, stderr } = runProgram(makeFolder(), [word]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    for (const name of ["build", "stats", "schema", "--cwd", "--quiet"])
      expect(stdout).toContain(name);
  });

  test("a command has its own help", () => {
    const { exitCode, stdout, stderr } = runProgram(makeFolder(), [
      "build",
      "--help",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("--check");
    expect(stdout).toContain("--watch");
  });

  test("--version is the package's", () => {
    expect(runProgram(makeFolder(), ["--version"])).toEqual({
      exitCode: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });

  test("help says nothing of a list, and leaves nothing in the folder", () => {
    const folder = makeFolder();
    runProgram(folder, ["--help"]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("wrong usage ends with 2 and says on stderr what to do", () => {
  test.each<[string[], RegExp]>([
    [[], /Usage: /],
    [["biuld"], /unknown command 'biuld'[^]*Did you mean build\?/],
    [
      ["build", "--chekc"],
      /unknown option '--chekc'[^]*Did you mean --check\?/,
    ],
    [["build", "file.yaml"], /too many arguments/],
    [["build", "--cwd"], /argument missing/],
    [["stats", "--format", "xml"], /Allowed choices are table, json/],
    [["schema"], /missing required argument/],
    [["schema", "papers"], /Allowed choices are paper, taxonomy/],
  ])("%j", (words, message) => {
    const folder = makeFolder(smallList());
    const { exitCode, stdout, stderr } = runProgram(folder, words);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(readdirSync(folder).sort()).toEqual(["papers", "taxonomy.yaml"]);
  });
});

describe("exit codes and streams", () => {
  test("0: what was done is on stderr, and stdout is for results", () => {
    const folder = makeFolder(smallList());
    const summary = "2 papers, 2 rows in 2 sections.\n";
    expect(runProgram(folder, ["build"])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: `Wrote README.md: ${summary}`,
    });
    expect(runProgram(folder, ["build"])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: `README.md is up to date: ${summary}`,
    });
  });

  test("0: results are on stdout, and nothing else", () => {
    const { exitCode, stdout, stderr } = runProgram(builtList(), [
      "stats",
      "--format",
      "json",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ papers: 2 });
  });

  test.each([["build"], ["build", "--check"], ["stats"]])(
    "1: a finding is on stderr (%s %s)",
    (...words) => {
      const { exitCode, stdout, stderr } = runProgram(wrongList(), words);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
      expect(stderr).toMatch(/^papers\/bad\.yaml:\d+:\d+ {2}error {2}/);
    },
  );

  test("1: there is no list", () => {
    const { exitCode, stderr } = runProgram(makeFolder(), ["build"]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^taxonomy\.yaml {2}error {2}no-list {2}/);
  });

  test("0: warnings are no errors", () => {
    const folder = makeFolder(longList(1));
    const { exitCode, stderr } = runProgram(folder, ["build", "-q"]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("warning  readme-size");
    expect(runProgram(folder, ["build", "--check"]).exitCode).toBe(0);
  });

  test("a result that the disk has no room for is no success", () => {
    const folder = builtList();
    const script = `"$node" "$program" stats > /dev/full`;
    const { exitCode, stderr } = bash(folder, script);
    expect(exitCode).not.toBe(0);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stderr).toContain("no space");
  });

  test("closed streams are no reason to fail", () => {
    const folder = builtList();
    const script = `"$node" "$program" build 2>&- && "$node" "$program" stats >&-`;
    expect(bash(folder, script).exitCode).toBe(0);
  });

  test("a folder that is gone is no fault of the program", () => {
    const folder = makeFolder({ "gone/file": "" });
    const script = `cd gone && rm -r ../gone && "$node" "$program" build`;
    const { exitCode, stderr } = bash(folder, script);
    expect(exitCode).not.toBe(0);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe("-C and -q", () => {
  test.each([
    [(folder: string) => ["-C", folder, "build"]],
    [(folder: string) => ["build", "-C", folder]],
    [(folder: string) => ["build", `--cwd=${folder}`]],
  ])("the folder of the list is named before or after", (words) => {
    const folder = makeFolder(smallList());
    const elsewhere = makeFolder();
    expect(runProgram(elsewhere, words(folder)).exitCode).toBe(0);
    expect(readmeOf(folder)).toBe(readmeOf(builtList()));
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("it may be relative", () => {
    const folder = makeFolder(
      Object.fromEntries(
        Object.entries(smallList()).map(([name, text]) => [
          `a list/${name}`,
          text,
        ]),
      ),
    );
    expect(runProgram(folder, ["build", "-C", "a list"]).exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual(["a list"]);
  });

  test("a folder that is not there is named in the finding", () => {
    const { exitCode, stderr } = runProgram(makeFolder(), [
      "build",
      "-C",
      "no",
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("There is no folder no");
  });

  test("-q keeps messages back, but neither findings nor results", () => {
    const quiet = { exitCode: 0, stdout: "", stderr: "" };
    const folder = makeFolder(smallList());
    expect(runProgram(folder, ["build", "-q"])).toEqual(quiet);
    expect(runProgram(folder, ["--quiet", "build"])).toEqual(quiet);
    expect(runProgram(folder, ["stats", "-q"]).stdout).toContain("Papers");
    expect(runProgram(wrongList(), ["build", "-q"]).stderr).toContain("error");
  });
});

// Python's pty, for a real terminal of its own.
const terminal = `import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))`;

describeWith("python3", "colour", () => {
  /** Runs in a terminal; what both streams say is in `stdout`. */
  function inTerminal(
    folder: string,
    words: string[],
    env: Record<string, string> = {},
  ): Result {
    const python = ["-c", terminal, process.execPath, program, ...words];
    const { status, stdout, stderr } = spawnSync("python3", python, {
      cwd: folder,
      env: environmentOf(folder, { TERM: "xterm", ...env }),
      encoding: "utf8",
      input: "",
    });
    return { exitCode: status, stdout, stderr };
  }

  test("findings and diffs are coloured in a terminal", () => {
    const finding = inTerminal(wrongList(), ["build"]);
    expect(finding.exitCode).toBe(1);
    expect(finding.stdout).toContain(`${escape}[31merror`);
    const diff = inTerminal(staleList(), ["build", "--check"]);
    expect(diff.exitCode).toBe(1);
    expect(diff.stdout).toContain(`${escape}[32m+`);
  });

  test("a stream that is no terminal gets none, whatever the other is", () => {
    const folder = staleList();
    const command = '"$0" "$1" build --check > result';
    const words = ["-c", command, process.execPath, program];
    const { stdout } = spawnSync("python3", ["-c", terminal, "sh", ...words], {
      cwd: folder,
      env: environmentOf(folder, { TERM: "xterm" }),
      encoding: "utf8",
      input: "",
    });
    expect(stdout).toContain(`${escape}[31merror`);
    const result = readFileSync(join(folder, "result"), "utf8");
    expect(result).toMatch(/^\+.*Third/m);
    expect(result).not.toContain(escape);
  });

  test.each<[string, string[], Record<string, string>]>([
    ["--no-color", ["--no-color"], {}],
    ["NO_COLOR", [], { NO_COLOR: "1" }],
    ["TERM=dumb", [], { TERM: "dumb" }],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }],
    ["NO_COLOR before FORCE_COLOR", [], { NO_COLOR: "1", FORCE_COLOR: "1" }],
    ["--no-color before FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }],
  ])("%s: none in a terminal", (_, words, env) => {
    const { stdout } = inTerminal(wrongList(), ["build", ...words], env);
    expect(stdout).toContain("error");
    expect(stdout).not.toContain(escape);
  });

  test.each<[string, string[], Record<string, string>]>([
    ["--color", ["--color"], {}],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }],
    ["--color before NO_COLOR", ["--color"], { NO_COLOR: "1" }],
  ])("%s: colour outside of one", (_, words, env) => {
    const { stderr } = runProgram(wrongList(), ["build", ...words], env);
    expect(stderr).toContain(escape);
  });
});

test("outside of a terminal there is no colour", () => {
  const { stdout, stderr } = runProgram(staleList(), ["build", "--check"]);
  expect(stdout + stderr).not.toContain(escape);
});

describe("readers that go away", () => {
  test("stats | head -1 ends quietly", () => {
    const script = `set -o pipefail; "$node" "$program" stats | head -1`;
    const { exitCode, stdout, stderr } = bash(builtList(), script);
    expect(stdout).toMatch(/^Papers +2\n$/);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  // More than a pipe holds, and a reader that surely is gone.
  test.each(["schema taxonomy", "stats --format json", "--help"])(
    "%s into nothing ends quietly",
    (words) => {
      const script = `"$node" "$program" ${words} | true; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = bash(builtList(), script);
      expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
    },
  );

  test("build --check | true still says that the README is stale", () => {
    const script = `"$node" "$program" build --check | true; echo "\${PIPESTATUS[0]}"`;
    const folder = makeFolder(longList(1));
    const { stdout, stderr } = bash(folder, script);
    expect(stderr).not.toMatch(/EPIPE|^ +at /m);
    expect(stdout).toBe("1\n");
  });

  test("messages into nothing end quietly", () => {
    const script = `"$node" "$program" build 2>&1 > /dev/null | true
      echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = bash(builtList(), script);
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });
});

describe("build --check", () => {
  test("says that what is built is up to date", () => {
    const { exitCode, stdout, stderr } = runProgram(builtList(), [
      "build",
      "--check",
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
    expect(stderr).toMatch(/^README.md is up to date: /);
  });

  test("writes nothing", () => {
    const folder = staleList();
    const facts = () => {
      const { mtimeNs, ctimeNs, ino } = statSync(join(folder, "README.md"), {
        bigint: true,
      });
      return [readdirSync(folder).sort(), mtimeNs, ctimeNs, ino];
    };
    const before = facts();
    const { exitCode, stdout, stderr } = runProgram(folder, [
      "build",
      "--check",
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("+++ b/README.md");
    expect(stderr).toMatch(/^README.md {2}error {2}stale-readme {2}/);
    expect(facts()).toEqual(before);
  });

  test("writes nothing together with --watch", async () => {
    const folder = staleList();
    const before = readmeOf(folder);
    const { child, output, ended } = startProgram(folder, [
      "build",
      "--check",
      "--watch",
    ]);
    let over = false;
    void ended.then(() => (over = true));
    // It may refuse the two together, or only tell what it finds.
    await eventually("a word", () => over || output.stderr !== "");
    child.kill("SIGINT");
    await ended;
    expect(readmeOf(folder)).toBe(before);
  });

  const states: [string, (folder: string) => void][] = [
    ["lacks a paper", () => undefined],
    [
      "has another line",
      (folder) => {
        writeFileSync(
          join(folder, "README.md"),
          `Another\n${readmeOf(folder)}`,
        );
      },
    ],
    [
      "has no end of line",
      (folder) => {
        writeFileSync(join(folder, "README.md"), readmeOf(folder).trimEnd());
      },
    ],
    [
      "is empty",
      (folder) => {
        writeFileSync(join(folder, "README.md"), "");
      },
    ],
    [
      "has lines that end in CRLF",
      (folder) => {
        const text = readmeOf(folder).replaceAll("\n", "\r\n");
        writeFileSync(join(folder, "README.md"), text);
      },
    ],
    [
      "has some lines that end in CRLF",
      (folder) => {
        const text = readmeOf(folder).replace("\n", "\r\n");
        writeFileSync(join(folder, "README.md"), text);
      },
    ],
    [
      "is not there",
      (folder) => {
        spawnSync("rm", [join(folder, "README.md")]);
      },
    ],
  ];
  const tools: [tool: string, command: string][] = [
    ["patch", "patch --binary -p1"],
    ["git", "git apply"],
  ];
  for (const [tool, command] of tools) {
    describeWith(tool, `the diff, for ${command}`, () => {
      test.each(states)("where README.md %s", (_, change) => {
        const folder = staleList();
        change(folder);
        const checked = runProgram(folder, ["build", "--check"]);
        expect(checked.exitCode).toBe(1);
        writeFileSync(join(folder, "the.patch"), checked.stdout);
        const applied = bash(folder, `${command} < the.patch`);
        expect(applied).toMatchObject({ exitCode: 0, stderr: "" });
        const patched = readmeOf(folder);
        expect(runProgram(folder, ["build", "--check"]).exitCode).toBe(0);
        // What a build writes over the state before.
        const twin = staleList();
        change(twin);
        expect(runProgram(twin, ["build"]).exitCode).toBe(0);
        expect(patched).toBe(readmeOf(twin));
      });
    });
  }
});

test("line endings of an existing README stay as they are", () => {
  const folder = builtList();
  const file = join(folder, "README.md");
  writeFileSync(file, readmeOf(folder).replaceAll("\n", "\r\n"));
  expect(runProgram(folder, ["build"]).stderr).toMatch(/^README.md is up to/);
  writeFileSync(join(folder, "papers/third.yaml"), record("Third"));
  expect(runProgram(folder, ["build"]).stderr).toMatch(/^Wrote README.md/);
  const lines = readmeOf(folder).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.filter((line) => !line.endsWith("\r"))).toEqual([]);
  expect(runProgram(folder, ["build", "--check"])).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
});

describe("Ctrl-C", () => {
  test("ends a build as it ends any program", async () => {
    // Long enough to be met in the midst of reading.
    const files = smallList();
    for (let number = 0; number < 3000; number++)
      files[`papers/paper-${number}.yaml`] = record(`Paper ${number}`);
    const folder = makeFolder(files);
    const { child, ended } = startProgram(folder, ["build"]);
    setTimeout(() => child.kill("SIGINT"), 300);
    expect(await ended).toMatchObject({ exitCode: null, signal: "SIGINT" });
    expect(readdirSync(folder).sort()).toEqual(["papers", "taxonomy.yaml"]);
  });

  test("ends build --watch with 0", async () => {
    const folder = makeFolder(smallList());
    const { child, output, ended } = startProgram(folder, ["build", "--watch"]);
    await eventually("watching", () => output.stderr.includes("Watching"));
    child.kill("SIGINT");
    expect(await ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: "",
      stderr: [
        "Wrote README.md: 2 papers, 2 rows in 2 sections.",
        "Watching for changes. Ctrl-C ends it.\n",
      ].join("\n"),
    });
  });
});
