import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '../kernel/event.ts';
import { awaitsReview } from '../kernel/state/corrections.ts';
import { extended, factCorrected, given, granted, reviewCorrection, started, terminated } from '../testing/index.ts';
import { correctionReviewed } from './review-correction.events.ts';

const today = '2025-06-02';
const reason = 'Forlengelsen bygger på planen, ikke på oppstarten.';
/** 0 application, 1 grant, 2 start, 3 extension; 4 and 5 correct the start. */
const life = [
  granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }),
  started('2025-02-03'),
  extended({ decidedOn: '2025-05-05', from: '2026-02-03', to: '2026-06-30' }),
];
const corrected = [...life, factCorrected({ affects: [3] }), started('2025-02-10')];
const reviewed = { ...correctionReviewed.example, data: { ...correctionReviewed.example.data, correction: 4 } };

describe('reviewCorrection', () => {
  test('the decisions made on what was wrong are looked at again, and stand', () => {
    given(...corrected)
      .when(reviewCorrection({ outcome: 'stands', reason }), { today })
      .then({ type: 'CorrectionReviewed', data: { correction: 4, reviewedOn: today, outcome: 'stands' }, personal: { reason } });
  });

  test('it waits until then, and no longer', () => {
    const waiting = (...more: readonly DomainEvent[]) => given(...corrected, ...more).state.corrections.filter(awaitsReview).length;
    expect([waiting(), waiting(reviewed)]).toEqual([1, 0]);
  });

  test('the last that waits is meant when none is named', () => {
    const twice = [...corrected, factCorrected({ corrects: 5, affects: [3] }), started('2025-02-17')];
    given(...twice)
      .when(reviewCorrection({ outcome: 'stands', reason }), { today })
      .then({ type: 'CorrectionReviewed', data: { correction: 6 } });
    given(...twice)
      .when(reviewCorrection({ correction: 4, outcome: 'stands', reason }), { today })
      .then({ type: 'CorrectionReviewed', data: { correction: 4 } });
  });

  test('that they were changed shows in the case', () => {
    const changed = reviewCorrection({ outcome: 'changed', reason });
    given(...corrected)
      .when(changed, { today })
      .thenRefused('nothing-changed');
    given(...corrected, terminated({ decidedOn: '2025-05-26', lastDay: '2025-06-30' }))
      .when(changed, { today })
      .then({ type: 'CorrectionReviewed', data: { outcome: 'changed' } });
  });

  test('nothing waits: no decision rests on it, it is no correction, or it is settled', () => {
    given(...life, factCorrected(), started('2025-02-10'))
      .when(reviewCorrection({ outcome: 'stands', reason }), { today })
      .thenRefused('no-correction-to-review');
    given(...corrected)
      .when(reviewCorrection({ correction: 3, outcome: 'stands', reason }), { today })
      .thenRefused('no-correction-to-review');
    given(...corrected, reviewed)
      .when(reviewCorrection({ correction: 4, outcome: 'stands', reason }), { today })
      .thenRefused('no-correction-to-review');
    given()
      .when(reviewCorrection({ outcome: 'stands', reason }), { today })
      .thenRefused('case-not-found');
  });

  test('not tomorrow, and not without a reason', () => {
    given(...corrected)
      .when(reviewCorrection({ outcome: 'stands', reviewedOn: '2025-06-03', reason: ' ' }), { today })
      .thenRefused('date-in-future', 'justification-required');
  });
});
