import { createHmac } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CacheStore } from "../env.ts";

/** The program's folder for what can be had again, and the key to its seals. */
export interface Cache {
  root: string;
  key: Uint8Array;
}

const sealLength = 64;

/**
 * The cache of one list, in the program's cache folder; none where there is no
 * such folder. `identity` tells lists apart. A cache is never worth an error:
 * what fails is as if it had not been there.
 */
export function openCacheFolder(
  cache: Cache | undefined,
  identity: string,
): CacheStore {
  if (cache === undefined)
    return { read: () => undefined, write: () => undefined };
  const lists = join(cache.root, "lists");
  const folder = join(lists, identity);
  const sealOf = (text: string) => {
    const hmac = createHmac("sha256", cache.key);
    for (const slice of slices(text)) hmac.update(slice, "latin1");
    return hmac.digest("hex");
  };
  return {
    read: (name) =>
      attempt(() => {
        const sealed = readFileSync(join(folder, name), "latin1");
        const text = sealed.slice(sealLength);
        return sealOf(text) === sealed.slice(0, sealLength) ? text : undefined;
      }),
    write(name, text) {
      // One by one: in /proc, mkdir with `recursive` never ends.
      for (const path of [lists, folder]) {
        attempt(() => {
          mkdirSync(path, { mode: 0o700 });
        });
      }
      attempt(() => {
        const temporary = join(folder, `${name}.${process.pid}`);
        writeFileSync(temporary, sealOf(text), "latin1");
        for (const slice of slices(text)) {
          appendFileSync(temporary, slice, "latin1");
        }
        renameSync(temporary, join(folder, name));
      });
    },
  };
}

/** A text in parts: of 100,000 records it is large, and each copy of it too. */
function* slices(text: string): Generator<string> {
  const length = 2 ** 22;
  for (let start = 0; start < text.length; start += length) {
    yield text.slice(start, start + length);
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
