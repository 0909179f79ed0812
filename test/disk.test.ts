import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { record, smallList, wideTaxonomy } from "./support/lists.ts";
import {
  describeWhere,
  environmentOf,
  program,
  sleep,
} from "./support/process.ts";
import { makeFolder, type Result, runProgram } from "./support/program.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const names = ["README.md", "papers", "taxonomy.yaml"];

const readmeOf = (folder: string) =>
  readFileSync(join(folder, "README.md"), "utf8");

/** A clear finding about a file, and nothing else: no trace, no result. */
function expectFinding(result: Result, file: string, rule: string): void {
  expect(result.stderr).toMatch(
    new RegExp(
      `^${file} {2}error {2}${rule} {2}.+\\n {2}→ .+\\n\\n1 error\\n$`,
    ),
  );
  expect(result).toMatchObject({ exitCode: 1, stdout: "" });
}

/** A list with a README that is out of date. */
function staleList(files: Record<string, string> = smallList()): string {
  const folder = makeFolder(files);
  expect(runProgram(folder, ["build"]).exitCode).toBe(0);
  writeFileSync(join(folder, "papers/second.yaml"), record("Changed"));
  return folder;
}

describe("what stands where a plain file belongs", () => {
  test("README.md is a symbolic link: neither it nor its end is written", () => {
    const folder = makeFolder({ ...smallList(), "elsewhere.md": "precious" });
    symlinkSync("elsewhere.md", join(folder, "README.md"));
    expectFinding(runProgram(folder, ["build"]), "README.md", "not-a-file");
    expect(readFileSync(join(folder, "elsewhere.md"), "utf8")).toBe("precious");
  });

  test("README.md is a symbolic link to nowhere", () => {
    const folder = makeFolder(smallList());
    symlinkSync("nowhere.md", join(folder, "README.md"));
    expectFinding(runProgram(folder, ["build"]), "README.md", "not-a-file");
    expect(existsSync(join(folder, "nowhere.md"))).toBe(false);
  });

  test("README.md is a folder", () => {
    const folder = makeFolder({
      ...smallList(),
      "README.md/inside": "precious",
    });
    expectFinding(runProgram(folder, ["build"]), "README.md", "not-a-file");
    expect(readdirSync(join(folder, "README.md"))).toEqual(["inside"]);
  });

  test("README.md is a pipe, which is not waited for", () => {
    const folder = makeFolder(smallList());
    spawnSync("mkfifo", [join(folder, "README.md")]);
    expectFinding(runProgram(folder, ["build"]), "README.md", "not-a-file");
  });

  test("taxonomy.yaml is a folder", () => {
    const folder = makeFolder({ "taxonomy.yaml/inside": "" });
    expectFinding(runProgram(folder, ["build"]), "taxonomy.yaml", "not-a-file");
  });

  test("a record is a symbolic link", () => {
    const folder = makeFolder(smallList());
    symlinkSync("first.yaml", join(folder, "papers/linked.yaml"));
    const file = "papers/linked.yaml";
    expectFinding(runProgram(folder, ["build"]), file, "not-a-file");
  });

  test("papers is a file", () => {
    const list = { "taxonomy.yaml": smallList()["taxonomy.yaml"] ?? "" };
    const folder = makeFolder({ ...list, papers: "" });
    expectFinding(runProgram(folder, ["build"]), "papers", "not-a-folder");
  });

  test("templates is a file", () => {
    const folder = makeFolder({ ...smallList(), templates: "" });
    const result = runProgram(folder, ["build"]);
    expectFinding(result, "templates/README.md", "cannot-read");
  });

  test("the folder of the list is a file", () => {
    const folder = makeFolder(smallList());
    const result = runProgram(folder, ["build", "-C", "taxonomy.yaml"]);
    expect(result.stderr).not.toMatch(/^ +at /m);
    expect(result.exitCode).toBe(1);
  });
});

describeWhere(
  isRoot ? ["setpriv", "--version"] : ["true"],
  "root is bound by no permissions, and there is no setpriv",
  "without permission",
  () => {
    test("the folder is not the user's: README.md stays as it was", () => {
      const folder = staleList();
      const before = readmeOf(folder);
      chmodSync(folder, 0o555);
      const result = runAsNobody(folder);
      expectFinding(result, "README.md", "cannot-write");
      expect(readmeOf(folder)).toBe(before);
      expect(readdirSync(folder).sort()).toEqual(names);
    });

    test("papers/ cannot be listed", () => {
      const folder = staleList();
      const before = readmeOf(folder);
      const result = without(0o000, join(folder, "papers"), () =>
        runAsNobody(folder),
      );
      expectFinding(result, "papers", "cannot-read");
      expect(readmeOf(folder)).toBe(before);
    });

    test.each([
      ["a record", "papers/first.yaml"],
      ["taxonomy.yaml", "taxonomy.yaml"],
      ["README.md", "README.md"],
      ["the template", "templates/README.md"],
    ])("%s cannot be read", (_, file) => {
      const template = {
        "templates/README.md": "<!-- awesome-sdg: sections -->",
      };
      const folder = staleList({ ...smallList(), ...template });
      const result = without(0o000, join(folder, file), () =>
        runAsNobody(folder),
      );
      expectFinding(result, file, "cannot-read");
    });

    test.each([
      ["papers/ cannot be entered", "papers", 0o444],
      ["papers/deeper/ cannot be listed", "papers/deeper", 0o000],
      ["templates/ cannot be entered", "templates", 0o000],
      ["the list's folder cannot be entered", ".", 0o000],
    ])("%s", (_, path, mode) => {
      const folder = makeFolder({
        ...smallList(),
        "papers/deeper/third.yaml": record("Third"),
        "templates/README.md": "<!-- awesome-sdg: sections -->",
      });
      const result = without(mode, join(folder, path), () =>
        runAsNobody(folder),
      );
      expect(result.stderr).toMatch(/^\S+ {2}error {2}cannot-read {2}/m);
      expect(result.stderr).not.toMatch(/^ +at /m);
      expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    });

    test("README.md that was up to date cannot be read any more", async () => {
      const folder = makeFolder(smallList());
      expect(runAsNobody(folder).exitCode).toBe(0);
      // Old enough to be known again without being read.
      await sleep(2100);
      expect(runAsNobody(folder).exitCode).toBe(0);
      const file = join(folder, "README.md");
      const result = without(0o000, file, () => runAsNobody(folder));
      expectFinding(result, "README.md", "cannot-read");
    });

    test("a user without a name or a home can build", () => {
      const folder = makeFolder(smallList());
      const result = runAsNobody(folder, {}, 54321);
      expect(result).toMatchObject({ exitCode: 0, stdout: "" });
    });

    test("a cache of another user's is left alone", () => {
      const folder = makeFolder(smallList());
      const cache = makeFolder();
      const env = { XDG_CACHE_HOME: cache };
      expect(runProgram(folder, ["build"], env).exitCode).toBe(0);
      const before = snapshot(cache);
      expect(before.length).toBeGreaterThan(0);
      chmodSync(cache, 0o755);
      expect(runAsNobody(folder, env)).toMatchObject({
        exitCode: 0,
        stdout: "",
      });
      expect(snapshot(cache)).toEqual(before);
    });
  },
);

// A mount in a namespace of its own is gone with the process that made it.
const namespace = isRoot
  ? (["unshare", "--mount"] as const)
  : (["unshare", "--mount", "--user", "--map-root-user"] as const);

describeWhere(
  [...namespace, "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
  "this user may mount nothing",
  "on a disk that",
  () => {
    test("is read-only: README.md stays as it was", () => {
      const folder = staleList();
      const before = readmeOf(folder);
      const result = buildOnDisk(folder, "", "mount -o remount,ro .");
      expectFinding(result, "README.md", "cannot-write");
      expect(result.stderr).toContain("read-only");
      expect(result.files).toEqual(names);
      expect(readmeOf(result.after)).toBe(before);
    });

    test("is read-only, but README.md is up to date: no error", () => {
      const folder = makeFolder(smallList());
      runProgram(folder, ["build"]);
      const result = buildOnDisk(folder, "", "mount -o remount,ro .");
      expect(result).toMatchObject({ exitCode: 0, stdout: "" });
    });

    test("is full: README.md stays as it was, and nothing is left", () => {
      const folder = staleList();
      const before = readmeOf(folder);
      const fill = "cat /dev/zero > ../fill 2> /dev/null";
      const result = buildOnDisk(folder, "size=200k", fill);
      expectFinding(result, "README.md", "cannot-write");
      expect(result.stderr).toContain("full");
      expect(result.files).toEqual(names);
      expect(readmeOf(result.after)).toBe(before);
    });

    test.each([4, 40, 100])(
      "has %i kB left, and the README needs more: it stays as it was",
      (left) => {
        const folder = staleList({
          ...smallList(),
          "taxonomy.yaml": wideTaxonomy("Wide", 900),
        });
        const before = readmeOf(folder);
        expect(before.length).toBeGreaterThan(150_000);
        const fill = `left=$(df --output=avail -k . | tail -1)
          head -c $(((left - ${left}) * 1024)) /dev/zero > ../fill`;
        const result = buildOnDisk(folder, "size=600k", fill);
        expect(result.files).toEqual(names);
        expect(readmeOf(result.after) === before, "README.md is whole").toBe(
          true,
        );
        expectFinding(result, "README.md", "cannot-write");
        expect(result.stderr).toContain("full");
      },
    );

    test.each([
      ["full", "cat /dev/zero > fill 2> /dev/null"],
      ["read-only", "mount -o remount,ro ."],
      ["out of inodes", 'touch $(seq 30) 2> /dev/null; test "$(ls)"'],
    ])("holds the cache and is %s: that is no error", (_, spoil) => {
      const folder = staleList();
      const clean = makeFolder({
        ...smallList(),
        "papers/second.yaml": record("Changed"),
      });
      runProgram(clean, ["build"]);
      const cache = makeFolder();
      const script = `mount -t tmpfs -o size=200k,nr_inodes=20 tmpfs "$cache" || exit 99
        cd "$cache" && { ${spoil} || true; } && cd - > /dev/null
        exec "$node" "$program" build`;
      const env = { cache, XDG_CACHE_HOME: cache };
      const result = inNamespace(folder, script, env);
      expect(result).toMatchObject({ exitCode: 0, stdout: "" });
      expect(result.stderr).toMatch(/^Wrote README.md: .*\n$/);
      expect(readmeOf(folder)).toBe(readmeOf(clean));
    });
  },
);

describe("without a place for a cache", () => {
  const clean = makeFolder(smallList());
  const elsewhere = () => makeFolder({ "a-file": "mine" });

  test.each([
    [
      "XDG_CACHE_HOME is a file",
      () => ({ XDG_CACHE_HOME: join(elsewhere(), "a-file") }),
    ],
    [
      "XDG_CACHE_HOME is below a file",
      () => ({ XDG_CACHE_HOME: join(elsewhere(), "a-file/cache") }),
    ],
    ["XDG_CACHE_HOME is a device", () => ({ XDG_CACHE_HOME: "/dev/null" })],
    [
      "HOME is a file",
      () => ({ XDG_CACHE_HOME: "", HOME: join(elsewhere(), "a-file") }),
    ],
    [
      "HOME is below a file",
      () => ({ XDG_CACHE_HOME: "", HOME: join(elsewhere(), "a-file/home") }),
    ],
  ])("%s: the README is built all the same", (_, env) => {
    runProgram(clean, ["build"]);
    const folder = makeFolder(smallList());
    for (const message of ["Wrote README.md", "README.md is up to date"]) {
      const result = runProgram(folder, ["build"], env());
      expect(result).toMatchObject({ exitCode: 0, stdout: "" });
      expect(result.stderr).toMatch(new RegExp(`^${message}: .*\\n$`));
    }
    expect(readmeOf(folder)).toBe(readmeOf(clean));
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  // Node's own `mkdirSync` tries for ever where a folder that is there says
  // that it is not, as /proc does and some automounters' /home.
  test("HOME cannot be made: the README is built all the same", () => {
    const folder = makeFolder(smallList());
    const home = { XDG_CACHE_HOME: "", HOME: "/proc/no-home" };
    const words = [process.execPath, program, "build"];
    const result = run(words, folder, environmentOf(folder, home), 20_000);
    expect(result).toMatchObject({ exitCode: 0, stdout: "" });
  });

  // https://specifications.freedesktop.org/basedir-spec/latest/: a path that
  // is not absolute is passed over. A stranger's list could bring the cache.
  test.each([
    ["XDG_CACHE_HOME is relative", { XDG_CACHE_HOME: "relative" }],
    ["XDG_CACHE_HOME is a dot", { XDG_CACHE_HOME: "." }],
    ["HOME is empty", { XDG_CACHE_HOME: "", HOME: "" }],
  ])("%s: no cache appears in the list", (_, env) => {
    const folder = makeFolder(smallList());
    const home = makeFolder();
    const result = runProgram(folder, ["build"], { HOME: home, ...env });
    expect(result).toMatchObject({ exitCode: 0, stdout: "" });
    expect(readdirSync(folder).sort()).toEqual(names);
  });
});

/** Takes all permissions but `mode` from a path while `action` runs. */
function without<T>(mode: number, path: string, action: () => T): T {
  const { mode: before } = statSync(path);
  chmodSync(path, mode);
  try {
    return action();
  } finally {
    chmodSync(path, before & 0o7777);
  }
}

/** Builds as a user without privileges: as oneself, where that is one. */
function runAsNobody(
  folder: string,
  env: Record<string, string> = {},
  uid = nobody,
): Result {
  const cache = join(folder, "../cache-of-nobody");
  mkdirSync(cache, { recursive: true });
  const wrapper: string[] = [];
  if (isRoot) {
    chmodSync(dirname(folder), 0o755);
    chownSync(cache, nobody, nobody);
    giveTo(uid, folder);
    wrapper.push(
      "setpriv",
      `--reuid=${uid}`,
      `--regid=${uid}`,
      "--clear-groups",
    );
  }
  const { HOME: _, ...all } = environmentOf(folder, {
    XDG_CACHE_HOME: cache,
    ...env,
  });
  if (uid !== nobody) delete all["XDG_CACHE_HOME"];
  // From a folder that the user may enter: the list's own is sometimes shut.
  const words = [...wrapper, process.execPath, program, "build", "-C", folder];
  return run(words, dirname(folder), all);
}

/** Makes a user the owner; what he owns keeps its times. */
function giveTo(uid: number, folder: string): void {
  for (const name of [
    ".",
    ...readdirSync(folder, { recursive: true, encoding: "utf8" }),
  ]) {
    const path = join(folder, name);
    if (statSync(path).uid !== uid) chownSync(path, uid, uid);
  }
}

/** Builds a copy of a list that lies on a small disk of its own. */
function buildOnDisk(
  folder: string,
  options: string,
  spoil: string,
): Result & { after: string; files: string[] } {
  const after = makeFolder();
  const disk = makeFolder();
  // `after` is bound inside the namespace too: what is copied there stays.
  const script = `mount -t tmpfs -o "${options || "size=1m"}" tmpfs "$disk" || exit 99
    mkdir "$disk/list" && cp -R "$folder/." "$disk/list" && cd "$disk/list"
    ${spoil}
    "$node" "$program" build
    code=$?
    cp -R . "$after"
    exit $code`;
  const result = inNamespace(
    folder,
    script.replace("remount,ro .", 'remount,ro "$disk"'),
    { disk, after, folder },
  );
  return { ...result, after, files: readdirSync(after).sort() };
}

function inNamespace(
  folder: string,
  script: string,
  env: Record<string, string>,
): Result {
  const variables = { node: process.execPath, program, ...env };
  const words = [...namespace, "sh", "-c", script];
  return run(words, folder, environmentOf(folder, variables));
}

function run(
  words: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  timeout?: number,
): Result {
  const [command = "", ...rest] = words;
  const killSignal = "SIGKILL";
  const options = { cwd, env, timeout, killSignal, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(command, rest, options);
  return { exitCode: status, stdout, stderr };
}

/** Every file below a folder, with its content. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name} ${readFileSync(join(folder, name), "base64")}`)
    .sort();
}
