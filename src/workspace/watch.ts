import type { Env } from "../env.ts";

const settleMs = 50;

/**
 * Builds at once, and again after every change of a file of the list, one build
 * at a time, until the user interrupts. `announce` says that it has begun.
 */
export async function watchList(
  env: Env,
  build: () => Promise<void>,
  announce: () => Promise<void>,
): Promise<void> {
  const interrupted = env.interrupted();
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<void>((_, reject) => (fail = reject));
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  // Watched from before the first build on, so that no change is lost.
  const stop = await env.fs.watch(["papers", "templates"], () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(build);
      running.catch(fail);
    }, settleMs);
  });
  try {
    running = build();
    await running;
    await announce();
    await Promise.race([interrupted, failed]);
    await running;
  } finally {
    clearTimeout(timer);
    await stop();
  }
}
