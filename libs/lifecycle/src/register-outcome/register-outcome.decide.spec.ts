import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { deductionDecided } from '../deduct/deduct.events.ts';
import type { DomainEvent } from '../kernel/event.ts';
import {
  appeal,
  extend,
  forwardedInJune,
  given,
  grant,
  interrupted,
  lived,
  notified,
  onLeave,
  reconsider,
  registerOutcome,
  reject,
  resumed,
  runningFromFebruary,
  start,
  stateAfter,
  turnedDown,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

const statuses = (history: readonly DomainEvent[]) => stateAfter(history).appeals.map(({ status }) => status);
const phaseOn = (history: readonly DomainEvent[], day: string) => statusAt(stateAfter(history), date(day)).phase;

describe('a rejection (§ 11.19)', () => {
  const sent = forwardedInJune(turnedDown);

  test('changed: the application is open with its date, is granted by order, and cannot be rejected again', () => {
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-07-01', outcome: 'changed' }));
    expect([phaseOn(changed, '2025-07-01'), statuses(changed)]).toEqual(['applied', ['decided']]);
    given(...changed)
      .when(reject({ decidedOn: '2025-07-02', ground: 'conditionsNotMet' }))
      .thenRefused('appeal-outcome-binds');
    // The application keeps its date: six months from 6 January 2025 are 6 July.
    given(...changed)
      .when(grant({ decidedOn: '2025-07-02', from: '2025-07-06', to: '2026-07-05' }))
      .then({ type: 'ProgrammeGranted', data: { appeal: 1, startBy: '2025-07-06' } }, { type: 'StipendAwarded' });
    given(...changed)
      .when(grant({ decidedOn: '2025-07-02', from: '2025-07-07', to: '2026-07-05' }))
      .thenRefused('starts-too-late');
    // A start after that is accepted and recorded as a breach (§ 11.7).
    const granting = lived(changed, grant({ decidedOn: '2025-07-02', from: '2025-07-06', to: '2026-07-05' }));
    given(...granting)
      .when(start({ startedOn: '2025-07-14' }))
      .then({ type: 'ProgrammeStarted', data: { late: true, startBy: '2025-07-06' } });
  });

  test('set aside and returned: decided again, either way, with new deadlines from the day that it came back', () => {
    const outcome = registerOutcome({ decidedOn: '2025-07-01', receivedOn: '2025-07-03', outcome: 'setAside' });
    const returned = lived(sent, [outcome, { today: '2025-07-03' }]);
    expect(returned.slice(-2)).toMatchObject([
      {
        type: 'AppealDecided',
        data: { outcome: 'setAside', effects: [{ decision: 1, undone: true, order: ['grant', 'reject'], binding: false }] },
      },
      { type: 'CaseReturned', data: { returnedOn: '2025-07-03' } },
    ]);
    expect([phaseOn(returned, '2025-07-03'), statuses(returned)]).toEqual(['applied', ['returned']]);
    given(...returned)
      .when(grant({ decidedOn: '2025-07-14', from: '2026-01-03', to: '2027-01-02' }))
      .then({ type: 'ProgrammeGranted', data: { startBy: '2026-01-03' } }, { type: 'StipendAwarded' });
    given(...returned)
      .when(grant({ decidedOn: '2025-07-14', from: '2026-01-04', to: '2027-01-02' }))
      .thenRefused('starts-too-late');
    const again = lived(returned, reject({ decidedOn: '2025-07-14', ground: 'conditionsNotMet' }));
    expect(stateAfter(again).appeals[0]?.orders[0]).toMatchObject({ binding: false, carriedOutIn: 9 });
  });

  test.each([
    ['confirmed', 'decided'],
    ['dismissed', 'dismissed'],
    ['withdrawn', 'withdrawn'],
    ['discontinued', 'decided'],
  ] as const)('%s: nothing comes of it', (outcome, status) => {
    const done = lived(sent, registerOutcome({ decidedOn: '2025-07-01', outcome }));
    expect([phaseOn(done, '2025-07-01'), statuses(done), stateAfter(done).appeals[0]?.orders]).toEqual(['rejected', [status], []]);
  });
});

describe('deduction, leave and interruption (§ 11.19): a correction of that fact', () => {
  test('a deduction is gone', () => {
    const decision = {
      ...deductionDecided.example,
      data: { ...deductionDecided.example.data, decidedOn: '2025-04-07', date: '2025-03-10' },
    } as DomainEvent;
    const sent = forwardedInJune([...runningFromFebruary, decision, notified(3, '2025-05-14')]);
    expect(stateAfter(sent).absences.deductions).toHaveLength(1);
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).absences.deductions).toEqual([]);
    expect(stateAfter(changed).appeals[0]?.orders).toEqual([]);
  });

  test('an interruption is undone, all of it or from the day that the outcome says', () => {
    const away = [
      ...runningFromFebruary,
      interrupted({ decidedOn: '2025-03-03', from: '2025-03-10' }),
      resumed('2025-05-12'),
      notified(3, '2025-05-14'),
    ];
    const whole = lived(forwardedInJune(away), registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(['2025-03-10', '2025-05-11'].map((day) => phaseOn(whole, day))).toEqual(['running', 'running']);
    const part = lived(
      forwardedInJune(away),
      registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-04-07' }),
    );
    expect(['2025-04-06', '2025-04-07'].map((day) => phaseOn(part, day))).toEqual(['interrupted', 'running']);
    for (const effectiveFrom of ['2025-03-09', '2025-05-12'] as const)
      given(...forwardedInJune(away))
        .when(registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom }))
        .thenRefused('effect-outside-pause');
  });

  test('leave is undone too', () => {
    const away = [
      ...runningFromFebruary,
      onLeave({ decidedOn: '2025-03-03', from: '2025-03-10' }),
      resumed('2025-03-24'),
      notified(3, '2025-05-14'),
    ];
    const changed = lived(forwardedInJune(away), registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).pauses).toEqual([]);
  });
});

describe('what others have been built on is decided anew', () => {
  test('a grant, when the programme has started: any decision carries it out', () => {
    const sent = forwardedInJune([...runningFromFebruary, notified(1, '2025-05-14', { kind: 'grant' })]);
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).appeals[0]?.orders).toMatchObject([{ kind: 'grant', by: [], binding: true, carriedOutIn: null }]);
    expect(stateAfter(changed).grant).not.toBeNull();
    const done = lived(changed, extend({ decidedOn: '2026-01-12', to: '2026-08-02' }));
    expect(stateAfter(done).appeals[0]?.orders[0]?.carriedOutIn).toBe(stateAfter(done).revision);
  });
});

describe('to the detriment of the party (FVL § 34)', () => {
  const sent = forwardedInJune(turnedDown, '2025-02-10');
  const worse = { decidedOn: '2025-09-01', outcome: 'changed', toDetriment: true } as const;

  test('only with notice within three months of the day the office received the appeal, that day inside', () => {
    given(...sent)
      .when(registerOutcome({ ...worse, detrimentNoticeOn: '2025-05-10' }))
      .then({ type: 'AppealDecided', data: { toDetriment: true } });
    given(...sent)
      .when(registerOutcome({ ...worse, detrimentNoticeOn: '2025-05-11' }))
      .thenRefused('detriment-notice-required');
    given(...sent)
      .when(registerOutcome(worse))
      .thenRefused('detriment-notice-required');
    given(...sent)
      .when(registerOutcome({ ...worse, outcome: 'confirmed', detrimentNoticeOn: '2025-05-10' }))
      .thenRefused('outcome-without-detriment');
  });

  test('what the party has is not undone of itself', () => {
    const done = lived(sent, registerOutcome({ ...worse, detrimentNoticeOn: '2025-05-10' }));
    expect(stateAfter(done).appeals[0]?.orders).toMatchObject([{ by: [], binding: true }]);
    expect(phaseOn(done, '2025-09-01')).toBe('rejected');
  });
});

describe('registerOutcome, asked badly', () => {
  const sent = forwardedInJune(turnedDown);

  test('before it was forwarded, twice, of none', () => {
    given(...turnedDown)
      .when(registerOutcome({ decidedOn: '2025-07-01', outcome: 'confirmed' }))
      .thenRefused('no-appeal');
    const upheld = lived(turnedDown, appeal({ receivedOn: '2025-02-10' }), reconsider({ decidedOn: '2025-02-17', outcome: 'upheld' }));
    given(...upheld)
      .when(registerOutcome({ decidedOn: '2025-07-01', outcome: 'confirmed' }))
      .thenRefused('appeal-not-forwarded');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-06-29', outcome: 'confirmed' }))
      .thenRefused('outcome-before-forwarding');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-06-30', outcome: 'confirmed' }))
      .then({ type: 'AppealDecided' });
    const decided = lived(sent, registerOutcome({ decidedOn: '2025-07-01', outcome: 'confirmed' }));
    given(...decided)
      .when(registerOutcome({ decidedOn: '2025-07-01', outcome: 'changed' }))
      .thenRefused('appeal-already-decided');
    given(...decided)
      .when(appeal({ receivedOn: '2025-07-07' }))
      .thenRefused('decided-finally');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-07-01', outcome: 'changed', appeal: 7 }))
      .thenRefused('appeal-not-found');
  });

  test('from tomorrow, told before it was decided, of a decision that is not appealed', () => {
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-07-02', outcome: 'confirmed' }), { today: '2025-07-01' })
      .thenRefused('date-in-future');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-07-02', receivedOn: '2025-07-01', outcome: 'confirmed' }))
      .thenRefused('told-before-outcome');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-07-01', outcome: 'changed', decisions: [0] }))
      .thenRefused('decision-not-appealed');
  });
});
