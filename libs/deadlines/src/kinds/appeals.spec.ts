import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '@kvp/lifecycle';
import {
  appeal,
  applied,
  claimCosts,
  deferExecution,
  forwardAppeal,
  grant,
  granted,
  lived,
  mendAppeal,
  notified,
  reconsider,
  registerOutcome,
  reinstate,
  rejected,
  started,
  terminated,
  withdrawAppeal,
} from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

/** 0 application, 1 rejection, 2 notice: the time to appeal is out on Thursday 12 February 2026; the appeal is 3. */
const turnedDown = [applied({ receivedOn: '2026-01-05' }), rejected('2026-01-19'), notified(1, '2026-01-22')];
const appealed = (facts: object = {}) => lived(turnedDown, appeal({ receivedOn: '2026-02-02', ...facts }));
const upheld = (history: readonly DomainEvent[] = appealed()) => lived(history, reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }));
const forwarded = (history: readonly DomainEvent[] = upheld()) => lived(history, forwardAppeal({ on: '2026-02-23' }));

test('the time to appeal is over once the appeal has come', () => {
  expect(days('appeal', turnedDown)).toEqual([['2026-02-12', '2026-02-13']]);
  expect(days('appeal', appealed())).toEqual([['2026-02-12', '2026-02-02']]);
});

describe('the office looks at the appeal and sends it on (FVL § 33)', () => {
  test('within a month: first it is reconsidered, then forwarded, and then the time is not ours', () => {
    expect(told('appeal-handling', appealed())).toMatchObject([
      { due: '2026-03-02', settledOn: null, settledBy: 'reconsider', provision: 'FVL § 33', about: 3, breach: false },
    ]);
    expect(told('appeal-handling', upheld())).toMatchObject([{ settledOn: null, settledBy: 'forwardAppeal' }]);
    expect(days('appeal-handling', forwarded())).toEqual([['2026-03-02', '2026-02-23']]);
  });

  test('days that the party has it to make good are taken out: those that they used, or all that they had', () => {
    const lacking = appealed({ lacks: ['signed'], mendBy: '2026-02-16' });
    expect(days('appeal-mend', lacking)).toEqual([['2026-02-16', '2026-02-17']]);
    expect(days('appeal-handling', lacking)).toEqual([['2026-03-16', null]]); // 14 days
    const mended = lived(lacking, mendAppeal({ mendedOn: '2026-02-09' }));
    expect(days('appeal-mend', mended)).toEqual([['2026-02-16', '2026-02-09']]);
    expect(days('appeal-handling', mended)).toEqual([['2026-03-09', null]]); // seven days
    const late = lived(lacking, mendAppeal({ mendedOn: '2026-02-20' }));
    expect(days('appeal-handling', late)).toEqual([['2026-03-16', null]]);
  });

  test('is settled when the appeal is withdrawn, changed or dismissed', () => {
    expect(days('appeal-handling', lived(appealed(), withdrawAppeal({ withdrawnOn: '2026-02-09' })))).toEqual([
      ['2026-03-02', '2026-02-09'],
    ]);
    expect(days('appeal-handling', lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'changed' })))).toEqual([
      ['2026-03-02', '2026-02-16'],
    ]);
  });
});

describe('what an appeal leaves to do', () => {
  test('the outcome is carried out within two weeks', () => {
    const changed = lived(forwarded(), registerOutcome({ decidedOn: '2026-05-04', outcome: 'changed' }));
    expect(told('appeal-order', changed)).toMatchObject([
      { due: '2026-05-18', settledOn: null, settledBy: 'grant', provision: 'FVL § 34' },
    ]);
    const done = lived(changed, grant({ decidedOn: '2026-05-11', from: '2026-06-01', to: '2027-05-31' }));
    expect(days('appeal-order', done)).toEqual([['2026-05-18', '2026-05-11']]);
  });

  test('a programme that was ended is reinstated', () => {
    const ended = [
      ...[applied({ receivedOn: '2025-12-01' }), granted({ decidedOn: '2025-12-15', from: '2026-01-05', to: '2027-01-04' })],
      ...[started('2026-01-05'), terminated({ decidedOn: '2026-02-02', lastDay: '2026-02-06' }), notified(3, '2026-02-04')],
    ];
    const changed = lived(lived(ended, appeal({ receivedOn: '2026-02-09' })), reconsider({ decidedOn: '2026-02-16', outcome: 'changed' }));
    expect(told('appeal-order', changed)).toMatchObject([{ due: '2026-03-02', settledBy: 'reinstate' }]);
    expect(days('appeal-order', lived(changed, reinstate({ decidedOn: '2026-02-18' })))).toEqual([['2026-03-02', '2026-02-18']]);
  });

  test('a case that came back has the deadlines of a new one, from that day (§ 11.19)', () => {
    const outcome = registerOutcome({ decidedOn: '2026-05-04', receivedOn: '2026-05-06', outcome: 'setAside' });
    const returned = lived(forwarded(), [outcome, { today: '2026-05-06' }]);
    expect(told('returned-case', returned)).toMatchObject([{ due: '2026-06-06', settledOn: null, settledBy: 'grant' }]);
    expect(days('interim-reply', returned)).toEqual([
      ['2026-02-05', '2026-01-19'],
      ['2026-06-06', null],
    ]);
    expect(days('start', returned)).toEqual([['2026-11-06', null]]);
    // Changed, the application keeps its date.
    const changed = lived(forwarded(), registerOutcome({ decidedOn: '2026-05-04', outcome: 'changed' }));
    expect(days('interim-reply', changed)).toEqual([['2026-02-05', '2026-01-19']]);
    expect(days('start', changed)).toEqual([['2026-07-05', null]]);
  });
});

test('a request that the decision waits is answered within a week, until the appeal is over (FVL § 42)', () => {
  const asked = appealed({ deferralRequested: true });
  expect(told('deferral', asked)).toMatchObject([
    { due: '2026-02-09', settledOn: null, settledBy: 'deferExecution', provision: 'FVL § 42' },
  ]);
  expect(days('deferral', lived(asked, deferExecution({ answer: 'refused', decidedOn: '2026-02-04' })))).toEqual([
    ['2026-02-09', '2026-02-04'],
  ]);
  expect(days('deferral', lived(asked, withdrawAppeal({ withdrawnOn: '2026-02-05' })))).toEqual([['2026-02-09', '2026-02-05']]);
});

test('three months from when the office received it, no change to the detriment of the party can come any more (FVL § 34)', () => {
  expect(days('detriment-notice', upheld())).toEqual([]);
  expect(told('detriment-notice', forwarded())).toMatchObject([{ due: '2026-05-02', settledOn: '2026-05-03', provision: 'FVL § 34' }]);
});

test('costs are claimed within three weeks of notice of the new decision, moved to a working day (FVL § 36)', () => {
  const outcome = (arrivedOn?: `${number}-${number}-${number}`) =>
    registerOutcome({ decidedOn: '2026-04-20', outcome: 'changed', ...(arrivedOn === undefined ? {} : { arrivedOn }) });
  expect(days('costs-claim', lived(forwarded(), outcome()))).toEqual([]); // nobody knows when notice arrived
  // Thursday 23 April: three weeks are Ascension Day, 14 May.
  const changed = lived(forwarded(), [outcome('2026-04-23'), { today: '2026-04-23' }]);
  expect(days('costs-claim', changed)).toEqual([['2026-05-15', '2026-05-16']]);
  expect(days('costs-claim', lived(changed, claimCosts({ receivedOn: '2026-05-04' })))).toEqual([['2026-05-15', '2026-05-04']]);
  // Changed by the office: from notice of that decision, revision 5.
  const byOffice = [...lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'changed' })), notified(5, '2026-02-18')];
  expect(days('costs-claim', byOffice)).toEqual([['2026-03-11', '2026-03-12']]);
});
