import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '../evolve.ts';
import { caseClaimed, initialApplications } from './applications.events.ts';
import { claimAbandoned } from './claim-abandoned.events.ts';
import { identityClaimed, initialIdentity } from './identity.events.ts';
import { initialPerson, personRegistered } from './person.events.ts';
import { DEFAULT_POLICY } from '../kernel/policy.ts';
import { type PolicySet, policyAt } from './policy.events.ts';

const policy = (effectiveFrom: PolicySet['data']['effectiveFrom'], absenceReducesChildSupplement: boolean): PolicySet => ({
  type: 'PolicySet',
  version: 1,
  data: { effectiveFrom, monthModel: 'A', absenceReducesChildSupplement },
  personal: null,
});

describe('the policy in force', () => {
  const at = (events: readonly PolicySet[], day: string): boolean => policyAt(events, date(day)).absenceReducesChildSupplement;

  test('is the default until the municipality has settled something', () => {
    expect(policyAt([], date('2025-01-06'))).toEqual(DEFAULT_POLICY);
    expect(at([policy('2025-01-01', false)], '2024-12-31')).toBe(true);
  });

  test('is the latest that has taken effect, in whatever order they were set', () => {
    const rows = [policy('2025-01-01', false), policy('2023-01-01', true)];
    expect([at(rows, '2024-12-31'), at(rows, '2025-01-01')]).toEqual([true, false]);
  });

  test('of two from one day is the one that was set last', () => {
    expect(at([policy('2025-01-01', false), policy('2025-01-01', true)], '2025-06-01')).toBe(true);
  });

  test('a row says only what changes: the rest stays as it was', () => {
    const payDay: PolicySet = {
      ...policy('2025-01-01', false),
      data: { effectiveFrom: '2025-03-01', payDay: 12, leadTimes: { start: 30 } },
    };
    const lead: PolicySet = { ...payDay, data: { effectiveFrom: '2025-04-01', leadTimes: { evaluation: 7 } } };
    expect(policyAt([policy('2025-01-01', false), payDay, lead], date('2025-04-01'))).toEqual({
      ...DEFAULT_POLICY,
      absenceReducesChildSupplement: false,
      payDay: 12,
      leadTimes: { start: 30, evaluation: 7 },
    });
  });

  test('is not disturbed by other events of the stream', () => {
    expect(policyAt([claimAbandoned.example], date('2025-01-06'))).toEqual(DEFAULT_POLICY);
  });
});

describe('the other streams', () => {
  test('a number belongs to the person who claimed it, and the last claim of a case counts', () => {
    const { personId } = identityClaimed.example.data;
    expect(identityClaimed.evolve(initialIdentity, identityClaimed.example)).toEqual({ personId });
    const second = { ...caseClaimed.example, data: { caseId: 'another' } };
    expect([caseClaimed.example, second].reduce((state, event) => caseClaimed.evolve(state, event), initialApplications)).toEqual({
      caseId: 'another',
    });
  });

  test('a name once given is kept when a registration leaves it out', () => {
    const { identityNumber } = personRegistered.example.personal;
    const named = personRegistered.evolve(initialPerson, personRegistered.example);
    expect(personRegistered.evolve(named, { ...personRegistered.example, personal: { identityNumber } })).toEqual(named);
  });

  test('nothing can happen in a case whose claim was abandoned', () => {
    expect(foldCase([claimAbandoned.example])).toMatchObject({ abandoned: true, application: null });
  });
});
