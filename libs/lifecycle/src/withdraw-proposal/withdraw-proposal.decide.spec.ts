import { describe, test } from '@jest/globals';
import { lastProposal, proposed } from '../four-eyes/testing.ts';
import { extend, given, granted, started, withdrawProposal } from '../testing/index.ts';

const year = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const drafted = proposed(year, extend({ to: '2026-01-07' }), 'kari', { today: '2024-12-16' });
const proposal = lastProposal(drafted);

describe('withdrawProposal', () => {
  test('takes back what oneself has proposed', () => {
    given(...drafted)
      .when(withdrawProposal({ proposal }), { today: '2024-12-17', by: 'kari' })
      .then({ type: 'ProposalWithdrawn', data: { proposal, settledOn: '2024-12-17' } });
  });

  test('is refused to anyone else', () => {
    given(...drafted)
      .when(withdrawProposal({ proposal }), { today: '2024-12-17', by: 'bo' })
      .thenRefused('not-the-author');
  });

  test('is refused of what is settled, of what is no proposal, and where there is no case', () => {
    const withdrawn = { type: 'ProposalWithdrawn', version: 1, data: { proposal, settledOn: '2024-12-17' }, personal: null };
    const world = { today: '2024-12-17', by: 'kari' };
    given(...drafted, withdrawn)
      .when(withdrawProposal({ proposal }), world)
      .thenRefused('proposal-settled');
    given(...drafted)
      .when(withdrawProposal({ proposal: 0 }), world)
      .thenRefused('proposal-not-found');
    given().when(withdrawProposal({ proposal }), world).thenRefused('case-not-found');
  });
});
