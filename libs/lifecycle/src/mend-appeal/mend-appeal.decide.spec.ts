import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '../kernel/event.ts';
import { appeal, applied, given, lived, mendAppeal, notified, reconsider, rejected, stateAfter } from '../testing/index.ts';

/** 0 application, 1 rejection, 2 notice: the time to appeal is out on 12 February 2026. */
const turnedDown = [applied({ receivedOn: '2026-01-05' }), rejected('2026-01-19'), notified(1, '2026-01-22')];
const appealed = (facts: object = {}, history: readonly DomainEvent[] = turnedDown): readonly DomainEvent[] =>
  lived(history, appeal({ receivedOn: '2026-02-02', ...facts }));

describe('what an appeal lacks (FVL § 32)', () => {
  const unsigned = appealed({ lacks: ['signed', 'statesChange'], mendBy: '2026-02-16' });

  test('is made good in time or after it, in one go or in turn', () => {
    const once = lived(unsigned, mendAppeal({ mendedOn: '2026-02-16' }));
    expect(once.at(-1)).toMatchObject({ data: { mended: ['signed', 'statesChange'], lacks: [], late: false } });
    const inTurn = lived(
      unsigned,
      mendAppeal({ mendedOn: '2026-02-10', mended: ['signed'] }),
      mendAppeal({ mendedOn: '2026-02-17', mended: ['statesChange'] }),
    );
    expect(inTurn.at(-1)).toMatchObject({ data: { lacks: [], late: true } });
    expect(stateAfter(inTurn).appeals[0]).toMatchObject({ defects: [], mending: { mendedOn: expect.anything() as unknown } });
    given(...once)
      .when(mendAppeal({ mendedOn: '2026-02-17' }))
      .thenRefused('nothing-to-mend');
    given(...unsigned)
      .when(mendAppeal({ mendedOn: '2026-02-10', mended: ['written'] }))
      .thenRefused('does-not-lack');
    given(...unsigned)
      .when(mendAppeal({ mendedOn: '2026-02-01', mended: ['signed'] }))
      .thenRefused('mended-before-received');
  });

  test('bars the way on until it is, and is a ground to dismiss from the day after the time for it', () => {
    given(...unsigned)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }))
      .thenRefused('appeal-lacks');
    given(...unsigned)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }))
      .thenRefused('mend-time-runs');
    given(...unsigned)
      .when(reconsider({ decidedOn: '2026-02-17', outcome: 'dismissed' }))
      .then({ type: 'AppealDismissed', data: { grounds: ['form'] } });
  });

  test('the day of posting may be proven later: the appeal is in time after all (FVL § 30)', () => {
    const late = appealed({ receivedOn: '2026-02-13' });
    given(...late)
      .when(mendAppeal({ mendedOn: '2026-02-20', postedOn: '2026-02-12' }))
      .then(
        { type: 'AppealMended', data: { mended: [], postedOn: '2026-02-12' } },
        { type: 'DeadlineAssessed', data: { verdict: 'timely', proof: 'posted' } },
      );
    given(...late)
      .when(mendAppeal({ mendedOn: '2026-02-20', postedOn: '2026-02-14' }))
      .thenRefused('posted-after-received');
  });

  test('the day that it came may have been registered wrongly: it is measured anew', () => {
    const wrong = appealed({ receivedOn: '2026-02-13' });
    given(...wrong)
      .when(mendAppeal({ mendedOn: '2026-02-20', receivedOn: '2026-02-12' }))
      .then(
        { type: 'AppealMended', data: { receivedOn: '2026-02-12' } },
        { type: 'DeadlineAssessed', data: { verdict: 'timely', proof: 'received' } },
      );
    expect(String(stateAfter(lived(wrong, mendAppeal({ mendedOn: '2026-02-20', receivedOn: '2026-02-12' }))).appeals[0]?.receivedOn)).toBe(
      '2026-02-12',
    );
    given(...wrong)
      .when(mendAppeal({ mendedOn: '2026-02-20', receivedOn: '2026-02-21' }))
      .thenRefused('date-in-future');
    given(...wrong)
      .when(mendAppeal({ mendedOn: '2026-02-20', receivedOn: '2026-01-18' }))
      .thenRefused('appealed-before-decided');
  });

  test('a child cannot appeal in the case of a parent: it can only be dismissed (FVL § 28)', () => {
    const child = appealed({ appellant: 'child' });
    given(...child)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'changed' }))
      .thenRefused('may-not-appeal');
    given(...child)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }))
      .then({ type: 'AppealDismissed', data: { grounds: ['notEntitled'] } });
  });
});
