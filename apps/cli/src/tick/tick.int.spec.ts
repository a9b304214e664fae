import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import pg from 'pg';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Granted to 4 February 2025 and extended in time, to the last day of two counted years. */
const twoYears = (id: string): object => ({
  ...{ id, municipality: '4204', person: { birthDate: '1990-04-02' } },
  commands: [
    { type: 'apply', receivedOn: '2024-01-08' },
    { type: 'grant', decidedOn: '2024-01-22', from: '2024-02-05', to: '2025-02-04' },
    { type: 'start', startedOn: '2024-02-05' },
    { type: 'extend', decidedOn: '2025-01-20', to: '2026-02-04' },
  ],
});

async function lived(people: number, life = shortLife) {
  const env = await house.install();
  const cases = await populate(env, people, life);
  const tick = (...args: readonly string[]) => kvp(['tick', ...args], env);
  const recorded = async (...args: readonly string[]): Promise<unknown> =>
    (JSON.parse((await tick(...args, '--json')).out) as { recorded: unknown }).recorded;
  return { env, cases, tick, recorded };
}

const lapses = (count: number) => ({ PeriodExpiredWithoutDecision: count, ProgrammeEndedByMaximum: 0 });

test('on the day after the last period, and once: later runs and earlier days find nothing', async () => {
  const { tick, recorded, env, cases } = await lived(2);
  expect(await recorded('--date', '2026-02-02')).toEqual(lapses(0));
  const { status, out } = await tick('--date', '2026-02-03', '--json');
  expect([status, out]).toEqual([
    0,
    '{"date":"2026-02-03","due":2,"looked":2,"recorded":{"PeriodExpiredWithoutDecision":2,"ProgrammeEndedByMaximum":0},"checkpoint":null,"unreadable":0,"complete":true}\n',
  ]);
  expect(await recorded('--date', '2026-02-03')).toEqual(lapses(0));
  expect(await recorded('--date', '2026-02-02')).toEqual(lapses(0));
  expect((await tick()).out).toBe('2026-11-22: nothing was recorded.\n');

  const { out: events } = await kvp(['events', cases[0] ?? ''], env);
  expect(events).toContain('4  PeriodExpiredWithoutDecision 1  2026-11-22T12:00:00.000Z  operations clock');
  expect((await kvp(['verify-read-models'], env)).status).toBe(0);
  expect((await kvp(['verify'], env)).status).toBe(0);
});

test('the log of the day is signed at the end of a run, once for a day, whatever day was recorded', async () => {
  const { env, cases } = await lived(1);
  const signing = { ...env, CHECKPOINT_KEYS: join(house.folder, 'tick-checkpoint-keys.json'), CHECKPOINT_ORIGIN: 'kvp.example/log' };
  expect((await kvp(['tick'], env)).err).toContain('The log was not signed: there is no key. Set CHECKPOINT_KEYS.');
  expect((await kvp(['checkpoint', '--new-key'], signing)).status).toBe(0);
  // That was the checkpoint of the day.
  expect(JSON.parse((await kvp(['tick', '--date', '2026-02-02', '--json'], signing)).out)).toMatchObject({ checkpoint: { isNew: false } });
  expect(cases).toHaveLength(1);
  const verified = await kvp(['verify'], signing);
  expect([verified.status, verified.out]).toEqual([0, expect.stringContaining('1 checkpoint: all hold')]);
});

test('a programme that ended by itself, and why; nothing personal stands in the clear', async () => {
  const { tick, recorded, env, cases } = await lived(1, twoYears);
  expect(await recorded('--date', '2026-02-04')).toEqual(lapses(0));
  expect((await tick('--date', '2026-02-05')).out).toBe('2026-02-05: recorded 1 ProgrammeEndedByMaximum.\n');
  const { out: clear } = await kvp(['events', cases[0] ?? ''], env);
  expect(clear).toContain('"lastDay":"2026-02-04"');
  expect(clear).not.toContain('twoYears');
  expect((await kvp(['events', cases[0] ?? '', '--personal'], env)).out).toContain('personal  {"limit":"twoYears"}');
});

test('two that run at once record it once between them', async () => {
  const { recorded } = await lived(3);
  const both = (await Promise.all([recorded(), recorded()])) as readonly ReturnType<typeof lapses>[];
  expect(both.reduce((sum, each) => sum + each.PeriodExpiredWithoutDecision, 0)).toBe(3);
});

test('one that is stopped goes on with the rest, and whose case was opened stands in the access log', async () => {
  const { env, recorded } = await lived(2);
  const stopped = await kvp(['tick', '--json'], env, AbortSignal.abort());
  expect([stopped.status, JSON.parse(stopped.out)]).toEqual([130, expect.objectContaining({ complete: false, recorded: lapses(0) })]);
  expect(await recorded()).toEqual(lapses(2));

  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query('select role, municipality, count(*)::int from access.log_entry where action = $1 group by 1, 2', [
    'kvp-tick',
  ]);
  await client.end();
  expect(rows).toEqual([{ role: 'operations', municipality: '4204', count: 2 }]);
});

test.each([
  ['2026-11-23', 'kvp: --date: 2026-11-23 is later than today, 2026-11-22. Nothing is recorded ahead of time.\n'],
  ['2026-02-30', 'kvp: --date: 2026-02-30 is no day; write it as 2026-11-22.\n'],
  ['tomorrow', 'kvp: --date: tomorrow is no day; write it as 2026-11-22.\n'],
])('--date %s is refused, and nothing is opened', async (date, message) => {
  expect(await kvp(['tick', '--date', date])).toEqual({ status: 2, out: '', err: message });
});
