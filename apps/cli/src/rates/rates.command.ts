import { userInfo } from 'node:os';
import { VERSION, readConfig } from '@kvp/api';
import { isIsoDate } from '@kvp/calendar';
import { type CommandOutcome, type CommandService, createCommandService } from '@kvp/deciding';
import type { Actor, AnnounceRate } from '@kvp/lifecycle';
import { RATE_KINDS, type RateKind } from '@kvp/rulebook';
import { Option } from 'commander';
import { v4 } from 'uuid';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';
import { tellRates } from './tell-rates.ts';

interface Announcement {
  readonly knownFrom?: string;
  readonly provision?: string;
  readonly source: string;
}

/** `kvp rates`: the rates of the installation, and those that are announced after its release. */
export const ratesCommand: AddCommand = (program, io, end) => {
  const rates = program.command('rates').description('the rates that count: list them, announce one that was fixed, withdraw a wrong one');
  rates
    .command('list', { isDefault: true })
    .description('the shipped and the announced rates, each with its source')
    .option('--json', 'as JSON on standard output, nothing else there', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      for (const line of tellRates(await withCommands(io, ({ rates: known }) => known.book()), json)) io.print(line);
      end(EXIT.ok);
    });
  rates
    .command('announce')
    .description('a rate that was fixed after the release: it counts in every case from its day, settled months included')
    .addArgument(program.createArgument('<kind>', 'which rate').choices([...RATE_KINDS]))
    .argument('<value>', 'exact, as a decimal or a fraction: 140000, 2.041, 2/3')
    .argument('<effectiveFrom>', 'the first day it counts, YYYY-MM-DD')
    .addOption(new Option('--source <source>', 'where it is published, e.g. FOR-2027-05-21-900').makeOptionMandatory())
    .option('--known-from <date>', 'the day it was fixed, today when left out')
    .option('--provision <provision>', 'the provision; that of its kind when left out')
    .action(async (kind: RateKind, value: string, effectiveFrom: string, { knownFrom, ...more }: Announcement) => {
      const today = io.now().toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString();
      const rate = { kind, value, ...more, ...days({ effectiveFrom, knownFrom: knownFrom ?? today }) } as AnnounceRate;
      end(await change(io, (commands, request) => commands.announceRate({ ...request, rate })));
    });
  rates
    .command('withdraw')
    .description('an announcement that was wrong')
    .argument('<announcement>', 'its number in the list')
    .argument('<reason>', 'why it did not hold')
    .action(async (announcement: string, reason: string) => {
      if (!/^\d{1,9}$/.test(announcement))
        throw new CliError('An announcement is named by its number in `kvp rates list`.', EXIT.malformed);
      const withdrawal = { announcement: Number(announcement), reason };
      end(await change(io, (commands, request) => commands.withdrawRate({ ...request, withdrawal })));
    });
  return rates;
};

/** Throws CliError for what is no day. */
function days<Days extends Readonly<Record<string, string>>>(told: Days): Days {
  for (const [name, day] of Object.entries(told))
    if (!isIsoDate(day)) throw new CliError(`${name}: ${day} is no day; write it as 2027-05-01.`, EXIT.malformed);
  return told;
}

const withCommands = <Result>(io: Io, use: (commands: CommandService) => Promise<Result>): Promise<Result> =>
  withInstallation(readConfig(io.env), io, ({ store, keys, keyFile }) =>
    use(createCommandService({ store, keys, keyFile, codeVersion: VERSION })),
  );

/** Nobody has a token here: the event names the account that the command runs under. */
const operator = (): Actor => ({ id: `account:${userInfo().username}`, role: 'operations', municipality: '', office: '' });

async function change(
  io: Io,
  ask: (
    commands: CommandService,
    request: { readonly commandId: string; readonly correlationId: string; readonly actor: Actor; readonly now: Temporal.Instant },
  ) => Promise<CommandOutcome>,
): Promise<number> {
  const request = { commandId: v4(), correlationId: 'kvp rates', actor: operator(), now: io.now() };
  const [outcome, book] = await withCommands(io, async (commands) => [await ask(commands, request), await commands.rates.book()] as const);
  if (outcome.kind === 'refused') {
    for (const { provision, message, remedy } of outcome.refusals) io.complain(`${provision}: ${message} ${remedy}`);
    return EXIT.failure;
  }
  if (outcome.kind !== 'accepted') throw new CliError('Others kept changing the rates. Nothing is written; try again.');
  io.print(
    outcome.events.length === 0 ? `Nothing to write: it stands so already (${book.revision}).` : `The rates are now ${book.revision}.`,
  );
  return EXIT.ok;
}
