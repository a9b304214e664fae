import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '../kernel/event.ts';
import { appeal, forwardAppeal, given, lived, reconsider, stateAfter, turnedDown, withdrawAppeal } from '../testing/index.ts';

const statuses = (history: readonly DomainEvent[]) => stateAfter(history).appeals.map(({ status }) => status);

describe('forwardAppeal', () => {
  const upheld = lived(turnedDown, appeal({ receivedOn: '2025-02-10' }), reconsider({ decidedOn: '2025-02-17', outcome: 'upheld' }));

  test('with what the office says, of which the party gets a copy (FVL § 33)', () => {
    given(...upheld)
      .when(forwardAppeal({ on: '2025-02-17', statement: 'Vilkåret er ikke oppfylt.', copySentOn: '2025-02-18' }), { today: '2025-02-18' })
      .then({
        type: 'AppealForwarded',
        data: { appeal: 1, forwardedOn: '2025-02-17', copySentOn: '2025-02-18', urgent: false },
        personal: { officeStatement: 'Vilkåret er ikke oppfylt.' },
      });
    expect(statuses(lived(upheld, forwardAppeal({ on: '2025-02-17' })))).toEqual(['forwarded']);
  });

  test('not before it was looked at, not tomorrow, not without a statement, not twice', () => {
    given(...upheld)
      .when(forwardAppeal({ on: '2025-02-16' }))
      .thenRefused('forwarded-before-reconsidered', 'copy-before-reconsidered');
    given(...upheld)
      .when(forwardAppeal({ on: '2025-02-18' }), { today: '2025-02-17' })
      .thenRefused('date-in-future');
    given(...upheld)
      .when(forwardAppeal({ on: '2025-02-17', statement: ' ' }))
      .thenRefused('statement-for-appeal-required');
    given(...lived(upheld, forwardAppeal({ on: '2025-02-17' })))
      .when(forwardAppeal({ on: '2025-02-18' }))
      .thenRefused('appeal-already-forwarded');
    given(...lived(turnedDown, appeal({ receivedOn: '2025-02-10' })))
      .when(forwardAppeal({ on: '2025-02-17' }))
      .thenRefused('appeal-not-reconsidered');
    given(...lived(upheld, withdrawAppeal({ withdrawnOn: '2025-02-18' })))
      .when(forwardAppeal({ on: '2025-02-19' }))
      .thenRefused('appeal-withdrawn');
  });
});
