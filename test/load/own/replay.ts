import { randomUUID } from 'node:crypto';
import { type OpenedEvent, openEvents } from '@kvp/deciding';
import type { RecordedEvent } from '@kvp/event-store';
import { foldCase } from '@kvp/lifecycle';
import { type LifeCommand, application, attendanceOfDay, caseworkers, programme } from '../../support/system/lives.ts';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { today } from '../../support/system/today.ts';
import { lifeOf, live } from './core-life.ts';
import { percentile } from '../harness/closed-loop.ts';
import { program } from '../harness/program.ts';

export interface Replay extends Place {
  /** The number of an applicant that nobody has used. */
  readonly person: number;
  readonly events: number;
}

export interface Replayed {
  readonly events: number;
  /** Milliseconds: folding events that are in memory. */
  readonly fold: Percentiles;
  /** Milliseconds: reading, unsealing, upcasting and folding. */
  readonly readAndFold: Percentiles;
  /** Milliseconds: deciding as many commands, and evolving what they lead to, in the core alone. */
  readonly decided: Percentiles;
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

const TIMES = 200;

/** Makes a case of so many events, attendance registered day by day, then brings its state back from the log, again and again. */
await program(async ({ person, events: wanted, ...place }: Replay): Promise<Replayed> => {
  const installation = await openInstallation(place);
  const { commands, store, keys } = installation;
  const [actor] = caseworkers;
  if (actor === undefined) throw new Error('There are no caseworkers.');
  const day = today();
  const send = async ({ name, input }: LifeCommand, at: { readonly caseId?: string; readonly expectedRevision?: number } = {}) => {
    const now = Temporal.Now.instant();
    const outcome = await commands.execute({ commandId: randomUUID(), correlationId: randomUUID(), name, input, actor, now, ...at });
    if (outcome.kind !== 'accepted') throw new Error(`${name} was not accepted: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  let { caseId, revision } = await send(application(person, day));
  for (const command of programme(day)) ({ revision } = await send(command, { caseId, expectedRevision: revision }));
  for (let registered = 0; revision + 1 < wanted; registered += 1)
    ({ revision } = await send(attendanceOfDay(registered, day), { caseId, expectedRevision: revision }));

  const stream = `case-${caseId}`;
  const read = async (): Promise<readonly OpenedEvent[]> => {
    const recorded: RecordedEvent[] = [];
    for await (const event of store.readStream(stream)) recorded.push(event);
    return await openEvents(keys, recorded);
  };
  const opened = await read();
  const fold = await measure(() => foldCase(opened.map(({ event }) => event)));
  const readAndFold = await measure(async () => foldCase((await read()).map(({ event }) => event)));
  const asked = lifeOf(wanted, day);
  const decided = await measure(() => live(asked, day));
  await installation.close();
  return { events: opened.length, fold, readAndFold, decided };
});

/** The first tenth is warming up. */
async function measure(work: () => unknown): Promise<Percentiles> {
  const milliseconds: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now();
    await work();
    if (time >= TIMES / 10) milliseconds.push(performance.now() - from);
  }
  const sorted = milliseconds.sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}
