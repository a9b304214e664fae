import { describe, test } from '@jest/globals';
import { lastProposal, proposed } from '../four-eyes/testing.ts';
import { extend, given, granted, returnProposal, started } from '../testing/index.ts';

const year = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const drafted = proposed(year, extend({ to: '2026-01-07' }), 'kari', { today: '2024-12-16' });
const proposal = lastProposal(drafted);
const world = { today: '2024-12-17', by: 'bo' };

describe('returnProposal', () => {
  test('sends it back with the reason, and decides nothing', () => {
    given(...drafted)
      .when(returnProposal({ proposal, reason: 'Begrunn nærmere.' }), world)
      .then({ type: 'DecisionReturned', data: { proposal, settledOn: '2024-12-17' }, personal: { reason: 'Begrunn nærmere.' } });
  });

  test('needs a reason', () => {
    given(...drafted)
      .when(returnProposal({ proposal, reason: '  ' }), world)
      .thenRefused('return-reason-required');
  });

  test('is refused of what is returned already, of what is no proposal, and where there is no case', () => {
    const returned = {
      type: 'DecisionReturned',
      version: 1,
      data: { proposal, settledOn: '2024-12-17' },
      personal: { reason: 'Begrunn.' },
    };
    given(...drafted, returned)
      .when(returnProposal({ proposal, reason: 'Én gang til.' }), world)
      .thenRefused('proposal-settled');
    given(...drafted)
      .when(returnProposal({ proposal: proposal - 1, reason: 'Begrunn.' }), world)
      .thenRefused('proposal-not-found');
    given()
      .when(returnProposal({ proposal, reason: 'Begrunn.' }), world)
      .thenRefused('case-not-found');
  });
});
