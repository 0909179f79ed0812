#!/usr/bin/env node
'use strict';
// Starts the built program from V8's code cache, which holds every function that an earlier run compiled: that is most of
// the start-up time. A cache that does not fit (another Node, another build, a torn file) is passed over and made anew.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { homedir } = require('node:os');
const path = require('node:path');
const vm = require('node:vm');

const filename = path.join(__dirname, '..', 'dist', 'main.js');
// The bundle is ASCII, and begins with a comment that names the build.
const source = fs.readFileSync(filename, 'latin1');
const cacheFile = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'awesome-sdg',
  `code-${/\w+/.exec(source)}-${process.version}-${process.arch}`,
);
const digest = (content) => createHash('sha256').update(content).digest();

const cachedData = attempt(() => {
  const [sealed, { uid, mode }] = [fs.readFileSync(cacheFile), fs.statSync(cacheFile)];
  // What is in the cache is run: it is the user's own, and whole, or it is nothing.
  if (process.getuid && (uid !== process.getuid() || mode & 0o022)) return undefined;
  return digest(sealed.subarray(32)).equals(sealed.subarray(0, 32)) ? sealed.subarray(32) : undefined;
});
const script = new vm.Script(wrap(source), { filename, cachedData });
const program = { exports: {} };
script.runInThisContext()(program.exports, createRequire(filename), program, filename, path.dirname(filename));
program.exports.main().then(() => {
  if (cachedData && !script.cachedDataRejected) return;
  attempt(() => {
    const code = script.createCachedData();
    fs.mkdirSync(path.dirname(cacheFile), { recursive: true, mode: 0o700 });
    fs.writeFileSync(`${cacheFile}.${process.pid}`, Buffer.concat([digest(code), code]), { mode: 0o600 });
    fs.renameSync(`${cacheFile}.${process.pid}`, cacheFile);
  });
});

// The cache is never worth an error.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
