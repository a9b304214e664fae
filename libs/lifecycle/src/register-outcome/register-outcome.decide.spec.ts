import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { deductionDecided } from '../deduct/deduct.events.ts';
import type { DomainEvent } from '../kernel/event.ts';
import {
  appeal,
  applied,
  extend,
  extended,
  forwardAppeal,
  given,
  grant,
  granted,
  interrupted,
  lived,
  notified,
  onLeave,
  reconsider,
  registerOutcome,
  reinstate,
  reject,
  rejected,
  resumed,
  start,
  started,
  stateAfter,
  terminate,
  terminated,
  withdrawAppeal,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

const application = applied({ receivedOn: '2025-01-06' });
const turnedDown = [application, rejected('2025-01-20'), notified(1, '2025-01-22')];
const running = [application, granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }), started('2025-02-03')];
/** Ended on Friday 16 May 2025. */
const ended = [...running, terminated({ decidedOn: '2025-05-12', lastDay: '2025-05-16' }), notified(3, '2025-05-14')];

/** Appealed on the last decision, upheld, and sent to statsforvalteren on 30 June 2025. */
const forwarded = (history: readonly DomainEvent[], receivedOn: `${number}-${number}-${number}` = '2025-06-02'): readonly DomainEvent[] =>
  lived(
    history,
    [appeal({ receivedOn }), { today: '2025-06-02' }],
    reconsider({ decidedOn: '2025-06-16', outcome: 'upheld', takenLate: 'specialReasons' }),
    forwardAppeal({ on: '2025-06-30' }),
  );

const statuses = (history: readonly DomainEvent[]) => stateAfter(history).appeals.map(({ status }) => status);
const phaseOn = (history: readonly DomainEvent[], day: string) => statusAt(stateAfter(history), date(day)).phase;

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

describe('a rejection (§ 11.19)', () => {
  const sent = forwarded(turnedDown);

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

/*
 * programme  |=====|........outside........|=====   ended 16 May, on again from 16 June
 */
describe('the end of a programme (§ 11.19)', () => {
  const sent = forwarded(ended);

  test('changed: it stands until the programme is reinstated, from the day after the last day', () => {
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(phaseOn(changed, '2025-09-01')).toBe('ended');
    given(...changed)
      .when(reinstate({ decidedOn: '2025-09-03' }))
      .then({ type: 'ProgrammeReinstated', data: { appeal: 1, decision: 3, lastDay: '2025-05-16', from: '2025-05-17' } });
    const again = lived(changed, reinstate({ decidedOn: '2025-09-03' }));
    // 3 February to 3 September 2025: 26 + 31 + 30 + 31 + 30 + 31 + 31 + 3.
    expect(statusAt(stateAfter(again), date('2025-09-03'))).toMatchObject({ phase: 'running', countedDays: 213 });
    expect(stateAfter(again).outside).toEqual([]);
    given(...again)
      .when(reinstate({ decidedOn: '2025-09-04' }))
      .thenRefused('nothing-to-reinstate');
  });

  test('changed from a day that the outcome says: the days between neither count nor move the maximum against the participant', () => {
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-06-16' }));
    const again = lived(changed, reinstate({ decidedOn: '2025-09-03' }));
    expect(['2025-05-16', '2025-05-17', '2025-06-15', '2025-06-16'].map((day) => phaseOn(again, day))).toEqual([
      'running',
      'ended',
      'ended',
      'running',
    ]);
    // 17 May to 15 June are 30 days: 213 less 30, and two years from 3 February 2025 end on 2 February 2027 and 30 days.
    const status = statusAt(stateAfter(again), date('2025-09-03'));
    expect([status.countedDays, String(status.maxEnd)]).toEqual([183, '2027-03-04']);
    given(...changed)
      .when(reinstate({ decidedOn: '2025-09-03', from: '2025-05-17' }))
      .thenRefused('outcome-sets-day');
    given(...changed)
      .when(reinstate({ decidedOn: '2025-09-03', from: '2025-06-16' }))
      .then({ type: 'ProgrammeReinstated' });
    given(...changed)
      .when(reinstate({ decidedOn: '2025-08-31' }))
      .thenRefused('reinstated-before-outcome');
    given(...sent)
      .when(registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-05-16' }))
      .thenRefused('effect-before-end');
  });

  test('a new decision period, when the last one is out by then and only then', () => {
    const changed = lived(sent, registerOutcome({ decidedOn: '2026-02-09', outcome: 'changed', effectiveFrom: '2026-02-03' }));
    given(...changed)
      .when(reinstate({ decidedOn: '2026-02-16' }))
      .thenRefused('decision-period-required');
    given(...changed)
      .when(reinstate({ decidedOn: '2026-02-16', to: '2027-02-02' }))
      .then({ type: 'ProgrammeReinstated', data: { to: '2027-02-02' } });
    given(...changed)
      .when(reinstate({ decidedOn: '2026-02-16', to: '2027-02-03' }))
      .thenRefused('period-too-long');
    const inTime = lived(sent, registerOutcome({ decidedOn: '2026-01-12', outcome: 'changed', effectiveFrom: '2026-02-02' }));
    given(...inTime)
      .when(reinstate({ decidedOn: '2026-01-19', to: '2026-12-31' }))
      .thenRefused('decision-period-stands');
  });

  test('set aside: the programme goes on as before it, and may be ended again', () => {
    const returned = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'setAside' }));
    expect([phaseOn(returned, '2025-05-17'), phaseOn(returned, '2025-09-01')]).toEqual(['running', 'running']);
    given(...returned)
      .when(terminate({ decidedOn: '2025-09-08', lastDay: '2025-09-12', reason: 'nonAttendance', issueCertificate: false }))
      .then({ type: 'ProgrammeTerminated' });
  });

  test('without an appeal that changed it, nothing is reinstated', () => {
    given(...ended)
      .when(reinstate({ decidedOn: '2025-09-03' }))
      .thenRefused('nothing-to-reinstate');
    const confirmed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'confirmed' }));
    given(...confirmed)
      .when(reinstate({ decidedOn: '2025-09-03' }))
      .thenRefused('nothing-to-reinstate');
  });
});

describe('an extension that was refused: the end on the last decided day (§ 11.19)', () => {
  const atTheEnd = [
    ...running,
    terminated({ decidedOn: '2025-05-12', lastDay: '2026-02-02', reason: 'agreed' }),
    notified(3, '2025-05-14'),
  ];
  const changed = lived(forwarded(atTheEnd), registerOutcome({ decidedOn: '2026-03-02', outcome: 'changed' }));

  test('changed: the programme is extended from the day after, and no day is without a decision', () => {
    given(...changed)
      .when(extend({ decidedOn: '2026-03-09', to: '2026-08-02' }))
      .then({ type: 'ProgrammeExtended', data: { from: '2026-02-03', appeal: 1, undoes: 3, afterLapse: false } });
    const again = lived(changed, extend({ decidedOn: '2026-03-09', to: '2026-08-02' }));
    expect(phaseOn(again, '2026-03-09')).toBe('running');
    expect(statusAt(stateAfter(again), date('2026-03-09'))).toMatchObject({ decisionMissing: false, hasLapsed: false });
    expect(stateAfter(again).appeals[0]?.orders[0]?.carriedOutIn).toBe(stateAfter(again).revision);
  });

  test('beyond the maximum by reference to the outcome, and never else (rulebook § 9.24)', () => {
    const threeYears = [
      ...[application, granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }), started('2025-02-03')],
      ...[extended({ decidedOn: '2026-01-12', from: '2026-02-03', to: '2027-02-02' })],
      ...[extended({ decidedOn: '2027-01-11', from: '2027-02-03', to: '2028-02-02', withSpecialReasons: true })],
      ...[terminated({ decidedOn: '2028-01-10', lastDay: '2028-02-02', reason: 'agreed' }), notified(5, '2028-01-12')],
    ];
    const ordered = lived(
      threeYears,
      appeal({ receivedOn: '2028-01-17' }),
      reconsider({ decidedOn: '2028-01-24', outcome: 'upheld' }),
      forwardAppeal({ on: '2028-01-24' }),
      registerOutcome({ decidedOn: '2028-03-01', outcome: 'changed' }),
    );
    const body = { decidedOn: '2028-03-06', to: '2028-07-31' } as const;
    given(...ordered)
      .when(extend(body))
      .thenRefused('beyond-absolute-maximum', 'special-reasons-required');
    given(...ordered)
      .when(extend({ ...body, orderReference: 'Statsforvalterens vedtak 2028/77, FVL § 34' }))
      .then({ type: 'ProgrammeExtended', data: { passesLimits: true, appeal: 1 } });
    const beyond = lived(ordered, extend({ ...body, orderReference: 'Statsforvalterens vedtak 2028/77, FVL § 34' }));
    expect(['2028-07-31', '2028-08-01'].map((day) => phaseOn(beyond, day))).toEqual(['running', 'ended']);
  });
});

describe('deduction, leave and interruption (§ 11.19): a correction of that fact', () => {
  test('a deduction is gone', () => {
    const decision = {
      ...deductionDecided.example,
      data: { ...deductionDecided.example.data, decidedOn: '2025-04-07', date: '2025-03-10' },
    } as DomainEvent;
    const sent = forwarded([...running, decision, notified(3, '2025-05-14')]);
    expect(stateAfter(sent).absences.deductions).toHaveLength(1);
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).absences.deductions).toEqual([]);
    expect(stateAfter(changed).appeals[0]?.orders).toEqual([]);
  });

  test('an interruption is undone, all of it or from the day that the outcome says', () => {
    const away = [
      ...running,
      interrupted({ decidedOn: '2025-03-03', from: '2025-03-10' }),
      resumed('2025-05-12'),
      notified(3, '2025-05-14'),
    ];
    const whole = lived(forwarded(away), registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(['2025-03-10', '2025-05-11'].map((day) => phaseOn(whole, day))).toEqual(['running', 'running']);
    const part = lived(forwarded(away), registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-04-07' }));
    expect(['2025-04-06', '2025-04-07'].map((day) => phaseOn(part, day))).toEqual(['interrupted', 'running']);
    for (const effectiveFrom of ['2025-03-09', '2025-05-12'] as const)
      given(...forwarded(away))
        .when(registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom }))
        .thenRefused('effect-outside-pause');
  });

  test('leave is undone too', () => {
    const away = [...running, onLeave({ decidedOn: '2025-03-03', from: '2025-03-10' }), resumed('2025-03-24'), notified(3, '2025-05-14')];
    const changed = lived(forwarded(away), registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).pauses).toEqual([]);
  });
});

describe('what others have been built on is decided anew', () => {
  test('a grant, when the programme has started: any decision carries it out', () => {
    const sent = forwarded([...running, notified(1, '2025-05-14', { kind: 'grant' })]);
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed' }));
    expect(stateAfter(changed).appeals[0]?.orders).toMatchObject([{ kind: 'grant', by: [], binding: true, carriedOutIn: null }]);
    expect(stateAfter(changed).grant).not.toBeNull();
    const done = lived(changed, extend({ decidedOn: '2026-01-12', to: '2026-08-02' }));
    expect(stateAfter(done).appeals[0]?.orders[0]?.carriedOutIn).toBe(stateAfter(done).revision);
  });
});

describe('to the detriment of the party (FVL § 34)', () => {
  const sent = forwarded(turnedDown, '2025-02-10');
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
  const sent = forwarded(turnedDown);

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
