import { Command, CommanderError } from 'commander';
import type { AddCommand } from './command.ts';
import { checkpointCommand } from './checkpoint/checkpoint.command.ts';
import { EXIT } from './exit-status.ts';
import { appealFileCommand } from './appeal-file/appeal-file.command.ts';
import { demoCommand } from './demo/demo.command.ts';
import { eventsCommand } from './events/events.command.ts';
import { explainCommand } from './explain/explain.command.ts';
import { foreseen } from './foreseen.ts';
import { historyCommand } from './history/history.command.ts';
import { replayCommand } from './history/replay.command.ts';
import { lawCommand } from './law/law.command.ts';
import { logCommand } from './log/log.command.ts';
import { paymentRunCommand } from './payment-run/payment-run.command.ts';
import { playCommand } from './play/play.command.ts';
import { ratesCommand } from './rates/rates.command.ts';
import { reportInputCommand } from './report/report-input.command.ts';
import { reportCommand } from './report/report.command.ts';
import { regulateCommand } from './regulate/regulate.command.ts';
import { refreshSchedulesCommand } from './refresh-schedules/refresh-schedules.command.ts';
import { rebuildCommand } from './rebuild/rebuild.command.ts';
import { relayCommand } from './relay/relay.command.ts';
import type { Io } from './terminal/io.ts';
import { replayDecisionsCommand } from './replay-decisions/replay-decisions.command.ts';
import { tickCommand } from './tick/tick.command.ts';
import { verifyReadModelsCommand } from './verify-read-models/verify-read-models.command.ts';
import { verifyCommand } from './verify/verify.command.ts';
import { whatIfCommand } from './what-if/what-if.command.ts';
import { worklistCommand } from './worklist/worklist.command.ts';

/** What `kvp` can do; one folder a command. Adding one is adding a folder and a line. */
const COMMANDS: readonly AddCommand[] = [
  demoCommand,
  playCommand,
  eventsCommand,
  historyCommand,
  replayCommand,
  explainCommand,
  appealFileCommand,
  lawCommand,
  ratesCommand,
  worklistCommand,
  verifyCommand,
  checkpointCommand,
  replayDecisionsCommand,
  verifyReadModelsCommand,
  rebuildCommand,
  refreshSchedulesCommand,
  paymentRunCommand,
  regulateCommand,
  whatIfCommand,
  tickCommand,
  reportCommand,
  reportInputCommand,
  logCommand,
  relayCommand,
];

/** Runs one command. @returns the exit status; every foreseen end is told in one line on standard error. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok;
  try {
    await kvp(io, (ended) => (status = ended)).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has told it already: 0 for --help, else a misuse.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.malformed;
    const told = foreseen(error);
    if (told === undefined) throw error;
    io.complain(`kvp: ${told.message}`);
    return told.status;
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
