// What a build costs, beside what the machine costs: bare Node, and a loop that only stats and reads the same files. Prints
// medians and ratios of one run, and judges nothing. `npm run bench -- 1000 10000` measures lists of other sizes.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateList, recordFile, recordText } from "./generate-list.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "bin/awesome-sdg.js");
const scratch = mkdtempSync(join(tmpdir(), "awesome-sdg-bench-"));
const cache = join(scratch, "cache");
const env = { ...process.env, XDG_CACHE_HOME: cache };
// Files younger than this are compared by their bytes, which is not what is measured here.
const settleMs = 2500;
const sizes = process.argv.slice(2).map(Number);

try {
  measure("this list", copyOfThisList(), 370, 9);
  for (const size of sizes.length > 0 ? sizes : [1000, 1884, 10_000, 100_000]) {
    const folder = generateList(join(scratch, `list-${size}`), size);
    measure(
      `${size} records`,
      folder,
      size,
      size > 20_000 ? 1 : size > 2000 ? 3 : 7,
    );
    rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function copyOfThisList() {
  const folder = join(scratch, "this-list");
  for (const name of ["taxonomy.yaml", "papers", "templates"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

function measure(title, folder, size, times) {
  const build = () => run([program, "build", "-q", "-C", folder]);
  const check = () =>
    run([program, "build", "--check", "-q", "-C", folder], [0, 1]);
  build();
  const bare = median(Math.max(times, 7), () => run(["-e", "0"]));
  const floor = median(Math.max(times, 3), () =>
    run([join(root, "test/bench/floor.mjs"), folder]),
  );
  const rows = [
    ["bare Node", bare],
    ["stat and read", floor],
    ["cold", median(times, check, () => forget())],
  ];
  wait();
  check();
  rows.push(["nothing changed", median(Math.max(times, 3), check)]);
  for (const [name, count] of [
    ["one changed", 1],
    ["10% changed", Math.ceil(size / 10)],
  ]) {
    let edition = 0;
    const change = () => {
      edition += 1;
      for (let number = 0; number < count; number++)
        edit(folder, number, edition);
    };
    rows.push([name, median(times, check, change)]);
  }
  console.log(`\n${title}`);
  for (const [name, { ms, mb }] of rows) {
    const ratio = (to) => `${(ms / to.ms).toFixed(2)}×`;
    console.log(
      `  ${name.padEnd(16)} ${ms.toFixed(0).padStart(6)} ms ${mb.toFixed(0).padStart(5)} MB   ${ratio(bare).padStart(8)} bare Node ${ratio(floor).padStart(8)} stat and read`,
    );
  }
}

/** Another title for a record of a generated list; for one of this list, a record that it has not got. */
function edit(folder, number, edition) {
  if (folder.endsWith("this-list")) {
    const text = recordText(number, edition).replace(
      /^sections:.*$/m,
      "sections: [reasoning]",
    );
    writeFileSync(join(folder, "papers", `bench-${number}.yaml`), text);
  } else writeFileSync(recordFile(folder, number), recordText(number, edition));
}

/** Forgets what is known of lists, but not the program's compiled code. */
function forget() {
  rmSync(join(cache, "awesome-sdg/lists"), { recursive: true, force: true });
}

function wait() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, settleMs);
}

/** Wall time in milliseconds and peak memory in MB of a run of Node. */
function run(args, codes = [0]) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    "/usr/bin/env",
    ["time", "-f", "peak %M", process.execPath, ...args],
    { env, encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  const ms = performance.now() - start;
  if (!codes.includes(status))
    throw new Error(`Exit code ${status}:\n${stderr}`);
  return { ms, mb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

function median(times, action, prepare) {
  const runs = Array.from({ length: times }, () => {
    prepare?.();
    return action();
  }).sort((a, b) => a.ms - b.ms);
  return { ms: runs[times >> 1].ms, mb: Math.max(...runs.map(({ mb }) => mb)) };
}
