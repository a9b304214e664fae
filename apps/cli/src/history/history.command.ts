import { history, historyDiff, norwegianTime, tellDiff, tellHistory } from '@kvp/history';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { caseEventsFor } from './case-events.ts';
import { momentFrom } from './moment-options.ts';

interface Options {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly fromAsOf?: string;
  readonly fromKnownAt?: string;
  readonly json: boolean;
}

/** `kvp history <case>`: what was decided and known at a moment, or what lies between two. */
export const historyCommand: AddCommand = (program, io, end) =>
  program
    .command('history')
    .description('a case as it stood on a day and was known at a moment; with --from-… what lies between two moments')
    .argument('<case>', 'case id')
    .option('--as-of <day>', 'the day asked about; that of --known-at, else today')
    .option('--known-at <moment>', 'what was recorded by then: a day (its end) or an instant; now when left out')
    .option('--from-as-of <day>', 'compare with this day')
    .option('--from-known-at <moment>', 'compare with what was recorded by then')
    .option('--json', 'as JSON', false)
    .action(async (caseId: string, { asOf, knownAt, fromAsOf, fromKnownAt, json }: Options) => {
      const now = Temporal.Now.instant();
      const moment = momentFrom(asOf, knownAt, now);
      const isDiff = fromAsOf !== undefined || fromKnownAt !== undefined;
      const from = isDiff ? momentFrom(fromAsOf, fromKnownAt, now, { asOf: '--from-as-of', knownAt: '--from-known-at' }) : undefined;
      const { events, rates } = await caseEventsFor(caseId, 'kvp-history', io);
      const first = events[0]?.metadata.recordedAt ?? '';
      if (from === undefined) {
        const told = history(events, moment, rates);
        if (told.revision === null) throw new CliError(`Saken ble først registrert ${norwegianTime(first)}.`);
        for (const line of json ? [JSON.stringify(told)] : tellHistory(told)) io.print(line);
      } else {
        const told = historyDiff(events, from, moment, rates);
        for (const line of json ? [JSON.stringify(told)] : tellDiff(told)) io.print(line);
      }
      end(EXIT.ok);
    });
