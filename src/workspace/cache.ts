import type { Env } from '../env.ts';

declare const __BUILD_ID__: string | undefined;

/** Names the program's own code: what another version made is not taken for this one's. */
export const buildId = typeof __BUILD_ID__ === 'string' ? __BUILD_ID__ : 'source';

const digestLength = 64;

/**
 * What was kept under a name, if it is whole, and was kept by this version of the program under the same key; else nothing.
 * Only the user's own folder is asked, never the list's: a stranger's list could bring a cache with it.
 */
export function recall(env: Env, name: string, key: string): unknown {
  const bytes = env.cache.read(name);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(digestLength);
  const seal = new TextDecoder('latin1').decode(bytes.subarray(0, digestLength));
  if (seal !== env.digest(body)) return undefined;
  const kept = JSON.parse(new TextDecoder().decode(body)) as { key?: unknown; value?: unknown } | null;
  return kept?.key === `${buildId} ${key}` ? kept.value : undefined;
}

/** Keeps a value of plain data under a name. */
export function remember(env: Env, name: string, key: string, value: unknown): void {
  const body = new TextEncoder().encode(JSON.stringify({ key: `${buildId} ${key}`, value }));
  env.cache.write(name, Buffer.concat([new TextEncoder().encode(env.digest(body)), body]));
}
