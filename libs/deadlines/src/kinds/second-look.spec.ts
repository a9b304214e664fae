import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type DomainEvent, foldCase } from '@kvp/lifecycle';
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

test('a proposal waits a week for the second person, until it is settled', () => {
  const proposed: DomainEvent = {
    ...{ type: 'DecisionProposed', version: 1, data: { proposedOn: '2024-12-02', proposedBy: 'a-caseworker', basedOn: 2 } },
    personal: { command: { name: 'extend', title: 'Forleng program', input: {} }, outcome: [] },
  };
  expect(told('proposal', [...LIFE, proposed])).toMatchObject([{ due: '2024-12-09', settledOn: null, settledBy: 'approve', about: 3 }]);
  for (const type of ['DecisionApproved', 'DecisionReturned', 'ProposalWithdrawn']) {
    const settled = (settledOn: string): DomainEvent => ({ type, version: 1, data: { proposal: 3, settledOn }, personal: null });
    expect(days('proposal', [...LIFE, proposed, settled('2024-12-05')])).toEqual([['2024-12-09', '2024-12-05']]);
    expect(days('proposal', [...LIFE, proposed, settled('2024-12-02')])).toEqual([]);
  }
});
