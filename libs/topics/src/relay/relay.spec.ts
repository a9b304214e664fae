import { afterEach, expect, test } from '@jest/globals';
import type { NewEvent } from '@kvp/event-store';
import { until } from '../../../../test/support/until.ts';
import { createInProcessPublisher } from '../in-process/in-process-publisher.ts';
import type { Message } from '../message.ts';
import { silent, testLog } from '../testing/log.ts';
import { type Checkpoint, type Publisher, PublisherAway } from './publisher.ts';
import { Relay } from './relay.ts';

/** Keeps what it is handed as a consumer does: records and checkpoint together. */
function taker() {
  const taken: Message[] = [];
  let checkpoint: Checkpoint | null = null;
  return {
    taken,
    checkpoint: async () => checkpoint,
    take: async (messages: readonly Message[], next: Checkpoint) => {
      taken.push(...messages);
      checkpoint = next;
    },
  };
}

const ofTopic = (messages: readonly Message[], topic: string): readonly string[] =>
  messages.filter((message) => message.topic === topic).map(({ headers }) => headers['ce_id'] ?? '');
const ids = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

const startOf = (events: readonly NewEvent[]): NewEvent => {
  const start = events.find(({ type }) => type === 'ProgrammeStarted');
  if (start === undefined) throw new Error('The life has no start.');
  return start;
};

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});

function relayOn(log: ReturnType<typeof testLog>, publisher: () => Publisher, batch = 3) {
  const relay = new Relay({ ...log, publisher, log: silent, batch });
  const stop = new AbortController();
  const run = relay.run(stop.signal);
  const end = async (): Promise<void> => {
    stop.abort();
    await run;
  };
  running.push(end);
  return {
    relay,
    live: () => until('the relay is live', 30_000, () => (relay.status().state === 'live' ? true : undefined)),
    stopped: () => until('the relay has stopped', 30_000, () => (relay.status().state === 'stopped' ? relay.status() : undefined)),
    end,
  };
}

test('every event once and in order, what was there and what comes, and on from there after a restart', async () => {
  const log = testLog();
  const reader = taker();
  const first = await log.live();
  const one = relayOn(log, () => createInProcessPublisher(reader));
  await one.live();
  const second = await log.live();
  await until('the second case has come', 30_000, () => (reader.taken.some(({ key }) => key === second.caseId) ? true : undefined));
  await one.end();
  const third = await log.live();
  const two = relayOn(log, () => createInProcessPublisher(reader));
  await two.live();
  expect(ofTopic(reader.taken, 'case-events-v1')).toEqual([...ids(first.events), ...ids(second.events), ...ids(third.events)]);
  expect(two.relay.status()).toMatchObject({ state: 'live', lagSeconds: 0, handled: first.events.length * 3 });
});

test('a commit that fails is tried again with a new publisher, from the checkpoint: nothing is lost or doubled', async () => {
  const log = testLog();
  const reader = taker();
  let commits = 0;
  let made = 0;
  const flaky = (): Publisher => {
    const inner = createInProcessPublisher(reader);
    made += 1;
    return {
      ...inner,
      commit: async (checkpoint) => (commits++ % 2 === 0 ? Promise.reject(new PublisherAway('ECONNRESET')) : inner.commit(checkpoint)),
    };
  };
  const cases = [await log.live(), await log.live()];
  await relayOn(log, flaky).live();
  expect(made).toBeGreaterThan(1);
  expect(ofTopic(reader.taken, 'case-events-v1')).toEqual(cases.flatMap(({ events }) => ids(events)));
});

test('an event of a type, or in a version, that this release does not know stops the line and is named; all before it is out', async () => {
  const log = testLog();
  const reader = taker();
  const known = await log.live();
  const strange = { ...startOf(known.events), id: '00000000-0000-4000-8000-000000000001', version: 7 };
  await log.store.append(`case-${known.caseId}`, known.events.length - 1, [strange]);
  await log.live();
  const { relay, stopped } = relayOn(log, () => createInProcessPublisher(reader));
  expect((await stopped()).reason).toMatch(
    new RegExp(
      `^The relay stops before event ${known.events.length} of case-${known.caseId} \\(ProgrammeStarted 7, position .+\\): This release cannot read`,
    ),
  );
  expect(ofTopic(reader.taken, 'case-events-v1')).toEqual(ids(known.events));
  expect(relay.status().handled).toBe(known.events.length);
});

test('a poisoned event, whose codes say something else than they may, does not go out', async () => {
  const log = testLog();
  const reader = taker();
  const known = await log.live();
  const start = startOf(known.events);
  const poisoned = { ...start, id: '00000000-0000-4000-8000-000000000002', data: { ...start.data, late: 'Kari Eksempel, 02849000058' } };
  await log.store.append(`case-${known.caseId}`, known.events.length - 1, [poisoned]);
  const { stopped } = relayOn(log, () => createInProcessPublisher(reader));
  const { reason } = await stopped();
  expect(reason).toContain('A record does not fit urn:kvp:schema:case-events-v1:ProgrammeStarted:1: /data/late must be boolean');
  expect(reason).not.toContain('Kari');
  expect(ofTopic(reader.taken, 'case-events-v1')).toEqual(ids(known.events));
});

test('a participant who has been forgotten is still counted, without birth year, place and codes', async () => {
  const log = testLog();
  const { caseId, events } = await log.live();
  const forgotten = testLog(log.store, undefined, log.keyFile);
  const reader = taker();
  await relayOn(forgotten, () => createInProcessPublisher(reader)).live();
  expect(ofTopic(reader.taken, 'case-events-v1')).toEqual(ids(events));
  const records = reader.taken
    .filter(({ topic }) => topic === 'statistics-v1')
    .map(({ value }) => JSON.parse(value ?? '') as Record<string, unknown>);
  expect(records.length).toBeGreaterThan(0);
  expect(records.every(({ birthYear, personal }) => birthYear === null && JSON.stringify(personal) === '{}')).toBe(true);
  expect(reader.taken.filter(({ topic }) => topic === 'statistics-places-v1')).toMatchObject([
    { key: log.pseudonyms.case(caseId), value: null },
  ]);
});
