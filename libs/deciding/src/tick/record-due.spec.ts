import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type EventStore, OutcomeUnknown, type RecordedEvent, createInMemoryEventStore } from '@kvp/event-store';
import { openHouse } from '../testing/house.ts';
import { verifyChains } from '../verify-chains.ts';
import { type ClockRecorder, createClockRecorder } from './record-due.ts';

const NOON = Temporal.Instant.from('2026-11-22T11:00:00Z');

/** A case that was granted to 2 February 2026 and begun, and nothing after; and clocks that write into it. */
async function lapsed(store: EventStore = createInMemoryEventStore()) {
  const house = openHouse(store);
  const caseId = await house.opened(1);
  await house.grant(2, caseId);
  await house.service.execute({ ...house.request(3, 'start', { startedOn: '2025-02-03' }, '2025-02-03'), caseId });
  const clock = (over: EventStore = store): ClockRecorder =>
    createClockRecorder({ store: over, keys: house.keys, codeVersion: 'test', correlationId: 'tick' });
  const events = async (): Promise<readonly RecordedEvent[]> => await Array.fromAsync(store.readStream(`case-${caseId}`));
  const types = async () => (await events()).map(({ type }) => type);
  return { ...house, caseId, clock, events, types };
}

/** The store, with something else happening when it is appended to. */
const appending = (store: EventStore, append: EventStore['append']): EventStore => ({
  description: store.description,
  append,
  readStream: (...asked) => store.readStream(...asked),
  subscribeAll: (...asked) => store.subscribeAll(...asked),
  subscribeStream: (...asked) => store.subscribeStream(...asked),
  head: store.head.bind(store),
  close: () => store.close(),
});

const BEGUN = ['ApplicationRegistered', 'ProgrammeGranted', 'StipendAwarded', 'ProgrammeStarted'];

test('what is due is written once, by the clock, into the chain of the case', async () => {
  const { caseId, clock, events, types, store, service } = await lapsed();
  expect(await clock().record(caseId, date('2026-02-02'), NOON)).toEqual([]);
  expect((await clock().record(caseId, date('2026-02-03'), NOON)).map(({ type, data }) => [type, data])).toEqual([
    ['PeriodExpiredWithoutDecision', { decidedUntil: '2026-02-02' }],
  ]);
  expect(await clock().record(caseId, date('2026-11-22'), NOON)).toEqual([]);
  expect(await types()).toEqual([...BEGUN, 'PeriodExpiredWithoutDecision']);
  expect((await events()).at(-1)).toMatchObject({
    metadata: { actor: { id: 'clock', role: 'operations' }, correlationId: 'tick', recordedAt: '2026-11-22T11:00:00.000Z' },
  });
  expect((await service.loadCase(caseId))?.revision).toBe(4);
  expect(await verifyChains(store)).toMatchObject({ faults: [] });
});

test('its id is the same in every installation and at every hour: case, kind and day make it', async () => {
  const [one, other] = [await lapsed(), await lapsed()];
  await one.clock().record(one.caseId, date('2026-02-03'), NOON);
  await other.clock().record(other.caseId, date('2026-11-22'), NOON.add({ hours: 7 }));
  expect((await other.events()).at(-1)?.id).toBe((await one.events()).at(-1)?.id);
});

test('two at once write it once between them', async () => {
  const { caseId, clock, types } = await lapsed();
  const written = await Promise.all([1, 2, 3].map(() => clock().record(caseId, date('2026-03-02'), NOON)));
  expect(written.flat()).toHaveLength(1);
  expect(await types()).toEqual([...BEGUN, 'PeriodExpiredWithoutDecision']);
});

test('an append of which nothing is known is read again, and never written twice', async () => {
  const { caseId, clock, types, store } = await lapsed();
  const lost = appending(store, async (...asked) => {
    await store.append(...asked);
    throw new OutcomeUnknown('The store did not answer.');
  });
  await clock(lost).record(caseId, date('2026-03-02'), NOON);
  expect(await types()).toEqual([...BEGUN, 'PeriodExpiredWithoutDecision']);
});

test('a decision that comes first stands: the clock reads the case again, and has nothing to say', async () => {
  const { caseId, clock, types, store, service, request } = await lapsed();
  const extend = { to: '2026-12-31', justification: 'Trenger mer tid.' };
  const overtaken = appending(store, async (...asked) => {
    await service.execute({ ...request(4, 'extend', extend, '2026-03-02'), caseId });
    return await store.append(...asked);
  });
  expect(await clock(overtaken).record(caseId, date('2026-03-02'), NOON)).toEqual([]);
  expect(await types()).toEqual([...BEGUN, 'ProgrammeExtended']);
});

test('a day that has not come is refused, and time does not run backwards', async () => {
  const { caseId, clock, types } = await lapsed();
  await expect(clock().record(caseId, date('2026-11-23'), NOON)).rejects.toThrow('2026-11-23 is later than today, 2026-11-22');
  await clock().record(caseId, date('2026-11-22'), NOON);
  expect(await clock().record(caseId, date('2026-02-03'), NOON)).toEqual([]);
  expect(await types()).toHaveLength(5);
});

test('midnight in Norway begins the day, not midnight in Greenwich', async () => {
  const { caseId, clock } = await lapsed();
  const instant = (text: string) => Temporal.Instant.from(text);
  await expect(clock().record(caseId, date('2026-02-03'), instant('2026-02-02T22:59:59Z'))).rejects.toThrow('later than today');
  expect(await clock().record(caseId, date('2026-02-03'), instant('2026-02-02T23:00:00Z'))).toHaveLength(1);
});
