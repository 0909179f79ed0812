import type { Diagnostic } from "../diagnostic.ts";
import type { Env } from "../env.ts";

/** What a command has to say at its end. */
export interface Outcome {
  diagnostics: Diagnostic[];
  /** The result, for standard output. */
  stdout?: string;
  /** What was done, for a person to know; `--quiet` keeps it back. */
  message?: string;
}

/** The options of a command as they were given, by the long name in camel case. */
export type Options = Record<string, string | boolean | undefined>;

/** A command of the program. The module of a command imports at once only what `--help` needs. */
export interface Command {
  name: string;
  /** What it does, in a line. */
  about: string;
  /** Flags as commander reads them, and what each does; the last part is the allowed values, where only some are. */
  options: (readonly [
    flags: string,
    about: string,
    choices?: readonly string[],
  ])[];
  /** What follows the command's name. */
  arguments?: (readonly [
    name: string,
    about: string,
    choices?: readonly string[],
  ])[];
  /** `present` says what is to be said before the end, as by a command that goes on. */
  run(
    env: Env,
    options: Options,
    words: string[],
    present: (outcome: Outcome) => Promise<void>,
  ): Promise<Outcome>;
}
