import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { DomainEvent } from '../kernel/event.ts';
import {
  appeal,
  applied,
  endedInMay,
  extend,
  extended,
  forwardAppeal,
  forwardedInJune,
  given,
  granted,
  lived,
  notified,
  reconsider,
  registerOutcome,
  reinstate,
  runningFromFebruary,
  started,
  stateAfter,
  terminate,
  terminated,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

const phaseOn = (history: readonly DomainEvent[], day: string) => statusAt(stateAfter(history), date(day)).phase;

/*
 * programme  |=====|........outside........|=====   ended 16 May, on again from 16 June
 */
describe('the end of a programme (§ 11.19)', () => {
  const sent = forwardedInJune(endedInMay);

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
    given(...endedInMay)
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
    ...runningFromFebruary,
    terminated({ decidedOn: '2025-05-12', lastDay: '2026-02-02', reason: 'agreed' }),
    notified(3, '2025-05-14'),
  ];
  const changed = lived(forwardedInJune(atTheEnd), registerOutcome({ decidedOn: '2026-03-02', outcome: 'changed' }));

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
      ...[
        applied({ receivedOn: '2025-01-06' }),
        granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }),
        started('2025-02-03'),
      ],
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
