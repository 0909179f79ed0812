import type { Env } from "../env.ts";

const settleMs = 50;

/**
 * Builds at once, and again after every change of a file of the list, one build at a time, until the user interrupts.
 */
export async function watchList(
  env: Env,
  build: () => Promise<void>,
): Promise<void> {
  let running: Promise<void> = build();
  let timer: NodeJS.Timeout | undefined;
  const stop = await env.fs.watch(
    ["taxonomy.yaml", "papers", "templates"],
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(build);
      }, settleMs);
    },
  );
  await env.interrupted();
  clearTimeout(timer);
  await stop();
  await running;
}
