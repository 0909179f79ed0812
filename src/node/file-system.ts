import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { FileStat, FileSystem, Kind } from "../env.ts";
import { replaceFile } from "./write-file.ts";

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
    write: (path, text) => {
      replaceFile(join(root, path), text);
    },
    async watch(folders, changed) {
      const { watch } = await import("chokidar");
      const watcher = watch(".", {
        cwd: root,
        ignoreInitial: true,
        followSymlinks: false,
        // Of the list's own folder only the files, of these folders all.
        ignored(path, stats) {
          const [top = "", ...inner] = relative(
            root,
            resolve(root, path),
          ).split(sep);
          const isFolder = inner.length > 0 || stats?.isDirectory() === true;
          return top !== "" && isFolder && !folders.includes(top);
        },
      });
      watcher.on("all", changed);
      await new Promise<void>((settle) => {
        watcher.once("ready", settle);
      });
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
