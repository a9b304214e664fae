import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testDatabase } from '../../../test/support/postgres.ts';
import { add, newEvent, tally } from './testing/tally.ts';
import { type House, type Running, openHouse, start, until, untilCaughtUp } from './testing/read-model-house.ts';

let house: House;
let running: Running[];

const begin = (options: Partial<House> = {}): Running => {
  const begun = start({ ...house, ...options });
  running.push(begun);
  return begun;
};

beforeEach(async () => {
  house = await openHouse(await testDatabase());
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await house.close();
});

test('what is in the log, and what comes after, is in the rows', async () => {
  await add(house.store, 'a', 1, 2);
  await add(house.store, 'b', 10);
  const projector = begin();
  await untilCaughtUp(projector, house);
  await add(house.store, 'a', 4);
  await house.store.append('person-1', 'no-stream', [newEvent('Noted', 0)]);
  await untilCaughtUp(projector, house);

  expect(await house.rows('tally', 'case_id', 'revision', 'total', 'municipality')).toEqual([
    { case_id: 'a', revision: 2, total: 1 + 2 + 4, municipality: '4204' },
    { case_id: 'b', revision: 0, total: 10, municipality: '4204' },
  ]);
  expect(await house.rows('tally_amount', 'case_id', 'revision', 'amount')).toEqual([
    { case_id: 'a', revision: 0, amount: 1 },
    { case_id: 'a', revision: 1, amount: 2 },
    { case_id: 'a', revision: 2, amount: 4 },
    { case_id: 'b', revision: 0, amount: 10 },
  ]);
});

test('what is personal is written sealed', async () => {
  await add(house.store, 'a', 123_456_789);
  await untilCaughtUp(begin(), house);
  const { rows } = await house.pool.query<{ sealed: { alg: string }; state: unknown; row: string }>(
    `select sealed, state, (t.sealed::text) as row from read.tally t`,
  );
  expect(rows[0]?.sealed.alg).toBe('A256GCM');
  expect(rows[0]?.state).toBeNull();
  expect(rows[0]?.row).not.toContain('123456789');
});

test('a projector that comes later goes on from the rows, not from memory', async () => {
  await add(house.store, 'a', 1, 2);
  const first = begin();
  await untilCaughtUp(first, house);
  await first.stop();
  await add(house.store, 'a', 4);
  await untilCaughtUp(begin(), house);
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual([{ case_id: 'a', revision: 2, total: 7 }]);
});

test('an event type that is not known stops the line before it, and nothing after it is taken', async () => {
  await add(house.store, 'a', 1);
  await house.store.append('case-b', 'no-stream', [newEvent('Unheard', 5)]);
  await add(house.store, 'a', 2);
  const { ready, lines } = await until(begin(), (status) => status.lines[0]?.state === 'stopped');
  expect(ready).toBe(false);
  expect(lines[0]?.reason).toBe('tally stops before Unheard (version 1), revision 0 of case-b: Unheard.');
  expect(lines[0]?.handled).toBe(1);
  expect(await house.rows('tally', 'case_id', 'total')).toEqual([{ case_id: 'a', total: 1 }]);
});

test('an unknown type in a stream that is no case stops the line too', async () => {
  await house.store.append('person-1', 'no-stream', [newEvent('Unheard', 5)]);
  const { lines } = await until(begin(), (status) => status.lines[0]?.state === 'stopped');
  expect(lines[0]?.reason).toContain('Unheard (version 1), revision 0 of person-1');
});

test('a fold that fails stops the line, and the reason quotes nothing of the event', async () => {
  await add(house.store, 'a', 1, 666, 3);
  const { lines } = await until(begin(), (status) => status.lines[0]?.state === 'stopped');
  expect(lines[0]?.reason).toBe('tally stops before Added (version 1), revision 1 of case-a: Poison.');
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual([{ case_id: 'a', revision: 0, total: 1 }]);
});

test('a case whose rows cannot be made stops the line, and nothing of its batch is written', async () => {
  await add(house.store, 'a', 1);
  const rowOf = (): never => {
    throw new RangeError('the secret is 1');
  };
  const { lines } = await until(begin({ projections: [{ ...tally, rowOf }] }), (status) => status.lines[0]?.state === 'stopped');
  expect(lines[0]).toMatchObject({
    reason: 'tally stops before the rows of revision 0 of case-a: RangeError.',
    position: null,
    handled: 0,
  });
  expect(await house.rows('tally', 'case_id', 'total')).toEqual([]);
});

test('of two projectors one writes and one stands by, and takes over when the first ends', async () => {
  await add(house.store, 'a', 1);
  const first = begin();
  await untilCaughtUp(first, house);
  const second = begin();
  await until(second, ({ lines }) => lines[0]?.state === 'standby');
  expect(second.projector.status().ready).toBe(true);
  await first.stop();
  await add(house.store, 'a', 2);
  await untilCaughtUp(second, house);
  expect(await house.rows('tally', 'case_id', 'total')).toEqual([{ case_id: 'a', total: 3 }]);
});
