import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CacheStore } from '../env.ts';

/**
 * The cache of one list, in the user's own cache folder (https://specifications.freedesktop.org/basedir-spec/latest/).
 * `identity` tells lists apart. A cache is never worth an error: what fails is as if it had not been there.
 */
export function openCacheFolder(identity: string): CacheStore {
  const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'awesome-sdg', identity);
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    read: (name) => attempt(() => (isOwn(folder) ? readFileSync(join(folder, name)) : undefined)),
    write(name, bytes) {
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const temporary = join(folder, `${name}.${process.pid}`);
        writeFileSync(temporary, bytes, { mode: 0o600 });
        renameSync(temporary, join(folder, name));
      });
    },
  };
}

/** Whether nobody but the user can have written there. */
function isOwn(folder: string): boolean {
  const stat = statSync(folder);
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}
