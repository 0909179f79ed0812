import { join } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Env } from "../env.ts";

interface Task {
  root: string;
  job: string;
  input: unknown;
}

/** Starts the built program once more, on another core, for one job. */
export function runWorker(task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, "../bin/awesome-sdg.js"), {
      workerData: task,
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Does the job that this worker was started for. */
export async function work(openEnv: (root: string) => Env): Promise<void> {
  const { root, job, input } = workerData as Task;
  const jobs = (await import("../workspace/jobs.ts")) as unknown as Record<
    string,
    (env: Env, input: unknown) => unknown
  >;
  parentPort?.postMessage(await jobs[job]?.(openEnv(root), input));
}
