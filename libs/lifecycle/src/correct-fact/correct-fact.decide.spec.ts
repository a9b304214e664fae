import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { childRecorded } from '../record-child/record-child.events.ts';
import { attendanceRegistered } from '../register-attendance/register-attendance.events.ts';
import {
  type Asked,
  applied,
  correctFact,
  extended,
  given,
  granted,
  interrupted,
  resumed,
  reverse,
  started,
  terminated,
  withdrawn,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

const today = '2025-06-02';
const reason = 'Datoen var skrevet av feil.';
const application = applied({ receivedOn: '2025-01-06' });
const grant = granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' });
/** 0 application, 1 grant, 2 start. */
const running = [application, grant, started('2025-02-03')];

const startedOn = (day: `${number}-${number}-${number}`, event = 2) =>
  correctFact({ event, reason, replacement: { start: { startedOn: day } } });
const appliedAs = (facts: object) => correctFact({ event: 0, reason, replacement: { apply: facts } });

/** The life with what a command added to it. */
const lived = (life: readonly DomainEvent[], asked: Asked): readonly DomainEvent[] => {
  const { events, refusals } = given(...life).when(asked, { today }).decision;
  expect(refusals ?? []).toEqual([]);
  return [...life, ...(events ?? [])];
};

describe('correctFact', () => {
  test('a wrong start is named, and the right one registered with all that follows from it', () => {
    given(...running)
      .when(startedOn('2025-02-10'), { today })
      .then(
        { type: 'FactCorrected', data: { corrects: 2, type: 'ProgrammeStarted', withdrawn: false, affects: [] }, personal: { reason } },
        { type: 'ProgrammeStarted', data: { startedOn: '2025-02-10', ordinaryDays: 730, absoluteDays: 1095 } },
      );
    const status = statusAt(foldCase(lived(running, startedOn('2025-02-10'))), date('2025-02-19'));
    // 10 to 19 February are ten days; two years from 10 February 2025 end on 9 February 2027.
    expect([status.countedDays, String(status.maxEnd)]).toEqual([10, '2027-02-09']);
  });

  test('the guards of the command that registered it hold for what takes its place', () => {
    given(...running)
      .when(startedOn('2025-02-02'), { today })
      .thenRefused('starts-before-planned');
    given(...running)
      .when(startedOn('2025-06-02'), { today })
      .then({ type: 'FactCorrected' }, { type: 'ProgrammeStarted' });
    given(...running)
      .when(startedOn('2025-06-03'), { today })
      .thenRefused('date-in-future');
  });

  test('a start is not moved past the end that was decided since', () => {
    const ended = [...running, terminated({ decidedOn: '2025-03-03', lastDay: '2025-03-14' })];
    given(...ended)
      .when(startedOn('2025-03-14'), { today })
      .then({ type: 'FactCorrected', data: { affects: [3] } }, { type: 'ProgrammeStarted' });
    given(...ended)
      .when(startedOn('2025-03-17'), { today })
      .thenRefused('end-already-decided');
  });

  test('onto 29 February: two years then end on 27 February', () => {
    const leap = [applied({ receivedOn: '2024-01-08' }), granted({ from: '2024-02-19', to: '2025-02-18' }), started('2024-02-28')];
    // 29 February 2024 to 27 February 2026: 366 days to 28 February 2025, and 364 more.
    given(...leap)
      .when(startedOn('2024-02-29'), { today })
      .then({ type: 'FactCorrected' }, { type: 'ProgrammeStarted', data: { startedOn: '2024-02-29', ordinaryDays: 730 } });
  });

  test('what takes its place runs on the law of its own day: no year of interruption until 2018, one from 2019', () => {
    const old = [granted({ from: '2017-01-09', to: '2018-01-08' }), started('2017-01-09'), interrupted({ from: '2017-06-01' })];
    const back = (resumedOn: string) => correctFact({ event: 4, reason, replacement: { resume: { resumedOn } } });
    given(...old, resumed('2018-12-20'))
      .when(back('2018-12-31'), { today })
      .then({ type: 'FactCorrected' }, { type: 'ProgrammeResumed', data: { resumedOn: '2018-12-31' } });
    given(...old, resumed('2018-12-20'))
      .when(back('2019-01-01'), { today })
      .thenRefused('interruption-year-exceeded');
  });

  test('decisions made since, and standing, are named; nothing of them is changed', () => {
    const life = [...running, extended({ decidedOn: '2025-05-05', from: '2026-02-03', to: '2026-06-30' })];
    given(...life)
      .when(startedOn('2025-02-10'), { today })
      .then({ type: 'FactCorrected', data: { affects: [3] } }, { type: 'ProgrammeStarted' });
    const state = foldCase(lived(life, startedOn('2025-02-10')));
    expect(state.decisionPeriods.map(({ to }) => String(to))).toEqual(['2026-02-02', '2026-06-30']);
    expect(state.corrections).toMatchObject([{ recordedIn: 4, corrects: 2, affects: [3], reviewedOn: null }]);
    const reversed = lived(life, reverse({ decidedOn: today, decision: 3, ground: 'notNotified' }));
    given(...reversed)
      .when(startedOn('2025-02-10'), { today })
      .then({ type: 'FactCorrected', data: { affects: [] } }, { type: 'ProgrammeStarted' });
  });

  test('a correction is corrected by naming what took the place, and nothing is corrected twice', () => {
    const once = lived(running, startedOn('2025-02-10'));
    given(...once)
      .when(startedOn('2025-02-17'), { today })
      .thenRefused('fact-already-corrected');
    expect(String(foldCase(lived(once, startedOn('2025-02-17', 4))).start?.on)).toBe('2025-02-17');
    given(...once)
      .when(startedOn('2025-02-17', 3), { today })
      .thenRefused('fact-not-found');
  });

  test('a fact that never was is withdrawn', () => {
    const withdrawn = correctFact({ event: 3, reason, withdrawn: true });
    given(...running, childRecorded.example)
      .when(withdrawn, { today })
      .then({ type: 'FactCorrected', data: { corrects: 3, withdrawn: true } });
    expect(foldCase(lived([...running, childRecorded.example], withdrawn)).children).toEqual([]);
  });

  test('one return of two: the earlier one counts again', () => {
    const life = [...running, interrupted({ from: '2025-03-10' }), resumed('2025-05-12'), resumed('2025-04-07')];
    const state = foldCase(lived(life, correctFact({ event: 5, reason, withdrawn: true })));
    expect(String(state.pauses[0]?.resumedOn)).toBe('2025-05-12');
  });

  test('a start is withdrawn only when nothing has been decided on it', () => {
    const withdrawn = correctFact({ event: 2, reason, withdrawn: true });
    expect(statusAt(foldCase(lived(running, withdrawn)), date(today)).phase).toBe('granted');
    given(...running, interrupted({ from: '2025-03-10' }))
      .when(withdrawn, { today })
      .thenRefused('decisions-rest-on-start');
  });
});

describe('correctFact on the application', () => {
  test('a birth date is corrected in the case, with what else was registered kept (§ 9.4)', () => {
    given(...running)
      .when(appliedAs({ birthDate: '2000-04-02' }), { today })
      .then(
        { type: 'FactCorrected', data: { corrects: 0, affects: [1] } },
        { type: 'ApplicationRegistered', data: { receivedOn: '2025-01-06', channel: 'digital' }, personal: { birthDate: '2000-04-02' } },
      );
  });

  test('the six months to the start move with it: a start that came too late is registered again as such', () => {
    const late = [application, granted({ decidedOn: '2025-01-20', from: '2025-07-01', to: '2026-06-30' }), started('2025-07-06')];
    const then = { today: '2025-08-04' };
    given(...late)
      .when(appliedAs({ receivedOn: '2025-01-05' }), then)
      .then(
        { type: 'FactCorrected', data: { corrects: 0 } },
        { type: 'ApplicationRegistered' },
        { type: 'FactCorrected', data: { corrects: 2, affects: [] } },
        { type: 'ProgrammeStarted', data: { startedOn: '2025-07-06', late: true, startBy: '2025-07-05' } },
      );
    given(...late)
      .when(appliedAs({ receivedOn: '2025-01-07' }), then)
      .then({ type: 'FactCorrected' }, { type: 'ApplicationRegistered', data: { receivedOn: '2025-01-07' } });
  });

  test('no decision comes to bear a day before the application, and no programme begins before it', () => {
    given(...running)
      .when(appliedAs({ receivedOn: '2025-01-20' }), { today })
      .then({ type: 'FactCorrected' }, { type: 'ApplicationRegistered' });
    given(...running)
      .when(appliedAs({ receivedOn: '2025-01-21' }), { today })
      .thenRefused('decided-before-application');
    const decidedLate = granted({ decidedOn: '2025-02-10', from: '2025-02-03', to: '2026-02-02' });
    given(application, decidedLate)
      .when(appliedAs({ receivedOn: '2025-02-04' }), { today })
      .thenRefused('starts-before-application');
  });

  test('nor does an application come to be withdrawn before it was received', () => {
    const gone = [application, withdrawn('2025-01-15')];
    given(...gone)
      .when(appliedAs({ receivedOn: '2025-01-15' }), { today })
      .then({ type: 'FactCorrected' }, { type: 'ApplicationRegistered' });
    given(...gone)
      .when(appliedAs({ receivedOn: '2025-01-16' }), { today })
      .thenRefused('before-application');
  });

  test('the guards of an application hold', () => {
    given(application)
      .when(appliedAs({ receivedOn: '2025-06-03' }), { today })
      .thenRefused('date-in-future');
    given(application)
      .when(appliedAs({ receivedOn: '2007-10-31' }), { today })
      .thenRefused('before-the-scheme');
    given(application)
      .when(appliedAs({ birthDate: '2025-01-07' }), { today })
      .thenRefused('born-after-applying');
    given(application)
      .when(appliedAs({ receivedOn: '2025-01-06' }), { today })
      .thenRefused('application-unchanged');
    given(application)
      .when(correctFact({ event: 0, reason, withdrawn: true }), { today })
      .thenRefused('application-not-withdrawn');
  });
});

describe('correctFact, asked badly', () => {
  test('a decision is reversed or appealed, never corrected', () => {
    given(...running)
      .when(correctFact({ event: 1, reason, withdrawn: true }), { today })
      .thenRefused('decision-not-corrected');
  });

  test.each([3, 4, 99])('event %d records nothing that is corrected so', (event) => {
    // The third is attendance, which is corrected day by day; there is no fourth.
    given(...running, attendanceRegistered.example)
      .when(correctFact({ event, reason, withdrawn: true }), { today })
      .thenRefused('fact-not-found');
  });

  test('it is withdrawn or replaced, by the same kind and nothing else, with a reason', () => {
    const start = { startedOn: '2025-02-10' };
    const bad = [
      [{ event: 2, reason }, 'either-withdrawn-or-replaced'],
      [{ event: 2, reason, withdrawn: true, replacement: { start } }, 'either-withdrawn-or-replaced'],
      [{ event: 2, reason, replacement: { resume: { resumedOn: '2025-02-10' } } }, 'replaced-by-another-kind'],
      [{ event: 2, reason, replacement: { start, resume: { resumedOn: '2025-02-10' } } }, 'replaced-by-another-kind'],
      [{ event: 2, reason, replacement: {} }, 'replaced-by-another-kind'],
      [{ event: 2, reason: ' ', replacement: { start } }, 'correction-reason-required'],
    ] as const;
    for (const [body, code] of bad)
      given(...running)
        .when(correctFact(body), { today })
        .thenRefused(code);
  });

  test('and in a case', () => {
    given().when(appliedAs({}), { today }).thenRefused('case-not-found');
  });
});
