import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Notification } from '../kernel/state/decisions.ts';
import { selfCertificateLossKept } from '../review-self-certificate/review-self-certificate.events.ts';
import { selfCertificateRevoked } from '../revoke-self-certificate/revoke-self-certificate.events.ts';
import { type Asked, applied, awarded, extended, given, granted, interrupted, onLeave, rejected, resumed } from '../testing/index.ts';
import { contextOn, grant as grantAgain, reverse, started, terminate, terminated } from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';
import { REVERSAL_GROUNDS } from './grounds.ts';

const application = applied({ receivedOn: '2025-01-06' });
const grant = granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' });
/** 0 application, 1 grant, 2 start; what a test is about is 3. */
const running = [application, grant, started('2025-02-03')];
const decidedOn = '2025-06-02';

const after = (life: readonly DomainEvent[], asked: Asked): CaseState => {
  const { events, refusals } = given(...life).when(asked).decision;
  expect(refusals ?? []).toEqual([]);
  return foldCase([...life, ...(events ?? [])]);
};
const phaseAfter = (life: readonly DomainEvent[], asked: Asked, day: string) => statusAt(after(life, asked), date(day)).phase;

const notice: Notification = {
  recordedIn: 4,
  channel: 'paper',
  sentOn: null,
  alertedOn: null,
  secondAlertOn: null,
  openedOn: null,
  arrivedOn: null,
};
/** The last decision of a state, with a notice of it that reached the party on a day. */
const notifiedOn = (state: CaseState, day: string): CaseState => ({
  ...state,
  decisions: [...state.decisions.slice(0, -1), { ...state.decisions.at(-1)!, notifications: [{ ...notice, arrivedOn: date(day) }] }],
});

describe('reverse', () => {
  test('a rejection: the application is open again with its dates, and can be granted', () => {
    const life = [application, rejected('2025-01-20')];
    const asked = reverse({ decidedOn: '2025-02-03', decision: 1, ground: 'notToDetriment' });
    given(...life)
      .when(asked)
      .then({ type: 'DecisionReversed', data: { decision: 1, kind: 'rejection', ground: 'notToDetriment', effectiveFrom: '2025-01-20' } });
    expect(phaseAfter(life, asked, '2025-02-03')).toBe('applied');
    const open = [...life, ...(given(...life).when(asked).decision.events ?? [])];
    given(...open)
      .when(grantAgain({ decidedOn: '2025-02-10', from: '2025-07-06', to: '2026-07-05' }))
      .then({ type: 'ProgrammeGranted', data: { startBy: '2025-07-06' } }, { type: 'StipendAwarded' });
    given(...open)
      .when(grantAgain({ decidedOn: '2025-02-10', from: '2025-07-07', to: '2026-07-05' }))
      .thenRefused('starts-too-late');
  });

  test('a grant: only before the start', () => {
    const life = [application, grant, awarded({ from: '2025-02-03' })];
    const asked = reverse({ decidedOn: '2025-01-21', decision: 1, ground: 'notNotified' });
    const state = after(life, asked);
    expect([state.grant, state.decisionPeriods]).toEqual([null, []]);
    expect(statusAt(state, date('2025-01-21')).phase).toBe('applied');
    given(...running)
      .when(reverse({ decidedOn, decision: 1, ground: 'invalid' }))
      .thenRefused('programme-started-on-grant');
  });

  test('an extension: its period is gone, and a later one goes first', () => {
    const first = extended({ decidedOn: '2025-05-05', from: '2026-02-03', to: '2026-06-30' });
    const second = extended({ decidedOn: '2025-05-12', from: '2026-07-01', to: '2026-12-31' });
    const asked = reverse({ decidedOn, decision: 3, ground: 'notNotified' });
    expect(String(statusAt(after([...running, first], asked), date(decidedOn)).decidedUntil)).toBe('2026-02-02');
    given(...running, first, second)
      .when(asked)
      .thenRefused('later-period-rests-on-it');
    given(...running, first, second)
      .when(reverse({ decidedOn, decision: 4, ground: 'notNotified' }))
      .then({ type: 'DecisionReversed', data: { kind: 'extension', effectiveFrom: '2026-07-01' } });
  });

  test('a breach is not undone with the extension that came after it', () => {
    const late = extended({ decidedOn: '2026-02-16', from: '2026-02-03', to: '2026-06-30', afterLapse: true });
    const state = after([...running, late], reverse({ decidedOn: '2026-02-17', decision: 3, ground: 'notNotified' }));
    expect(statusAt(state, date('2026-02-17'))).toMatchObject({ decisionMissing: true, hasLapsed: true });
    expect(state.lapses).toHaveLength(1);
  });

  /*
   * interruption  |...........................   from 10 March, nobody is back
   * undone                 |..................   from 7 April
   */
  test('an interruption: all of it, or from a day on', () => {
    const life = [...running, interrupted({ from: '2025-03-10' })];
    const whole = after(life, reverse({ decidedOn, decision: 3, ground: 'invalid' }));
    // 3 February to 31 March 2025 are 26 + 31 days.
    expect([whole.pauses, statusAt(whole, date('2025-03-31')).countedDays]).toEqual([[], 57]);
    const rest = after(life, reverse({ decidedOn, decision: 3, ground: 'invalid', effectiveFrom: '2025-04-07' }));
    expect(['2025-04-06', '2025-04-07'].map((day) => statusAt(rest, date(day)).phase)).toEqual(['interrupted', 'running']);
    given(...life)
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid', effectiveFrom: '2025-03-09' }))
      .thenRefused('effect-outside-pause');
    given(...life, resumed('2025-05-12'))
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid', effectiveFrom: '2025-05-12' }))
      .thenRefused('effect-outside-pause');
    given(...life, resumed('2025-05-12'))
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid', effectiveFrom: '2025-05-11' }))
      .then({ type: 'DecisionReversed', data: { effectiveFrom: '2025-05-11' } });
  });

  test('a termination: the programme goes on, the days between count, and it may be terminated again', () => {
    const life = [...running, terminated({ decidedOn: '2025-04-28', lastDay: '2025-04-30' })];
    const asked = reverse({ decidedOn, decision: 3, ground: 'notToDetriment' });
    given(...life)
      .when(asked)
      .then({ type: 'DecisionReversed', data: { kind: 'termination', effectiveFrom: '2025-05-01' } });
    const state = after(life, asked);
    // 3 February to 2 June 2025: 26 + 31 + 30 + 31 + 2 days.
    expect(statusAt(state, date(decidedOn))).toMatchObject({ phase: 'running', countedDays: 120 });
    given(...life, ...(given(...life).when(asked).decision.events ?? []))
      .when(terminate({ decidedOn, lastDay: decidedOn, reason: 'agreed' }))
      .then({ type: 'ProgrammeTerminated' }, { type: 'CertificateIssued' });
  });

  test('each way of deciding the same kind is undone in its own way: a loss, and that it was kept', () => {
    const kept = { ...selfCertificateLossKept.example, data: { ...selfCertificateLossKept.example.data, loss: 3 } };
    const life = [...running, selfCertificateRevoked.example, kept];
    const losses = (decision: number) =>
      after(life, reverse({ decidedOn: '2026-02-23', decision, ground: 'invalid' })).absences.selfCertificateLosses;
    expect(losses(3)).toEqual([]);
    expect(losses(4)).toMatchObject([{ recordedIn: 3, restoredOn: date('2026-02-16') }]);
  });

  test('the decision stays, and says what undid it', () => {
    const life = [...running, terminated({ decidedOn: '2025-04-28', lastDay: '2025-04-30' })];
    const { decisions } = after(life, reverse({ decidedOn, decision: 3, ground: 'notToDetriment' }));
    expect(decisions.map(({ revision, kind, undoneBy }) => [revision, kind, undoneBy])).toEqual([
      [1, 'grant', null],
      [3, 'termination', 4],
      [4, 'reversal', null],
    ]);
  });
});

describe('the grounds of FVL § 35', () => {
  const leave = [...running, onLeave({ from: '2025-05-05' })];
  const interruption = [...running, interrupted({ from: '2025-05-05' })];

  test.each(REVERSAL_GROUNDS)('what is against the party may be reversed because %s', (ground) => {
    given(...interruption)
      .when(reverse({ decidedOn, decision: 3, ground }))
      .then({ type: 'DecisionReversed', data: { ground } });
  });

  test('what was given is not taken back as if that were no detriment, unless the party wants it so', () => {
    given(...leave)
      .when(reverse({ decidedOn, decision: 3, ground: 'notToDetriment' }))
      .thenRefused('reversal-to-detriment');
    given(...leave)
      .when(reverse({ decidedOn, decision: 3, ground: 'notToDetriment', agreed: true, noticeGiven: false }))
      .then({ type: 'DecisionReversed', data: { agreed: true, noticeGiven: false } });
    given(...leave)
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid' }))
      .then({ type: 'DecisionReversed' });
  });

  test('once notice has reached the party it is too late to say that it had not', () => {
    const { definition, body } = reverse({ decidedOn, decision: 3, ground: 'notNotified' });
    const context = contextOn(decidedOn);
    const decide = (day: string) => definition.decide(notifiedOn(foldCase(leave), day), body, context);
    expect(decide('2025-06-03').events).toHaveLength(1);
    expect(decide('2025-06-02').refusals).toMatchObject([{ code: 'decision-already-notified' }]);
  });

  test('reasons always; notice beforehand when it is to the detriment (FVL §§ 16 and 25)', () => {
    const bare = { decidedOn, decision: 3, ground: 'invalid', justification: ' ', noticeGiven: false } as const;
    given(...leave)
      .when(reverse(bare))
      .thenRefused('justification-required', 'notice-required');
    given(...interruption)
      .when(reverse(bare))
      .thenRefused('justification-required');
    given(...leave)
      .when(reverse({ ...bare, justification: 'Feil lovanvendelse.', noticeException: 'Deltakeren er alt kjent med saken.' }))
      .then({ type: 'DecisionReversed', personal: { noticeException: 'Deltakeren er alt kjent med saken.' } });
  });
});

describe('reverse, asked badly', () => {
  const ended = [...running, terminated({ decidedOn: '2025-04-28', lastDay: '2025-04-30' })];

  test('it is a decision of the case that stands', () => {
    for (const decision of [0, 2, 9])
      given(...ended)
        .when(reverse({ decidedOn, decision, ground: 'invalid' }))
        .thenRefused('decision-not-reversible');
    const reversed = [...ended, ...(given(...ended).when(reverse({ decidedOn, decision: 3, ground: 'invalid' })).decision.events ?? [])];
    given(...reversed)
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid' }))
      .thenRefused('decision-already-undone');
    given(...reversed)
      .when(reverse({ decidedOn, decision: 4, ground: 'invalid' }))
      .thenRefused('decision-not-reversible');
    given(application)
      .when(reverse({ decidedOn, decision: 0, ground: 'invalid' }))
      .thenRefused('nothing-to-reverse');
  });

  test('not before the decision, not tomorrow, and later only with a reason', () => {
    given(...ended)
      .when(reverse({ decidedOn: '2025-04-28', decision: 3, ground: 'invalid' }))
      .then({ type: 'DecisionReversed' });
    given(...ended)
      .when(reverse({ decidedOn: '2025-04-27', decision: 3, ground: 'invalid' }))
      .thenRefused('reversed-before-decided');
    given(...ended)
      .when(reverse({ decidedOn: '2025-06-03', decision: 3, ground: 'invalid' }), { today: decidedOn })
      .thenRefused('decided-in-future');
    given(...ended)
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid', backdatingReason: '' }), { today: '2025-06-03' })
      .thenRefused('backdating-reason-required');
  });

  test('only a pause can be undone in part', () => {
    given(...ended)
      .when(reverse({ decidedOn, decision: 3, ground: 'invalid', effectiveFrom: '2025-05-12' }))
      .thenRefused('effect-not-chosen');
  });
});
