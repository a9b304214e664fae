import { replay, replayStep, tellStep } from '@kvp/history';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { caseEventsFor } from './case-events.ts';

interface Options {
  readonly revision?: string;
  readonly json: boolean;
}

/** `kvp replay <case>`: the case event for event, with how it stood and the law of the moment after each. */
export const replayCommand: AddCommand = (program, io, end) =>
  program
    .command('replay')
    .description('a case event for event: what was said, how it stood after, and the law of that moment')
    .argument('<case>', 'case id')
    .option('--revision <n>', 'one event; all of them when left out')
    .option('--json', 'as JSON; of one event with the whole state and the law', false)
    .action(async (caseId: string, { revision, json }: Options) => {
      if (revision !== undefined && !/^\d{1,9}$/.test(revision)) throw new CliError('--revision is a whole number from 0.', EXIT.malformed);
      const { events, rates } = await caseEventsFor(caseId, 'kvp-replay', io);
      const all = revision === undefined ? replay(events, rates) : [replayStep(events, Number(revision), rates)];
      for (const step of all) {
        if (step === undefined) throw new CliError(`The case has the events 0 to ${events.length - 1}.`);
        for (const line of json ? [JSON.stringify(step)] : ['', ...tellStep(step)]) io.print(line);
      }
      end(EXIT.ok);
    });
