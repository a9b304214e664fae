import { expect, test } from '@jest/globals';
import type { RecordedEvent } from '@kvp/event-store';
import type { LogReader } from './engine/batch.ts';
import { shareOpened } from './log-reader.ts';
import { newEvent, tallyReader } from './testing/tally.ts';

const event = (revision: number): RecordedEvent => ({
  ...newEvent('Added', revision),
  id: `event-${revision}`,
  stream: 'case-a',
  revision,
  position: String(revision) as RecordedEvent['position'],
});

function counting(): LogReader & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    ...tallyReader,
    asked,
    open: (events) => {
      asked.push(...events.map(({ revision }) => revision));
      return tallyReader.open(events);
    },
  };
}

const revisions = async (reader: LogReader, ...events: number[]): Promise<number[]> =>
  (await reader.open(events.map(event))).map(({ revision }) => revision);

test('an event is opened once, and every page is whole and in order', async () => {
  const inner = counting();
  const reader = shareOpened(inner);
  expect(await revisions(reader, 0, 1)).toEqual([0, 1]);
  expect(await revisions(reader, 0, 1)).toEqual([0, 1]);
  expect(await revisions(reader, 0, 2, 1, 3)).toEqual([0, 2, 1, 3]);
  expect(inner.asked).toEqual([0, 1, 2, 3]);
});

test('what came longest ago is opened again', async () => {
  const inner = counting();
  const reader = shareOpened(inner, 2);
  for (const revision of [0, 1, 2, 2, 0]) expect(await revisions(reader, revision)).toEqual([revision]);
  expect(inner.asked).toEqual([0, 1, 2, 0]);
});

test('an event that does not open fails each time', async () => {
  const reader = shareOpened(tallyReader);
  const unheard = { ...event(0), type: 'Unheard' };
  for (let i = 0; i < 2; i += 1) await expect(reader.open([unheard])).rejects.toThrow('Unheard');
});
