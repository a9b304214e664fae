import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { childRecorded } from '../record-child/record-child.events.ts';
import { attendanceRegistered } from '../register-attendance/register-attendance.events.ts';
import type { CaseState } from '../kernel/state.ts';
import { applied, extended, given, granted, interrupted, onLeave, rejected, resumed, started, terminated } from '../testing/index.ts';
import { stateFromJson, stateToJson } from './json.ts';
import { isOpen, phase } from './phase.ts';
import { statusAt } from './status.ts';

const grant = granted({ decidedOn: '2024-01-02', from: '2024-01-08', to: '2025-01-07' });
const running = [grant, started('2024-01-08')];
const twoYears = [...running, extended({ from: '2025-01-08', to: '2026-01-07' })];

const phases = (state: CaseState, ...days: string[]) => days.map((day) => phase(state, date(day)));
const counted = (state: CaseState, day: string) => statusAt(state, date(day)).countedDays;
const maxima = (state: CaseState, day: string) => {
  const { maxEnd, absoluteMaxEnd } = statusAt(state, date(day));
  return [maxEnd?.toString(), absoluteMaxEnd?.toString()];
};

describe('the phase is a function of state and date', () => {
  test('from application to start', () => {
    expect(phases(given(applied({ receivedOn: '2023-12-01' })).state, '2024-01-01')).toEqual(['applied']);
    expect(phases(given(...running).state, '2024-01-01', '2024-01-02', '2024-01-07', '2024-01-08')).toEqual([
      ...['applied', 'granted', 'granted', 'running'],
    ]);
    expect(phases(given(applied({ receivedOn: '2023-12-01' }), rejected('2024-01-02')).state, '2024-01-01', '2024-01-02')).toEqual([
      ...['applied', 'rejected'],
    ]);
    expect(phases(given().state, '2024-01-01')).toEqual([null]);
  });

  test('a pause, a return and an end that are decided ahead take effect on their dates (§ 11.39)', () => {
    const { state } = given(
      ...running,
      onLeave({ decidedOn: '2024-02-01', from: '2024-03-01' }),
      resumed('2024-04-15'),
      terminated({ decidedOn: '2024-05-02', lastDay: '2024-06-28' }),
    );
    const days = ['2024-02-29', '2024-03-01', '2024-04-14', '2024-04-15', '2024-06-28', '2024-06-29'];
    expect(phases(state, ...days)).toEqual(['running', 'onLeave', 'onLeave', 'running', 'running', 'ended']);
  });

  test('a planned last day that passes does not end a pause (§ 11.6)', () => {
    const { state } = given(...running, interrupted({ from: '2024-03-01', plannedTo: '2024-03-31' }));
    expect(phases(state, '2024-04-01')).toEqual(['interrupted']);
  });

  test('of overlapping pauses the interruption decides, then leave without stipend (§ 9.10)', () => {
    const withStipend = onLeave({ from: '2024-03-01', legalForm: 'LEAVE_WITH_STIPEND', provision: 'STL § 36' });
    const { state } = given(...running, withStipend, onLeave({ from: '2024-03-11' }), interrupted({ from: '2024-03-18' }));
    const forms = ['2024-03-01', '2024-03-11', '2024-03-18'].map((day) => statusAt(state, date(day)).pause?.legalForm);
    expect(forms).toEqual(['LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION']);
  });

  test('before the maximum a period that runs out leaves a decision missing, at the maximum the programme ends (§ 11.5)', () => {
    const lapsed = statusAt(given(...running).state, date('2025-01-08'));
    expect(lapsed).toMatchObject({ phase: 'running', decisionMissing: true, hasLapsed: true });
    expect(statusAt(given(...running).state, date('2025-01-07'))).toMatchObject({ decisionMissing: false, hasLapsed: false });
    const reached = statusAt(given(...twoYears).state, date('2026-01-08'));
    expect(reached).toMatchObject({ phase: 'ended', decisionMissing: false, hasLapsed: false });
  });

  test('a period beyond two years ends on its own date (§ 11.5)', () => {
    const { state } = given(...twoYears, extended({ from: '2026-01-08', to: '2026-03-31', withSpecialReasons: true }));
    expect(phases(state, '2026-03-31', '2026-04-01')).toEqual(['running', 'ended']);
  });

  test('a period beyond two years ends on its own date also when leave has moved the two years past it (§ 11.5)', () => {
    // Away 100 days from 1 January: the two years, 7 January, move to 17 April; the period still ends on 31 March.
    const away = [onLeave({ from: '2026-01-01', decidedOn: '2025-12-15' }), resumed('2026-04-11')];
    const { state } = given(...twoYears, extended({ from: '2026-01-08', to: '2026-03-31', withSpecialReasons: true }), ...away);
    expect(maxima(state, '2026-04-11')[0]).toBe('2026-04-17');
    expect(phases(state, '2026-03-31', '2026-04-01')).toEqual(['onLeave', 'ended']);
  });

  /*
   * programme   |==============|..interrupted..|=======|xxxxxxx|
   *             8 Jan 24       1 Dec 25     11 Dec   17 Jan  31 Jan 26
   */
  test('a return registered late brings the end of two years back before the last decided day (§§ 11.5, 11.39)', () => {
    // Extended while 24 days and more seemed lost; only the ten of 1 to 10 December were, so that 7 January moves to 17 January.
    const { state } = given(
      ...twoYears,
      interrupted({ from: '2025-12-01' }),
      extended({ decidedOn: '2025-12-29', from: '2026-01-08', to: '2026-01-31' }),
      resumed('2025-12-11'),
    );
    expect(phases(state, '2026-01-17', '2026-01-18')).toEqual(['running', 'ended']);
    expect([counted(state, '2026-01-17'), counted(state, '2026-01-31')]).toEqual([731, 731]);
    expect(statusAt(state, date('2026-01-18')).decisionMissing).toBe(false);
  });

  test('what the Covid-19 rule let pass both maxima ends on its own date', () => {
    const { state } = given(
      ...[granted({ from: '2018-08-01', to: '2019-07-31' }), started('2018-08-01'), extended({ from: '2019-08-01', to: '2020-07-31' })],
      extended({ from: '2020-08-01', to: '2021-07-31', withSpecialReasons: true }),
      extended({ from: '2021-08-01', to: '2021-09-30', withSpecialReasons: true, underCovidRule: true }),
    );
    expect(phases(state, '2021-09-30', '2021-10-01')).toEqual(['running', 'ended']);
  });

  test('an interruption over the end of the period keeps the programme from ending: its days do not count', () => {
    const { state } = given(...twoYears, interrupted({ from: '2025-12-01' }));
    expect(statusAt(state, date('2026-02-01'))).toMatchObject({ phase: 'interrupted', decisionMissing: true });
  });

  test('leave that counts does not: at the maximum the programme ends', () => {
    const leave = onLeave({ from: '2025-12-01', legalForm: 'LEAVE_WITH_STIPEND', provision: 'STL § 36', countsTowardDuration: true });
    expect(phases(given(...twoYears, leave).state, '2026-01-07', '2026-01-08')).toEqual(['onLeave', 'ended']);
  });

  test('a late extension heals the days, and the lapse stays in the history', () => {
    const { state } = given(...running, extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2026-01-07', afterLapse: true }));
    expect(statusAt(state, date('2025-06-02'))).toMatchObject({ decisionMissing: false, hasLapsed: true });
  });

  test('a case is open until it is rejected or ended (§ 11.24)', () => {
    expect(isOpen(given(...running).state, date('2024-06-03'))).toBe(true);
    expect(isOpen(given(...running, terminated({ lastDay: '2024-06-03' })).state, date('2024-06-03'))).toBe(true);
    expect(isOpen(given(...running, terminated({ lastDay: '2024-06-03' })).state, date('2024-06-04'))).toBe(false);
    expect(isOpen(given(applied(), rejected('2025-01-20')).state, date('2025-01-20'))).toBe(false);
  });
});

describe('counted days and maxima', () => {
  test('from the start, both ends inside', () => {
    const { state } = given(...running);
    expect([counted(state, '2024-01-07'), counted(state, '2024-01-08'), counted(state, '2024-02-08')]).toEqual([0, 1, 32]);
    expect(maxima(state, '2024-02-08')).toEqual(['2026-01-07', '2027-01-07']);
  });

  test('until the last day, and no further than decisions reach', () => {
    expect(counted(given(...running, terminated({ lastDay: '2024-01-17' })).state, '2024-12-31')).toBe(10);
    // 2024 is a leap year: 8 January 2024 to 7 January 2025 is 366 days; the lapse counts when an extension covers it.
    expect(counted(given(...running).state, '2025-01-20')).toBe(366);
    expect(counted(given(...twoYears).state, '2025-01-20')).toBe(379);
  });

  /*
   * interruption          |=======|            1–14 March
   * leave without              |=======|       8–21 March
   * not counted           |============|       21 days, not 28
   */
  test('overlapping pauses take each day once (§ 11.32)', () => {
    // Interrupted 1 to 14 March; the leave that overlaps was registered afterwards with its own return.
    const { state } = given(
      ...running,
      interrupted({ from: '2024-03-01' }),
      resumed('2024-03-15'),
      onLeave({ from: '2024-03-08' }),
      resumed('2024-03-22'),
    );
    // 8 January to 31 March 2024: 24 + 29 + 31 = 84 days, 21 of them away.
    expect(counted(state, '2024-03-31')).toBe(63);
    expect(maxima(state, '2024-03-31')).toEqual(['2026-01-28', '2027-01-28']);
  });

  test('an open pause counts up to the day asked about (§ 11.13)', () => {
    const { state } = given(...running, interrupted({ from: '2024-03-01' }));
    expect(maxima(state, '2024-03-01')).toEqual(['2026-01-08', '2027-01-08']);
    expect(maxima(state, '2024-03-31')).toEqual(['2026-02-07', '2027-02-07']);
  });

  test('a leave in the third year moves only the absolute maximum (§ 11.13)', () => {
    const { state } = given(
      ...twoYears,
      extended({ from: '2026-01-08', to: '2026-12-31', withSpecialReasons: true }),
      onLeave({ from: '2026-02-02' }),
      resumed('2026-02-12'),
    );
    expect(maxima(state, '2026-06-01')).toEqual(['2026-01-07', '2027-01-17']);
  });

  test('both maxima are capped the day before the 67th birthday (§ 11.27)', () => {
    const { state } = given(applied({ birthDate: '1958-06-15', receivedOn: '2023-12-01' }), ...running);
    expect(maxima(state, '2024-02-08')).toEqual(['2025-06-14', '2025-06-14']);
  });

  test('when decided up to the 67th birthday the programme ends there without a decision', () => {
    const birthday = granted({ decidedOn: '2024-01-02', from: '2024-01-08', to: '2024-06-14' });
    const { state } = given(applied({ birthDate: '1957-06-15', receivedOn: '2023-12-01' }), birthday, started('2024-01-08'));
    expect(phases(state, '2024-06-14', '2024-06-15')).toEqual(['running', 'ended']);
  });
});

test('a state survives its JSON, dates and all', () => {
  const { state } = given(
    ...running,
    attendanceRegistered.example,
    childRecorded.example,
    onLeave({ from: '2024-03-01', plannedTo: '2024-03-08' }, { absentSince: '2024-03-01' }),
    resumed('2024-03-11'),
    extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2026-01-07', afterLapse: true }),
    terminated({ lastDay: '2025-03-31' }),
  );
  const back = stateFromJson(stateToJson(state));
  expect(back).toEqual(state);
  expect(statusAt(back, date('2025-04-01'))).toEqual(statusAt(state, date('2025-04-01')));
  expect(() => stateFromJson('{"end":{"lastDay":"2025-02-30"}}')).toThrow();
});
