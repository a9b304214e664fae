import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, table, times } from '../harness/table.ts';
import type { Replayed } from '../own/replay.ts';
import { type BenchRun, goal } from './bench-run.ts';

interface Rate {
  readonly events: number;
  readonly perSecond: number;
}

/** Emmett's own batch, and a larger one that it does better with. */
const BATCHES = [100, 1_000];

/** The rebuild of a read model beside a bare read of the same events, and beside Emmett's rebuild of a document a case. */
export async function rebuildSection({ options, place, seeded, eventBytes, server }: BenchRun): Promise<string> {
  await server.settle();
  const bare = await runProgram<Rate>(parties.bareRead, place);
  const rebuilt = await runProgram<Rate>(parties.rebuild, place);

  const { eventsPerCase } = seeded;
  const cases = Math.ceil(options.emmettEvents / eventsPerCase);
  const store = { connectionString: await server.database('emmett_projection'), cases };
  const { events } = await runProgram<{ events: number }>(parties.emmettSeed, {
    ...store,
    eventsPerCase,
    bytes: eventBytes,
    writers: 1,
  });
  const theirs: { readonly batchSize: number; readonly rate: Rate }[] = [];
  for (const batchSize of BATCHES) {
    theirs.push({ batchSize, rate: await runProgram<Rate>(parties.emmettProjection, { ...store, events, batchSize }) });
  }
  const best = Math.max(...theirs.map(({ rate }) => rate.perSecond));
  const row = (name: string, { events, perSecond: rate }: Rate): string[] => [
    name,
    String(events),
    perSecond(rate),
    times(rebuilt.perSecond / rate),
  ];
  return [
    'Rebuild of participant status',
    table(
      ['', 'events', 'events/s', 'our rebuild to it'],
      [
        row('our rebuild: read, unseal, upcast, fold, write', rebuilt),
        row('bare read: read, unseal, upcast', bare),
        ...theirs.map(({ batchSize, rate }) => row(`Emmett, batches of ${batchSize}, nothing sealed`, rate)),
      ],
    ),
    goal(rebuilt.perSecond >= bare.perSecond / 2, `${times(rebuilt.perSecond / bare.perSecond)} a bare read (at least 0.5 x)`),
    goal(rebuilt.perSecond >= best * 10, `${times(rebuilt.perSecond / best)} Emmett at its best (at least 10 x)`),
  ].join('\n');
}

/** How long it takes to have the state of a long case. */
export async function replaySection({ place, firstUnusedPerson }: BenchRun): Promise<string> {
  const { events, fold, readAndFold, decided } = await runProgram<Replayed>(parties.replay, {
    ...place,
    person: firstUnusedPerson - 1,
    events: 500,
  });
  return [
    `Replay of a case of ${events} events`,
    table(
      ['', 'p50', 'p99'],
      [
        ['fold alone', milliseconds(fold.p50), milliseconds(fold.p99)],
        ['read, unseal, upcast and fold', milliseconds(readAndFold.p50), milliseconds(readAndFold.p99)],
        ['as many commands decided and evolved in the core', milliseconds(decided.p50), milliseconds(decided.p99)],
      ],
    ),
    goal(fold.p50 < 5, `state from its events in ${milliseconds(fold.p50)} (under 5 ms)`),
    goal(decided.p50 < 20, `a life of ${events} decided and evolved in ${milliseconds(decided.p50)} (under 20 ms)`),
  ].join('\n');
}
