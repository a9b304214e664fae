import { randomUUID } from 'node:crypto';
import type { EventStore } from '@kvp/event-store';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';
import { WEEKS_REGISTERED } from './seed-size.ts';
import { type LifeCommand, application, attendance, caseworkers, programme } from '../../support/system/lives.ts';
import { type Place, openInstallation } from '../../support/system/installation.ts';

export interface Seed extends Place {
  readonly events: number;
}

export interface Seeded {
  /** In the order in which they were opened; each has `WEEKS_REGISTERED` weeks of attendance. */
  readonly caseIds: readonly string[];
  readonly events: number;
  readonly eventsPerCase: number;
  readonly commandsPerSecond: number;
}

const AT_ONCE = 64;

/** Fills a log through the command service, without HTTP, until it holds at least so many events. */
await program(async ({ events: wanted, ...place }: Seed): Promise<Seeded> => {
  const installation = await openInstallation(place);
  const { commands, store, pool } = installation;
  const day = today();
  let sent = 0;

  const send = async (person: number, { name, input }: LifeCommand, now: Temporal.Instant, caseId?: string, expectedRevision?: number) => {
    const actor = caseworkers[person % caseworkers.length];
    if (actor === undefined) throw new Error('There are no caseworkers.');
    const place = { ...(caseId === undefined ? {} : { caseId }), ...(expectedRevision === undefined ? {} : { expectedRevision }) };
    const outcome = await commands.execute({ commandId: randomUUID(), correlationId: randomUUID(), name, input, actor, now, ...place });
    if (outcome.kind !== 'accepted') throw new Error(`${name} was not accepted: ${JSON.stringify(outcome)}`);
    sent += 1;
    return outcome;
  };

  const live = async (person: number): Promise<{ readonly caseId: string; readonly length: number }> => {
    const [first] = programme(day);
    const { caseId, revision } = await send(person, application(person, day), atNine(first?.on ?? day));
    let at = revision;
    for (const command of programme(day)) ({ revision: at } = await send(person, command, atNine(command.on), caseId, at));
    for (let week = 0; week < WEEKS_REGISTERED; week += 1)
      ({ revision: at } = await send(person, attendance(week, day), Temporal.Now.instant(), caseId, at));
    return { caseId, length: at + 1 };
  };

  const { caseId, length } = await live(0);
  const perCase = await countEvents(store);
  const cases = Math.ceil(wanted / perCase);
  const caseIds = [caseId];
  const from = performance.now();
  let next = 1;
  const worker = async (): Promise<void> => {
    for (let person = next++; person < cases; person = next++) caseIds[person] = (await live(person)).caseId;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - from) / 1_000;
  await pool.query('analyze');
  await installation.close();
  return { caseIds, events: cases * perCase, eventsPerCase: length, commandsPerSecond: sent / seconds };
});

function atNine(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '09:00' }).toInstant();
}

async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for await (const { events, caughtUp } of store.subscribeAll()) {
    count += events.length;
    if (caughtUp) break;
  }
  return count;
}
