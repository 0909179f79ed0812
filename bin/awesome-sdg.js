#!/usr/bin/env node
"use strict";
// Starts the built program from V8's code cache, which holds every function that an earlier run compiled: that is most of
// the start-up time. A cache that does not fit (another Node, another build, a torn file) is passed over and made anew.
const { createHmac, randomBytes, timingSafeEqual } = require("node:crypto");
const fs = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { homedir } = require("node:os");
const path = require("node:path");
const vm = require("node:vm");

const dist = path.join(__dirname, "..", "dist");
if (!fs.existsSync(dist)) {
  console.error("awesome-sdg is not built yet: run npm ci");
  process.exit(2);
}
// https://specifications.freedesktop.org/basedir-spec/latest/: a path that is
// not absolute does not count. There may be no such folder, and no home.
const cacheRoot = attempt(() => {
  const set = process.env.XDG_CACHE_HOME ?? "";
  const parent = path.isAbsolute(set) ? set : path.join(homedir(), ".cache");
  return path.isAbsolute(parent) ? path.join(parent, "awesome-sdg") : undefined;
});
// Everything in the cache is sealed with this key: it is the user's own, and
// whole, or it is nothing. That matters most for code, which will be run.
const key = attempt(() => readKey(path.join(cacheRoot, "key")));
const cache = key && { root: cacheRoot, key };
const buildId = fs.readFileSync(path.join(dist, "build-id"), "latin1");
const codeFolder = path.join(
  cacheRoot ?? dist,
  "code",
  `${buildId}-${process.version}-${process.arch}`,
);
const sealOf = (code) => createHmac("sha256", key).update(code).digest();
const nodeRequire = createRequire(path.join(dist, "main.js"));
const loaded = new Map();
const uncached = [];

load("./main.js")
  .main(cache)
  .then(() => {
    if (!cache) return;
    for (const { name, script } of uncached)
      attempt(() => keep(name, script.createCachedData()));
  });

/** What a part of the program exports; parts ask for each other by `require('./…')`. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = path.join(dist, name);
  const cachedData = key && attempt(() => recall(name));
  const script = new vm.Script(wrap(fs.readFileSync(filename, "latin1")), {
    filename,
    cachedData,
  });
  if (!cachedData || script.cachedDataRejected) uncached.push({ name, script });
  const part = { exports: {} };
  loaded.set(name, part);
  const requireFrom = (id) =>
    id.startsWith("./") ? load(id) : nodeRequire(id);
  script.runInThisContext()(part.exports, requireFrom, part, filename, dist);
  return part.exports;
}

/** The kept code of a part. */
function recall(name) {
  const sealed = fs.readFileSync(path.join(codeFolder, name));
  const code = sealed.subarray(32);
  return timingSafeEqual(sealOf(code), sealed.subarray(0, 32))
    ? code
    : undefined;
}

function keep(name, code) {
  makeFolders(path.dirname(codeFolder), codeFolder);
  const file = path.join(codeFolder, name);
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, Buffer.concat([sealOf(code), code]));
  fs.renameSync(temporary, file);
}

/** The key that only this user can read; made where there is none yet. */
function readKey(file) {
  if (!fs.existsSync(file)) {
    makeFolders(path.dirname(cacheRoot), cacheRoot);
    attempt(() =>
      fs.writeFileSync(file, randomBytes(32), { flag: "wx", mode: 0o600 }),
    );
  }
  const { uid, mode, size } = fs.statSync(file);
  const isOwn =
    !process.getuid || (uid === process.getuid() && !(mode & 0o077));
  return isOwn && size === 32 ? fs.readFileSync(file) : undefined;
}

/** One by one: in /proc, mkdir with `recursive` never ends. */
function makeFolders(...folders) {
  for (const folder of folders) {
    attempt(() => fs.mkdirSync(folder, { mode: 0o700 }));
  }
}

/** Does what is never worth an error. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
