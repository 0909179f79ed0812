import {
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { CacheStore } from "../env.ts";

/**
 * The cache of one list, in the user's own cache folder (https://specifications.freedesktop.org/basedir-spec/latest/).
 * `identity` tells lists apart. A cache is never worth an error: what fails is as if it had not been there.
 */
export function openCacheFolder(identity: string): CacheStore {
  const cacheHome = process.env["XDG_CACHE_HOME"];
  const folder = join(
    cacheHome === undefined || cacheHome === ""
      ? join(homedir(), ".cache")
      : cacheHome,
    "awesome-sdg",
    "lists",
    identity,
  );
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    read: (name) =>
      attempt(() =>
        isOwn(folder) ? readFileSync(join(folder, name), "latin1") : undefined,
      ),
    write(name, text) {
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const temporary = join(folder, `${name}.${process.pid}`);
        writeFileSync(temporary, text, { encoding: "latin1", mode: 0o600 });
        renameSync(temporary, join(folder, name));
      });
    },
  };
}

/** Whether nobody but the user can have written there. */
function isOwn(folder: string): boolean {
  const stat = statSync(folder);
  return (
    process.getuid === undefined ||
    (stat.uid === process.getuid() && (stat.mode & 0o022) === 0)
  );
}
