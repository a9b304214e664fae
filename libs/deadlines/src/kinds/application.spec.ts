import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '@kvp/lifecycle';
import { applied, granted, rejected, started, withdrawn } from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

describe('the interim reply (FVL § 11 a)', () => {
  test('is due a month after receipt', () => {
    expect(told('interim-reply', [applied({ receivedOn: '2025-01-06' })])).toEqual([
      {
        kind: 'interim-reply',
        title: 'Foreløpig svar på søknaden',
        due: '2025-02-06',
        settledOn: null,
        provision: 'FVL § 11 a',
        settledBy: 'sendInterimReply',
        about: null,
        breach: true,
      },
    ]);
    expect(days('interim-reply', [applied({ receivedOn: '2025-01-31' })])).toEqual([['2025-02-28', null]]);
  });

  test('is settled by a decision, a withdrawal or the reply itself, whichever comes first', () => {
    const application = applied({ receivedOn: '2025-01-06' });
    expect(days('interim-reply', [application, rejected('2025-01-20')])).toEqual([['2025-02-06', '2025-01-20']]);
    expect(days('interim-reply', [application, withdrawn('2025-01-17')])).toEqual([['2025-02-06', '2025-01-17']]);
    const grant = granted({ decidedOn: '2025-03-03', from: '2025-03-10', to: '2025-12-31' });
    const state = foldCase([application, grant]);
    const sent = { recordedIn: 1, sentOn: date('2025-02-05'), expectedBy: null, reason: '' };
    expect(days('interim-reply', { ...state, handling: { ...state.handling, interimReplies: [sent] } })).toEqual([
      ['2025-02-06', '2025-02-05'],
    ]);
  });
});

describe('the start (STL § 31)', () => {
  test('is due six months after receipt, and settled by the start', () => {
    const grant = granted({ decidedOn: '2025-02-03', from: '2025-03-10', to: '2026-03-09' });
    expect(days('start', [applied({ receivedOn: '2025-01-06' }), grant])).toEqual([['2025-07-06', null]]);
    expect(days('start', [applied({ receivedOn: '2025-08-31' }), grant, started('2025-09-08')])).toEqual([['2026-02-28', '2025-09-08']]);
    expect(told('start', [applied({ receivedOn: '2009-01-06' })])[0]).toMatchObject({ provision: 'STL 1991 § 5A-3', breach: true });
  });

  test.each([
    ['2019-11-06', '2020-05-06', 'out before Covid-19 let it be postponed, from 8 May'],
    ['2019-11-07', '2020-11-07', 'and the day after, by the law of that day, six months more'],
    ['2020-02-29', '2021-08-29', 'its first deadline fell in 2020: six and six more, as known from January 2021'],
    ['2020-08-03', '2021-08-03', 'its first deadline fell in 2021: six more'],
    ['2021-08-02', '2022-03-31', 'from April 2022 six months are six months again'],
    ['2021-11-01', '2022-05-01', 'and for those who applied late in 2021 they always were'],
  ])('received on %s it is due on %s: %s', (receivedOn, due) => {
    expect(days('start', [applied({ receivedOn: receivedOn as '2020-01-01' })])).toEqual([[due, null]]);
  });
});

test('a claim that was given up has no deadlines', () => {
  const abandoned = { ...foldCase([applied()]), abandoned: true };
  expect(days('interim-reply', abandoned)).toEqual([]);
});
