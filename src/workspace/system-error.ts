import type { Diagnostic } from "../diagnostic.ts";

const reasons: Record<string, [message: string, help: string]> = {
  EACCES: [
    "the system does not permit it",
    "look at the permissions of the file and its folder",
  ],
  EPERM: [
    "the system does not permit it",
    "look at the permissions of the file and its folder",
  ],
  EROFS: ["the disk is read-only", "work in a folder that can be written"],
  ENOSPC: [
    "the disk is full",
    "make room and run it again; the file is as it was",
  ],
  EDQUOT: [
    "the disk quota is used up",
    "make room and run it again; the file is as it was",
  ],
  ENOENT: ["it is not there", "look whether it was moved or deleted"],
  EISDIR: ["it is a folder", "rename or delete the folder"],
  ENOTDIR: [
    "a part of its path is no folder",
    "rename or delete the file that is in the way",
  ],
};

/** The finding about a file that the system does not let us read or write; errors that are no system's are thrown on. */
export function systemFinding(
  action: "read" | "written",
  file: string,
  error: unknown,
): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) throw error;
  const [message, help] = reasons[code] ?? [
    `the system says ${code}`,
    "nothing was changed; try again",
  ];
  return {
    rule: action === "read" ? "cannot-read" : "cannot-write",
    severity: "error",
    file,
    message: `This cannot be ${action}: ${message}`,
    help,
  };
}

/** The finding about something that stands where a plain file belongs. */
export function notAFile(
  file: string,
  kind: "directory" | "link" | "other",
): Diagnostic {
  const found = {
    directory: "a folder",
    link: "a symbolic link",
    other: "no plain file",
  }[kind];
  return {
    rule: "not-a-file",
    severity: "error",
    file,
    message: `This is ${found}, and the files of a list are plain files`,
    help: kind === "link" ? "put the file itself here" : "move it away",
  };
}
