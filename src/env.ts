export type Kind = "file" | "directory" | "link" | "other";

/** What of a file shows, without reading it, that it is still the same. Times are milliseconds since 1970. */
export interface FileStat {
  kind: Kind;
  /** In bytes. */
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
}

export interface Entry {
  name: string;
  kind: Kind;
}

/** The files of one list. Paths are relative to the list's folder, with slashes. Errors are those of the system. */
export interface FileSystem {
  /** The entries of a folder in no particular order. */
  list(path: string): Entry[];
  /** Of the link itself where it is one; nothing where there is no such file. */
  stat(path: string): FileStat | undefined;
  read(path: string): Uint8Array;
  /** Replaces the file as a whole or not at all. */
  write(path: string, text: string): void;
  /** Calls back at every change of a file of the list's own folder, or inside one of these, until the returned function is called. */
  watch(folders: string[], changed: () => void): Promise<() => Promise<void>>;
}

/**
 * ASCII texts that may be lost at any time, but never come back changed. It never
 * fails, it only forgets. Names are of letters, digits and hyphens.
 */
export interface CacheStore {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}

/** Markdown with line feeds, and how the configuration wants lines to end. */
export interface Formatted {
  markdown: string;
  lineEnd: "\n" | "\r\n";
}

/** The list's own Prettier configuration at work. */
export interface Formatter {
  /** Changes when a file does that may hold configuration; nothing where that cannot be known, as for a script. */
  readonly fingerprint: string | undefined;
  /** Formats Markdown as the list's README; the promise fails where the configuration is wrong. */
  format(markdown: string): Promise<Formatted>;
}

export interface Output {
  write(text: string): void;
  isTTY: boolean;
  /** Whether to write in colour. */
  color: boolean;
}

/** All that touches the world. */
export interface Env {
  /** The list's folder as the user would name it. */
  cwd: string;
  fs: FileSystem;
  cache: CacheStore;
  formatter: Formatter;
  /** Milliseconds since 1970. */
  now(): number;
  /** A digest of bytes or text, in hexadecimal. */
  digest(content: Uint8Array | string): string;
  stdout: Output;
  stderr: Output;
  /** Settles when the user asks the program to stop; from the call on, that is all that Ctrl-C does. */
  interrupted(): Promise<void>;
}
