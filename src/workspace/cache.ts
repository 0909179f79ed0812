import type { Env } from "../env.ts";

declare const __BUILD_ID__: string | undefined;

/** Names the program's own code: what another version made is not taken for this one's. */
const buildId = typeof __BUILD_ID__ === "string" ? __BUILD_ID__ : "source";

/**
 * What was kept under a name by this version of the program under the same key;
 * else nothing. Only the user's own cache is asked, and what it holds is sealed:
 * a stranger's list could bring a cache with it.
 */
export function recall(env: Env, name: string, key: string): unknown {
  const text = env.cache.read(name);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as { key: string; value: unknown };
  return kept.key === `${buildId} ${key}` ? kept.value : undefined;
}

/** Keeps a value of plain data under a name. */
export function remember(
  env: Env,
  name: string,
  key: string,
  value: unknown,
): void {
  const json = JSON.stringify({ key: `${buildId} ${key}`, value });
  // ASCII is read several times faster than UTF-8.
  const ascii = json.replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  env.cache.write(name, ascii);
}
