import { describe, expect, test } from '@jest/globals';
import { appeal, deferExecution, given, lived, reconsider, stateAfter, turnedDown, withdrawAppeal } from '../testing/index.ts';

/** Appealed on 10 February 2025. */
const appealed = lived(turnedDown, appeal({ receivedOn: '2025-02-10' }));
const asked = lived(turnedDown, appeal({ receivedOn: '2025-02-10', deferralRequested: true }));

describe('deferExecution (FVL § 42)', () => {
  test('a request with the appeal is answered, with reasons', () => {
    given(...asked)
      .when(deferExecution({ answer: 'granted', decidedOn: '2025-02-12', justification: 'Virkningen kan ikke gjøres godt igjen.' }))
      .then({
        type: 'DeferralDecided',
        data: { appeal: 1, decidedOn: '2025-02-12', answer: 'granted', decidedBy: 'office' },
        personal: { justification: 'Virkningen kan ikke gjøres godt igjen.' },
      });
    const { deferrals } = stateAfter(lived(asked, deferExecution({ answer: 'refused', decidedOn: '2025-02-12' }))).appeals[0]!;
    expect(deferrals.map(({ requestedOn, decidedOn, granted }) => [String(requestedOn), String(decidedOn), granted])).toEqual([
      ['2025-02-10', '2025-02-12', false],
    ]);
    given(...asked)
      .when(deferExecution({ answer: 'refused', decidedOn: '2025-02-12', justification: ' ' }))
      .thenRefused('justification-required');
  });

  test('a request that comes later is registered on its own, or with the answer', () => {
    given(...appealed)
      .when(deferExecution({ requestedOn: '2025-02-14' }))
      .then({ type: 'DeferralRequested', data: { requestedOn: '2025-02-14' } });
    given(...appealed)
      .when(deferExecution({ requestedOn: '2025-02-14', answer: 'refused', decidedOn: '2025-02-17' }))
      .then({ type: 'DeferralRequested' }, { type: 'DeferralDecided', data: { decidedOn: '2025-02-17' } });
  });

  test('the office, or statsforvalteren, decides it of itself too', () => {
    given(...appealed)
      .when(deferExecution({ answer: 'granted', decidedOn: '2025-02-17', decidedBy: 'statsforvalter' }))
      .then({ type: 'DeferralDecided', data: { decidedBy: 'statsforvalter' } });
  });

  test('not before it was asked for, not while another waits, not without anything said, not from tomorrow', () => {
    given(...asked)
      .when(deferExecution({ answer: 'refused', decidedOn: '2025-02-09' }), { today: '2025-02-12' })
      .thenRefused('deferral-before-appeal');
    given(...asked)
      .when(deferExecution({ requestedOn: '2025-02-14' }))
      .thenRefused('deferral-already-asked');
    given(...appealed)
      .when(deferExecution({}), { today: '2025-02-14' })
      .thenRefused('deferral-says-nothing');
    given(...appealed)
      .when(deferExecution({ requestedOn: '2025-02-09' }))
      .thenRefused('deferral-before-appeal');
    given(...appealed)
      .when(deferExecution({ requestedOn: '2025-02-15' }), { today: '2025-02-14' })
      .thenRefused('date-in-future');
  });

  test('there must be an appeal to wait for', () => {
    given(...turnedDown)
      .when(deferExecution({ requestedOn: '2025-02-14' }))
      .thenRefused('no-appeal');
    const gone = lived(appealed, withdrawAppeal({ withdrawnOn: '2025-02-12' }));
    given(...gone)
      .when(deferExecution({ requestedOn: '2025-02-14' }))
      .thenRefused('appeal-withdrawn');
    const changed = lived(appealed, reconsider({ decidedOn: '2025-02-17', outcome: 'changed' }));
    given(...changed)
      .when(deferExecution({ requestedOn: '2025-02-17' }))
      .thenRefused('appeal-already-decided');
  });
});
