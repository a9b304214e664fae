import { randomUUID } from 'node:crypto';
import { type EventStore, createPostgresEventStore } from '@kvp/event-store';
import { bringUpToDate, participantStatus } from '@kvp/projections';
import type { Pool } from 'pg';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { application, caseworkers, programme } from '../../support/system/lives.ts';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';

export interface TickSeed extends Place {
  /** Open cases altogether, and those among them whose period ran out. */
  readonly cases: number;
  readonly due: number;
}

export interface TickSeeded {
  /** What the store alone takes: bare appends of as many events, to as many streams. */
  readonly bareAppendsPerSecond: number;
}

const AT_ONCE = 16;

/**
 * Fills an installation: cases that were begun and then left alone go through the command service; the rest are copies of their rows in
 * the read model, with a day to come, which is all that a tick ever asks of them.
 */
await program(async ({ cases, due, ...place }: TickSeed): Promise<TickSeeded> => {
  const installation = await openInstallation(place);
  const { commands, pool, store } = installation;
  const day = today();
  const noon = (on: Temporal.PlainDate) => on.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '12:00' }).toInstant();
  await eachOf(due, async (person) => {
    const [actor] = caseworkers;
    const [grant, start] = programme(day);
    if (actor === undefined || grant === undefined || start === undefined) throw new Error('There is nobody to live.');
    const shared = { correlationId: randomUUID(), actor, now: noon(grant.on) };
    const applied = await commands.execute({ ...application(person, day), ...shared, commandId: randomUUID() });
    if (applied.kind !== 'accepted') throw new Error(`An application ended as ${applied.kind}.`);
    const { caseId } = applied;
    for (const [expectedRevision, { name, input }] of [grant, start].entries())
      await commands.execute({
        name,
        input,
        ...shared,
        commandId: randomUUID(),
        caseId,
        ...(name === 'grant' ? { expectedRevision } : {}),
      });
  });
  await bringUpToDate(participantStatus, { store, pool, keys: installation.keys, codeVersion: 'bench' });
  await copyRows(pool, cases - due);
  await installation.close();

  return { bareAppendsPerSecond: await bareAppends(createPostgresEventStore({ connectionString: place.connectionString }), due) };
});

async function copyRows(pool: Pool, copies: number): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(`select version from read.read_model where name = 'participant-status' and live`);
  const table = `read.participant_status_v${rows[0]?.version ?? 0}`;
  const { rows: found } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema || '.' || table_name = $1 order by ordinal_position`,
    [table],
  );
  const columns = found.map(({ column_name: name }) => name);
  const values = columns.map((name) => {
    if (name === 'case_id') return 'gen_random_uuid()::text';
    return name === 'records_on' ? 'current_date + 1 + (n % 365)::int' : name;
  });
  await pool.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from generate_series(1, $1::int) as n
     cross join lateral (select * from ${table} offset n % 100 limit 1) as one`,
    [copies],
  );
  await pool.query(`analyze ${table}`);
}

async function bareAppends(store: EventStore, count: number): Promise<number> {
  const began = performance.now();
  await eachOf(count, async () => {
    const data = { decidedUntil: '2026-02-02' };
    const event = { id: randomUUID(), type: 'PeriodExpiredWithoutDecision', version: 1, data, sealed: null, metadata: {} };
    await store.append(`bare-${randomUUID()}`, 'no-stream', [event]);
  });
  const perSecond = count / ((performance.now() - began) / 1_000);
  await store.close();
  return perSecond;
}

async function eachOf(count: number, work: (nth: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let nth = next++; nth < count; nth = next++) await work(nth);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
