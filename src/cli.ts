import {
  Argument,
  Command as Program,
  CommanderError,
  Option,
} from "commander";
import type { Command, Options, Outcome } from "./commands/command.ts";
import * as commands from "./commands/index.ts";
import { hasErrors } from "./diagnostic.ts";
import type { Env } from "./env.ts";

/** What all commands understand. */
export interface GlobalOptions {
  cwd?: string;
  color?: boolean;
  quiet?: boolean;
}

/**
 * Runs the program on the words of a command line. Gives the exit code: 0 fine, 1 findings, 2 wrong usage.
 * `openEnv` makes the world once it is known where the list lies.
 */
export async function run(
  words: readonly string[],
  version: string,
  streams: Pick<Env, "stdout" | "stderr">,
  openEnv: (options: GlobalOptions) => Env,
): Promise<number> {
  let exitCode = 0;
  const program = new Program("awesome-sdg")
    .description(
      "Keeps a curated list of papers as data, and writes its README.md from it.",
    )
    .version(version, "--version")
    .option("-C, --cwd <dir>", "the folder of the list")
    .option("--color", "write in colour")
    .option("--no-color", "write without colour")
    .option("-q, --quiet", "write results and findings only")
    .showHelpAfterError("(awesome-sdg --help says what there is)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        streams.stdout.write(text);
      },
      writeErr: (text) => {
        streams.stderr.write(text);
      },
    });
  for (const command of Object.values(commands)) {
    addCommand(program, command, async (options, args) => {
      const env = openEnv(program.opts<GlobalOptions>());
      const present = (outcome: Outcome) =>
        presentOutcome(
          env,
          outcome,
          program.opts<GlobalOptions>().quiet === true,
        );
      const outcome = await command.run(env, options, args, present);
      await present(outcome);
      exitCode = hasErrors(outcome.diagnostics) ? 1 : 0;
    });
  }
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}

function addCommand(
  program: Program,
  { name, about, options, arguments: args = [] }: Command,
  action: (options: Options, args: string[]) => Promise<void>,
): void {
  const command = program.command(name).description(about);
  for (const [flags, description, choices] of options) {
    const option = new Option(flags, description);
    command.addOption(
      choices === undefined
        ? option
        : option.choices(choices).default(choices[0]),
    );
  }
  for (const [argument, description, choices] of args) {
    const positional = new Argument(argument, description);
    command.addArgument(
      choices === undefined ? positional : positional.choices(choices),
    );
  }
  command.action(async () => {
    await action(command.opts<Options>(), command.args);
  });
}

/** Results go to standard output; findings, their count, and what was done to standard error. */
async function presentOutcome(
  env: Env,
  outcome: Outcome,
  quiet: boolean,
): Promise<void> {
  const { diagnostics, stdout, message } = outcome;
  if (stdout !== undefined) env.stdout.write(stdout);
  if (diagnostics.length > 0) {
    const { countFindings, pretty } = await import("./report/pretty.ts");
    env.stderr.write(
      `${pretty(diagnostics, env.stderr.color)}\n${countFindings(diagnostics)}\n`,
    );
  }
  if (message !== undefined && !quiet) env.stderr.write(`${message}\n`);
}
