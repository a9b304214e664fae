import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { applicationRegistered } from '../apply/apply.events.ts';
import { foldCase } from '../evolve.ts';
import { benefitRecorded } from '../record-benefit/record-benefit.events.ts';
import { childRecorded } from '../record-child/record-child.events.ts';
import { householdRecorded } from '../record-household/record-household.events.ts';
import { intakeRecorded } from '../record-intake/record-intake.events.ts';
import { maintenanceRecorded } from '../record-maintenance/record-maintenance.events.ts';
import { otherSupportRecorded } from '../record-other-support/record-other-support.events.ts';
import { outcomeRecorded } from '../record-outcome/record-outcome.events.ts';
import { priorProgrammeRecorded } from '../record-prior-programme/record-prior-programme.events.ts';
import { workRecorded } from '../record-work/record-work.events.ts';
import { stateFromJson, stateToJson } from '../timeline/json.ts';
import type { AnyCaseEvent } from './definitions.ts';
import { says } from './recording.ts';
import type { CaseState } from './state.ts';
import { isOverlapping, standing } from './state/lasting.ts';

const lasting: readonly AnyCaseEvent[] = [workRecorded, benefitRecorded, childRecorded];
const facts: readonly AnyCaseEvent[] = [
  ...lasting,
  ...[maintenanceRecorded, householdRecorded, intakeRecorded, otherSupportRecorded, outcomeRecorded, priorProgrammeRecorded],
];

const application = applicationRegistered.example;
/** What the facts stand in. */
const rooms = ({ circumstances, children }: CaseState) => ({ circumstances, children });
const before = rooms(foldCase([application]));

describe.each(facts.map((definition) => [definition.type, definition] as const))('%s', (_type, definition) => {
  const state = foldCase([application, definition.example]);

  test('is a fact of the state, named by its revision, that survives the JSON of the state', () => {
    expect(rooms(state)).not.toEqual(before);
    expect(JSON.stringify(rooms(state))).toContain('"recordedIn":1');
    expect(rooms(stateFromJson(stateToJson(state)))).toEqual(rooms(state));
  });

  test('is gone when it is retracted', () => {
    expect(rooms(definition.retract!(state, 1))).toEqual(before);
    expect(rooms(definition.retract!(state, 2))).toEqual(rooms(state));
  });
});

describe.each(lasting.map((definition) => [definition.type, definition] as const))(
  '%s that got its last day later',
  (_type, definition) => {
    const { example } = definition;
    const open = foldCase([application, example]);
    const inData = 'from' in example.data ? { to: '2025-04-30' } : {};
    const inPersonal = 'from' in example.data ? {} : { to: '2025-04-30' };
    const ending = { ...example, data: { ...example.data, ...inData, ends: 1 }, personal: { ...example.personal, ...inPersonal } };
    const ended = foldCase([application, example, ending]);

    test('is one fact still', () => {
      expect(JSON.stringify(rooms(ended))).toContain('"to":"2025-04-30","endedIn":2');
      expect(JSON.stringify(rooms(ended)).match(/"recordedIn"/g)).toHaveLength(1);
    });

    test('is open again when the last day is retracted, and gone when the fact is', () => {
      expect(rooms(definition.retract!(ended, 2))).toEqual(rooms(open));
      expect(rooms(definition.retract!(ended, 1))).toEqual(before);
    });
  },
);

describe('a told fact', () => {
  const fact = (from: string, to: string | null, recordedIn = 3) => ({
    recordedIn,
    from: date(from),
    to: to === null ? null : date(to),
    endedIn: null,
  });

  test.each([
    ['new on another day', '2025-03-04', null, { is: 'new' }],
    ['known when it is the same', '2025-03-03', null, { is: 'known' }],
    ['the end of an open one', '2025-03-03', '2025-03-31', { is: 'end', ends: { ends: 3 } }],
  ])('is %s', (_what, from, to, expected) => {
    expect(standing([fact('2025-03-03', null)], fact(from, to))).toEqual(expected);
  });

  test('contradicts one that has another end', () => {
    expect(standing([fact('2025-03-03', '2025-03-31')], fact('2025-03-03', null))).toEqual({ is: 'contrary' });
    expect(standing([fact('2025-03-03', '2025-03-31')], fact('2025-03-03', '2025-04-01'))).toEqual({ is: 'contrary' });
    expect(standing([fact('2025-03-03', '2025-03-31')], fact('2025-03-03', '2025-03-31'))).toEqual({ is: 'known' });
  });

  test('shares a day with another when the one begins before the other has ended', () => {
    const march = fact('2025-03-03', '2025-03-31');
    expect([fact('2025-03-31', null), fact('2025-04-01', null)].map((other) => isOverlapping(march, other))).toEqual([true, false]);
    expect([fact('2025-03-31', null), fact('2025-04-01', null)].map((other) => isOverlapping(other, march))).toEqual([true, false]);
    expect(isOverlapping(fact('2025-03-03', null), fact('2020-01-01', null))).toBe(true);
  });

  test('is said by another when all that is told is the same', () => {
    const seen = { on: date('2025-03-03'), kinds: ['a', 'b'], note: 1 };
    expect(says(seen, { on: date('2025-03-03'), kinds: ['a', 'b'] })).toBe(true);
    expect(says(seen, { kinds: ['b', 'a'] })).toBe(false);
    expect(says(seen, { on: date('2025-03-04') })).toBe(false);
  });
});
