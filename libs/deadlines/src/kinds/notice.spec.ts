import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type CaseState, type Notification, foldCase } from '@kvp/lifecycle';
import { applied, granted, interrupted, rejected, started, terminated } from '@kvp/lifecycle/testing';
import { days, told } from '../testing/told.ts';

const REJECTED = foldCase([applied({ receivedOn: '2026-03-02' }), rejected('2026-04-20')]);

type Facts = Partial<Record<'sentOn' | 'alertedOn' | 'secondAlertOn' | 'openedOn' | 'arrivedOn', string>> & Pick<Notification, 'channel'>;

const notification = ({ channel, ...facts }: Facts): Notification => {
  const on = (day: string | undefined) => (day === undefined ? null : date(day));
  const { sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn } = facts;
  return {
    ...{ recordedIn: 2, channel, sentOn: on(sentOn), alertedOn: on(alertedOn) },
    ...{ secondAlertOn: on(secondAlertOn), openedOn: on(openedOn), arrivedOn: on(arrivedOn) },
  };
};

/** The rejection of 20 April 2026, of which the party was notified so. */
const notified = (...notices: readonly Facts[]): CaseState => ({
  ...REJECTED,
  decisions: REJECTED.decisions.map((decision) => ({ ...decision, notifications: notices.map(notification) })),
});

describe('the time to appeal (FVL § 29; DL §§ 148–149)', () => {
  test('does not run before the party has notice', () => {
    expect(told('appeal', REJECTED)).toEqual([]);
  });

  test('is three weeks from the day the notice arrived, moved from a holiday to the next working day', () => {
    // Ascension Day 2026 is 14 May.
    expect(told('appeal', notified({ channel: 'paper', sentOn: '2026-04-20', arrivedOn: '2026-04-23' }))).toMatchObject([
      { due: '2026-05-15', settledOn: '2026-05-16', provision: 'FVL § 29', settledBy: 'appeal', about: 1, breach: false },
    ]);
  });

  test('runs from the alert of a notice that nobody has opened yet, and from the opening when that comes in time', () => {
    expect(days('appeal', notified({ channel: 'electronic', alertedOn: '2026-06-01' }))).toEqual([['2026-06-22', '2026-06-23']]);
    expect(
      days(
        'appeal',
        notified(
          { channel: 'electronic', alertedOn: '2026-06-01' },
          { channel: 'electronic', alertedOn: '2026-06-01', openedOn: '2026-06-05', arrivedOn: '2026-06-05' },
        ),
      ),
    ).toEqual([['2026-06-26', '2026-06-27']]);
  });
});

describe('a notice that nobody has opened (EFVF § 8; decided point 15)', () => {
  test('is alerted again within a week, and three weeks from the alert an opening no longer decides', () => {
    expect(told('notice-unopened', notified({ channel: 'electronic', alertedOn: '2026-06-01' }))).toMatchObject([
      { due: '2026-06-08', settledOn: null, breach: true, settledBy: 'notifyDecision', about: 1, provision: 'EFVF § 8' },
      { due: '2026-06-22', settledOn: null, breach: false },
    ]);
  });

  test('a second alert settles the first of them, the opening both', () => {
    expect(days('notice-unopened', notified({ channel: 'electronic', alertedOn: '2026-06-01', secondAlertOn: '2026-06-08' }))).toEqual([
      ['2026-06-08', '2026-06-08'],
      ['2026-06-22', null],
    ]);
    expect(days('notice-unopened', notified({ channel: 'electronic', alertedOn: '2026-06-01', openedOn: '2026-06-03' }))).toEqual([
      ['2026-06-08', '2026-06-03'],
      ['2026-06-22', '2026-06-03'],
    ]);
  });

  test('a letter in its place settles both', () => {
    const letter = { channel: 'paper', sentOn: '2026-06-23', arrivedOn: '2026-06-26' } as const;
    expect(days('notice-unopened', notified({ channel: 'electronic', alertedOn: '2026-06-01' }, letter))).toEqual([
      ['2026-06-08', '2026-06-23'],
      ['2026-06-22', '2026-06-23'],
    ]);
  });

  test('a letter is never opened here', () => {
    expect(days('notice-unopened', notified({ channel: 'paper', sentOn: '2026-04-20', arrivedOn: '2026-04-23' }))).toEqual([]);
  });
});

test('the answer to an advance notice is awaited until it comes, or the decision does (FVL § 16)', () => {
  const life = [applied({ receivedOn: '2023-12-01' }), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
  const noticed = (state: CaseState, answeredOn: string | null = null): CaseState => {
    const facts = { recordedIn: 3, about: 'terminate', text: '', sentOn: date('2024-05-06'), answerBy: date('2024-05-20') };
    return {
      ...state,
      handling: { ...state.handling, notices: [{ ...facts, answeredOn: answeredOn === null ? null : date(answeredOn) }] },
    };
  };
  const running = { ...foldCase(life), revision: 3 };
  expect(told('statement', noticed(running))).toMatchObject([
    { due: '2024-05-20', settledOn: null, settledBy: 'recordStatement', about: 3 },
  ]);
  expect(days('statement', noticed(running, '2024-05-13'))).toEqual([['2024-05-20', '2024-05-13']]);
  const away = foldCase([interrupted({ from: '2024-05-13' })], running);
  expect(days('statement', noticed(away))).toEqual([['2024-05-20', null]]); // it warned of another decision
  const ended = foldCase([terminated({ decidedOn: '2024-05-27', lastDay: '2024-05-31' })], running);
  expect(days('statement', noticed(ended))).toEqual([['2024-05-20', '2024-05-27']]);
});
