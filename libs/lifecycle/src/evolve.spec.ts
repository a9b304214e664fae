import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { caseEvents } from './catalogue.ts';
import { UnknownEventType, evolve, foldCase, upcastBy } from './evolve.ts';
import type { DomainEvent } from './kernel/event.ts';
import { initialState } from './kernel/state.ts';
import { attendanceRegistered } from './register-attendance/register-attendance.events.ts';
import { personRegistered } from './registers/person.events.ts';
import { CASE_EXAMPLES } from './testing/examples.ts';

describe('evolve', () => {
  test('an unknown event stops the line', () => {
    expect(() => evolve(initialState, { type: 'Unheard', version: 1, data: {}, personal: null })).toThrow(UnknownEventType);
  });

  test('an event of another stream is none of a case', () => {
    expect(() => evolve(initialState, personRegistered.example)).toThrow('PersonRegistered');
  });

  test('folding on from a state is folding it all', () => {
    const [first, ...rest] = CASE_EXAMPLES.ended;
    expect(foldCase(rest, foldCase([first!]))).toEqual(foldCase(CASE_EXAMPLES.ended));
  });

  test('the state knows its revision, and every individual decision by the revision of its event', () => {
    // Applied, granted, stipend awarded, started, extended, terminated.
    const { revision, decisions } = foldCase(CASE_EXAMPLES.ended);
    expect(revision).toBe(5);
    expect(decisions.map((decision) => [decision.revision, decision.kind, String(decision.decidedOn)])).toEqual([
      [1, 'grant', '2024-05-20'],
      [4, 'extension', '2025-05-20'],
      [5, 'termination', '2025-05-12'],
    ]);
  });

  /** Where an event may happen: after its own example life, else while the programme runs. */
  const before = (type: string) =>
    foldCase(CASE_EXAMPLES[type === 'ProgrammeStarted' ? 'granted' : type === 'ProgrammeResumed' ? 'interrupted' : 'running']);

  const facts = Object.values(caseEvents).filter((event) => event.retract !== undefined && event.type !== 'ApplicationRegistered');

  test.each(facts)('without the fact that $type records the state is as it was', (definition) => {
    const { type, example } = definition;
    const was = before(type);
    const { facts: known, ...is } = evolve(was, example);
    expect(known.at(-1)).toEqual({ recordedIn: is.revision, type });
    expect(definition.retract!({ ...is, facts: known }, is.revision)).toEqual({ ...was, revision: is.revision, facts: known });
  });

  const decisions = Object.values(caseEvents).filter((event) => event.decision !== undefined && event.undo !== undefined);

  test.each(decisions)('without the decision $type the state is as it was', (definition) => {
    const { example, decision } = definition;
    // From the day it was made on, nothing of it has run; a grant is the first of its case, and so is a rejection.
    const was = foldCase(decision === 'grant' || decision === 'rejection' ? CASE_EXAMPLES.applied : CASE_EXAMPLES.running);
    const is = evolve(was, example);
    const undone = definition.undo!(is, is.revision, date((example.data as { decidedOn: string }).decidedOn));
    expect(undone).toEqual({ ...was, revision: is.revision, decisions: is.decisions });
  });

  test('it leaves the state it was given alone', () => {
    const before = foldCase(CASE_EXAMPLES.running);
    const kept = JSON.stringify(before);
    evolve(before, attendanceRegistered.example);
    expect(JSON.stringify(before)).toBe(kept);
  });
});

test('an old version of an event is brought up step by step', () => {
  const definition = {
    type: 'Measured',
    version: 3,
    upcast: {
      1: (event: DomainEvent) => ({ ...event, version: 2, data: { ...event.data, unit: 'hours' } }),
      2: (event: DomainEvent) => ({ ...event, version: 3, data: { ...event.data, quarters: 4 } }),
    },
  };
  const stored = { type: 'Measured', version: 1, data: { of: 'a day' }, personal: null };
  expect(upcastBy(definition, stored)).toEqual({ ...stored, version: 3, data: { of: 'a day', unit: 'hours', quarters: 4 } });
  expect(() => upcastBy({ ...definition, upcast: { 1: definition.upcast[1] } }, stored)).toThrow('version 2');
});
