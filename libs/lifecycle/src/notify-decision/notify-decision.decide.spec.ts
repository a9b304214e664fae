import { describe, expect, test } from '@jest/globals';
import { applied, given, granted, notifyDecision, rejected, terminated } from '../testing/index.ts';
import { decisionNotified } from './notify-decision.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const decided = given(application, rejected('2025-01-20')); // revision 1

const notice = (data: object) => ({ type: 'DecisionNotified', data });

describe('on paper', () => {
  test('three working days after posting, when nothing else is proven (§ 11.15)', () => {
    // Posted Friday 24 January: Monday, Tuesday, Wednesday.
    decided
      .when(notifyDecision({ channel: 'paper', sentOn: '2025-01-24' }))
      .then(notice({ decision: 1, kind: 'rejection', sentOn: '2025-01-24', arrivedOn: '2025-01-29', rule: 'posted' }));
  });

  test('holidays are no working days', () => {
    // Posted Wednesday 16 April 2025; Maundy Thursday to Easter Monday are free: Tuesday, Wednesday, Thursday.
    decided.when(notifyDecision({ channel: 'paper', sentOn: '2025-04-16' })).then(notice({ arrivedOn: '2025-04-24' }));
  });

  test('as many days as the municipality has settled', () => {
    decided
      .when(notifyDecision({ channel: 'paper', sentOn: '2025-01-24' }), { policy: { paperNoticeDays: 5 } })
      .then(notice({ arrivedOn: '2025-01-31' }));
  });

  test('on the day that is proven', () => {
    decided
      .when(notifyDecision({ channel: 'paper', sentOn: '2025-01-24', arrivedOn: '2025-02-05' }))
      .then(notice({ arrivedOn: '2025-02-05', rule: 'proven' }));
    const { decision } = decided.when(notifyDecision({ channel: 'paper', arrivedOn: '2025-02-05' }));
    expect(decision.events?.[0]?.data).not.toHaveProperty('sentOn');
  });
});

describe('electronically', () => {
  test('on the day it was opened, up to three weeks after the first alert, that day inside', () => {
    // Alerted Monday 20 January: three weeks are Monday 10 February.
    const alert = { channel: 'electronic', alertedOn: '2025-01-20' } as const;
    decided.when(notifyDecision({ ...alert, openedOn: '2025-02-10' })).then(notice({ arrivedOn: '2025-02-10', rule: 'opened' }));
    decided.when(notifyDecision({ ...alert, openedOn: '2025-02-11' })).then(notice({ arrivedOn: '2025-01-20', rule: 'alert' }));
  });

  test('unopened: not settled until the three weeks are out, then the day of the alert', () => {
    const alert = notifyDecision({ channel: 'electronic', alertedOn: '2025-01-20' });
    const waiting = decided.when(alert, { today: '2025-02-10' });
    waiting.then(notice({ rule: 'mayBeOpened' }));
    expect(waiting.decision.events?.[0]?.data).not.toHaveProperty('arrivedOn');
    decided.when(alert, { today: '2025-02-11' }).then(notice({ arrivedOn: '2025-01-20', rule: 'alert' }));
  });

  test('made available and alerted on one day when nothing else is said', () => {
    decided
      .when(notifyDecision({ channel: 'electronic', sentOn: '2025-01-20', openedOn: '2025-01-22' }))
      .then(notice({ sentOn: '2025-01-20', alertedOn: '2025-01-20', openedOn: '2025-01-22', arrivedOn: '2025-01-22' }));
  });

  test('told first as alerted, then as alerted again, then as opened: the last word counts', () => {
    const { decision, kind, decidedOn } = { decision: 1, kind: 'rejection', decidedOn: '2025-01-20' } as const;
    const alerted = {
      ...decisionNotified.example,
      data: { decision, kind, decidedOn, channel: 'electronic', sentOn: decidedOn, alertedOn: decidedOn, rule: 'mayBeOpened' },
    } as const;
    const told = given(application, rejected('2025-01-20'), alerted);
    told
      .when(notifyDecision({ channel: 'electronic', secondAlertOn: '2025-01-27' }))
      .then(notice({ alertedOn: '2025-01-20', secondAlertOn: '2025-01-27', rule: 'mayBeOpened' }));
    const opened = told.when(notifyDecision({ channel: 'electronic', openedOn: '2025-01-29' }));
    opened.then(notice({ sentOn: '2025-01-20', alertedOn: '2025-01-20', openedOn: '2025-01-29', arrivedOn: '2025-01-29' }));
    const { state } = given(application, rejected('2025-01-20'), alerted, ...(opened.decision.events ?? []));
    expect(state.decisions[0]?.notifications.map(({ arrivedOn }) => arrivedOn?.toString() ?? null)).toEqual([null, '2025-01-29']);
  });

  test('a day of arrival beside alert and opening is the one that they settle, or none', () => {
    const body = { channel: 'electronic', alertedOn: '2025-01-20', openedOn: '2025-01-22' } as const;
    decided.when(notifyDecision({ ...body, arrivedOn: '2025-01-22' })).then(notice({ arrivedOn: '2025-01-22', rule: 'opened' }));
    decided.when(notifyDecision({ ...body, arrivedOn: '2025-01-23' }), { today: '2025-01-23' }).thenRefused('arrival-settled-by-opening');
    decided
      .when(notifyDecision({ channel: 'electronic', arrivedOn: '2025-01-23' }))
      .then(notice({ arrivedOn: '2025-01-23', rule: 'proven' }));
  });
});

test('told to their face, it has arrived', () => {
  decided
    .when(notifyDecision({ channel: 'oral' }), { today: '2025-01-21' })
    .then(notice({ sentOn: '2025-01-21', arrivedOn: '2025-01-21', rule: 'told' }));
});

describe('which decision', () => {
  const two = [
    application,
    granted({ decidedOn: '2025-01-20', from: '2025-01-27', to: '2026-01-26' }),
    terminated({ lastDay: '2025-05-30' }),
  ];

  test('the last one, or the one that is named by its revision', () => {
    given(...two)
      .when(notifyDecision({ channel: 'oral', sentOn: '2025-06-02' }))
      .then(notice({ decision: 2, kind: 'termination' }));
    given(...two)
      .when(notifyDecision({ decision: 1, channel: 'oral', sentOn: '2025-06-02' }))
      .then(notice({ decision: 1, kind: 'grant' }));
    given(...two)
      .when(notifyDecision({ decision: 0, channel: 'oral', sentOn: '2025-06-02' }))
      .thenRefused('decision-not-found');
  });

  test('there must be one', () => {
    given(application)
      .when(notifyDecision({ channel: 'oral' }))
      .thenRefused('nothing-decided');
    given()
      .when(notifyDecision({ channel: 'oral' }))
      .thenRefused('case-not-found');
  });
});

describe('times that contradict each other', () => {
  test.each([
    ['opened before the alert', { channel: 'electronic', alertedOn: '2025-01-22', openedOn: '2025-01-21' }, 'times-out-of-order'],
    ['alerted before it was there', { channel: 'electronic', sentOn: '2025-01-22', alertedOn: '2025-01-21' }, 'times-out-of-order'],
    [
      'a second alert before the first',
      { channel: 'electronic', alertedOn: '2025-01-28', secondAlertOn: '2025-01-27' },
      'times-out-of-order',
    ],
    ['arrived before it was posted', { channel: 'paper', sentOn: '2025-01-24', arrivedOn: '2025-01-23' }, 'times-out-of-order'],
    ['before the decision', { channel: 'paper', sentOn: '2025-01-19' }, 'told-before-decided'],
    ['from tomorrow', { channel: 'paper', sentOn: '2025-03-01', arrivedOn: '2025-03-04' }, 'date-in-future'],
    ['a letter that was opened', { channel: 'paper', sentOn: '2025-01-24', openedOn: '2025-01-27' }, 'not-electronic'],
  ] as const)('%s', (_what, body, code) => {
    decided.when(notifyDecision(body), { today: '2025-03-03' }).thenRefused(code);
  });

  test('on the day of the decision is in time', () => {
    decided.when(notifyDecision({ channel: 'paper', sentOn: '2025-01-20' })).then(notice({ arrivedOn: '2025-01-23' }));
  });
});

test('the same again is nothing new', () => {
  const told = given(application, granted({ decidedOn: '2025-01-20', from: '2025-01-27', to: '2026-01-26' }), decisionNotified.example);
  told.when(notifyDecision({ channel: 'electronic', openedOn: '2025-01-22' })).then();
  told.when(notifyDecision({ channel: 'electronic', sentOn: '2025-01-20', openedOn: '2025-01-22' })).then();
  told.when(notifyDecision({ channel: 'paper', sentOn: '2025-01-27' })).then(notice({ channel: 'paper' }));
});

test('the trail says when it arrived, and why then', () => {
  const { data } = decisionNotified.example;
  const said = (facts: Partial<typeof data>) => decisionNotified.audit({ ...decisionNotified.example, data: { ...data, ...facts } });
  expect(said({})).toBe(
    'Underretning om vedtaket om innvilgelse av 20. januar 2025 ble gitt digitalt og kom fram 22. januar 2025, da den ble åpnet.',
  );
  expect(said({ rule: 'mayBeOpened' })).toBe(
    'Underretning om vedtaket om innvilgelse av 20. januar 2025 ble gitt digitalt, og er ikke åpnet ennå.',
  );
});
