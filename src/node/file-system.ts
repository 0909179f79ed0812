import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { FileStat, FileSystem, Kind } from "../env.ts";

/** The files below a folder of this machine. */
export function openFileSystem(root: string): FileSystem {
  return {
    list: (path) =>
      readdirSync(join(root, path), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kindOf(entry),
      })),
    stat(path): FileStat | undefined {
      const stat = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
      if (stat === undefined) return undefined;
      const { size, mtimeMs, ctimeMs, ino } = stat;
      return { kind: kindOf(stat), size, mtimeMs, ctimeMs, ino };
    },
    read: (path) => readFileSync(`${root}/${path}`),
    async write(path, text) {
      const { default: writeFileAtomic } = await import("write-file-atomic");
      await writeFileAtomic(join(root, path), text);
    },
    async watch(paths, changed) {
      const { watch } = await import("chokidar");
      const watcher = watch(paths, {
        cwd: root,
        ignoreInitial: true,
        followSymlinks: false,
      });
      watcher.on("all", (_event, path) => {
        changed(path);
      });
      await new Promise((resolve) =>
        watcher.once("ready", () => {
          resolve(undefined);
        }),
      );
      return () => watcher.close();
    },
  };
}

function kindOf(
  entry: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">,
): Kind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "link" : "other";
}
