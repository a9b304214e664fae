import { Command, CommanderError } from 'commander';
import type { AddCommand } from './command.ts';
import { CliError, EXIT } from './exit-status.ts';
import { playCommand } from './play/play.command.ts';
import type { Io } from './terminal/io.ts';

/** What `kvp` can do; one folder a command. Adding one is adding a folder and a line. */
const COMMANDS: readonly AddCommand[] = [playCommand];

/** Runs one command. @returns the exit status; every foreseen end is told in one line on standard error. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok;
  try {
    await kvp(io, (ended) => (status = ended)).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has told it already: 0 for --help, else a misuse.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.malformed;
    if (!(error instanceof CliError)) throw error;
    io.complain(`kvp: ${error.message}`);
    return error.status;
  }
}

function kvp(io: Io, end: (status: number) => void): Command {
  const program = new Command('kvp')
    .description("Runs and inspects the case system of Norway's Qualification Programme")
    .showHelpAfterError('(kvp --help tells more)')
    .configureOutput({ writeOut: (text) => io.print(text.trimEnd()), writeErr: (text) => io.complain(text.trimEnd()) })
    .exitOverride();
  // Subcommands take over how output and ends are handled only when they are made after that was settled.
  for (const add of COMMANDS) add(program, io, end);
  return program;
}
