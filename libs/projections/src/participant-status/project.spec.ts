import { describe, expect, test } from '@jest/globals';
import { type PlainDate, date, iso } from '@kvp/calendar';
import { caseEvents, dueRecords, nextRecordOn, phase } from '@kvp/lifecycle';
import { LIVES, recorded, stateOf } from '../testing/lives.ts';
import { participantStatus, phasesOf } from './project.ts';

const YEARS = Array.from({ length: 5 * 366 }, (_, i) => date('2023-06-01').add({ days: i }));

/** As the query counts: one phase further for every change up to the day. */
const phaseFrom = ({ phases, phase_changes }: ReturnType<typeof phasesOf>, on: PlainDate): string | undefined =>
  phases[phase_changes.filter((change) => change <= iso(on)).length];

describe('the stored phases say the same as the core, on every day of five years', () => {
  test.each(Object.entries(LIVES).filter(([, life]) => life.length > 0))('%s', (_name, life) => {
    const state = stateOf(life);
    const phases = phasesOf(state);
    for (const day of YEARS) expect([iso(day), phaseFrom(phases, day)]).toEqual([iso(day), phase(state, day)]);
  });
});

test('a case without an application has no phase, and its row no date', () => {
  const { fold, rowOf } = participantStatus;
  expect(rowOf(fold.initial)).toEqual({
    ...{ received_on: null, decided_until: null, caseworker: null },
    ...{ phases: [], phase_changes: [], records_on: null },
  });
  expect(fold.ownerOf(fold.initial)).toBeNull();
});

test('an event type that is not said to change the status changes no column of any case', () => {
  const others = Object.values(caseEvents).filter(({ changes }) => !changes.includes('participant-status'));
  expect(others.map(({ type }) => type)).toContain('ChildRecorded');
  for (const life of Object.values(LIVES))
    for (const definition of others) {
      const before = stateOf(life);
      const after = definition.evolve(before, definition.example);
      expect([phasesOf(after), nextRecordOn(after)]).toEqual([phasesOf(before), nextRecordOn(before)]);
    }
});

test('the day on which the clock has something to write is kept, until it is written', () => {
  const lapsed = LIVES['silently lapsed'] ?? [];
  const life = [...lapsed, ...dueRecords(stateOf(lapsed), date('2025-01-08'))];
  let fold = participantStatus.fold.initial;
  const days = life.map((event, revision) => {
    fold = participantStatus.fold.evolve(fold, recorded(event, revision));
    return participantStatus.rowOf(fold)['records_on'];
  });
  // Applied and granted: nothing. Started: decided to 7 January 2025, so a lapse from the day after. Written: nothing more.
  expect(days).toEqual([null, null, '2025-01-08', null]);
});

test.each(Object.entries(LIVES))('what is kept of a case brings it back: %s', (_name, life) => {
  const { fold, rowOf } = participantStatus;
  const state = life.reduce((before, event, revision) => fold.evolve(before, recorded(event, revision)), fold.initial);
  const again = fold.fromJson(JSON.parse(JSON.stringify(fold.toJson(state))) as ReturnType<typeof fold.toJson>);
  expect(again.state).toEqual(state.state);
  expect(rowOf(again)).toEqual(rowOf(state));
});
