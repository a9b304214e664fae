import { expect, test } from '@jest/globals';
import { events } from '@kvp/catalogue';
import { initialState } from '@kvp/lifecycle';
import { RECORD_KINDS, type StatisticsRecord, projectRecord, statistics } from '@kvp/topics';
import { deriveChanges } from './derive.ts';
import { RecordUnfoldable } from './record-refused.ts';

const kinds = RECORD_KINDS.filter(({ topic }) => topic === statistics);

/** The example of an event as statistics get it: the fields that are named, and no others. */
function recordOf(name: string, sequence: number): StatisticsRecord {
  const { example } = events[name]!;
  const shape = kinds.find((kind) => kind.name === name)!.schema;
  const event = { ...example, case: 'c', person: 'p', epoch: 1, birthYear: 1990, sequence, codeVersion: '1' };
  const told = { ...event, personal: example.personal ?? {}, functionalOn: '2025-01-06', recordedAt: '2025-01-06T10:00:00.000Z' };
  return projectRecord(shape, told) as StatisticsRecord;
}

test('every kind of record goes into a case, with nothing but what statistics get of it', () => {
  // An application comes first, and an appeal before what is about it.
  const first = ['ApplicationRegistered', 'ProgrammeGranted', 'ProgrammeStarted', 'AppealReceived'];
  const names = [...first, ...kinds.map(({ name }) => name).filter((name) => !first.includes(name))];
  expect(names.length).toBeGreaterThan(30);
  const before = deriveChanges(first.map(recordOf)).state;
  const faults = names.slice(first.length).flatMap((name) => {
    try {
      deriveChanges([recordOf(name, first.length)], before);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  expect(faults).toEqual([]);
});

test('one that does not is named, by its place in its case', () => {
  const broken = { ...recordOf('ProgrammeStarted', 3), data: {} };
  expect(() => deriveChanges([broken], initialState)).toThrow(RecordUnfoldable);
  expect(() => deriveChanges([broken], initialState)).toThrow('record 3 of the case c (ProgrammeStarted 1)');
});
