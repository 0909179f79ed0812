#!/usr/bin/env node
"use strict";
// Starts the built program from V8's code cache, which holds every function that an earlier run compiled: that is most of
// the start-up time. A cache that does not fit (another Node, another build, a torn file) is passed over and made anew.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { homedir } = require("node:os");
const path = require("node:path");
const vm = require("node:vm");

const dist = path.join(__dirname, "..", "dist");
const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"),
  "awesome-sdg",
  "code",
  `${fs.readFileSync(path.join(dist, "build-id"), "latin1")}-${process.version}-${process.arch}`,
);
const digest = (content) => createHash("sha256").update(content).digest();
const nodeRequire = createRequire(path.join(dist, "main.js"));
const loaded = new Map();
const uncached = [];

load("./main.js")
  .main()
  .then(() => {
    for (const { name, script } of uncached)
      attempt(() => keep(name, script.createCachedData()));
  });

/** What a part of the program exports; parts ask for each other by `require('./…')`. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = path.join(dist, name);
  const cachedData = attempt(() => recall(name));
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

/** The kept code of a part. It will be run: it is the user's own, and whole, or it is nothing. */
function recall(name) {
  const file = path.join(cacheFolder, name);
  const { uid, mode } = fs.statSync(file);
  if (process.getuid && (uid !== process.getuid() || mode & 0o022))
    return undefined;
  const sealed = fs.readFileSync(file);
  return digest(sealed.subarray(32)).equals(sealed.subarray(0, 32))
    ? sealed.subarray(32)
    : undefined;
}

function keep(name, code) {
  const file = path.join(cacheFolder, name);
  fs.mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(
    `${file}.${process.pid}`,
    Buffer.concat([digest(code), code]),
    { mode: 0o600 },
  );
  fs.renameSync(`${file}.${process.pid}`, file);
}

/** Does what is never worth an error. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
