import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type CaseState, type Proposal, foldCase } from '@kvp/lifecycle';
import { applied, factCorrected, granted, started } from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

const LIFE = [applied({ receivedOn: '2023-12-01' }), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];

describe('decisions made on a fact that was wrong (FVL § 17)', () => {
  test('are looked at again within two weeks of its correction', () => {
    const state = foldCase([...LIFE, factCorrected({ correctedOn: '2024-02-05', affects: [1] })]);
    expect(told('correction-review', state)).toMatchObject([
      { due: '2024-02-19', settledOn: null, settledBy: 'reviewCorrection', about: 3, breach: false },
    ]);
    const reviewed = state.corrections.map((each) => ({ ...each, reviewedOn: date('2024-02-12') }));
    expect(days('correction-review', { ...state, corrections: reviewed })).toEqual([['2024-02-19', '2024-02-12']]);
  });

  test('are none, when nothing was decided since', () => {
    expect(days('correction-review', [...LIFE, factCorrected({ affects: [] })])).toEqual([]);
  });
});

test('a proposal waits a week for the second person, and is gone once it is settled', () => {
  const proposed = (status: Proposal['status']): CaseState => ({
    ...foldCase(LIFE),
    proposals: [
      {
        ...{ recordedIn: 3, command: 'extend', proposedOn: date('2024-12-02'), proposedBy: 'a-caseworker' },
        ...{ replaces: null, drafters: ['a-caseworker'], status, content: null },
      },
    ],
  });
  expect(told('proposal', proposed('open'))).toMatchObject([{ due: '2024-12-09', settledOn: null, settledBy: 'approve', about: 3 }]);
  for (const status of ['approved', 'returned', 'withdrawn'] as const) expect(days('proposal', proposed(status))).toEqual([]);
});
