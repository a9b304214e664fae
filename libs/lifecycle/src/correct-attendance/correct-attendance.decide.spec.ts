import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { attendanceRegistered } from '../register-attendance/register-attendance.events.ts';
import { absent, applied, correctAttendance, given, granted, registerAttendance, started, terminated } from '../testing/index.ts';
import { dayState } from '../timeline/day-state.ts';

// Event 3: present on 3 March, ill on 4 March 2025, 7.5 hours each.
const registered = [applied(), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13'), attendanceRegistered.example];
const today = '2025-04-01';
const day = (date: `2025-${number}-${number}`, hours: number, code: 'present' | 'unauthorised' | 'welfareLeave' = 'present') => ({
  date,
  hours,
  code,
});
const asked = (...days: readonly ReturnType<typeof day>[]) => correctAttendance({ days: [...days], reason: 'Feil dag.' });

describe('correctAttendance', () => {
  test('names what was wrong, and takes its place', () => {
    const outcome = given(...registered).when(asked(day('2025-03-04', 7.5)), { today });
    outcome.then({
      type: 'AttendanceCorrected',
      data: { from: '2025-03-04', days: 1, corrects: [3] },
      personal: { registrations: [{ date: '2025-03-04', hours: 7.5, code: 'present' }], reason: 'Feil dag.' },
    });
    const { state } = given(...registered, ...outcome.decision.events!);
    expect(state.attendance['2025-03']).toEqual([
      { recordedIn: 3, date: '2025-03-03', hours: 7.5, code: 'present' },
      { recordedIn: 4, date: '2025-03-04', hours: 7.5, code: 'present' },
    ]);
    expect([dayState(given(...registered).state, date('2025-03-04')), dayState(state, date('2025-03-04'))]).toMatchObject([
      { stipend: 'illness' },
      { stipend: 'attendance' },
    ]);
  });

  test('a correction is corrected by naming the correction', () => {
    const { decision } = given(...registered).when(asked(day('2025-03-04', 7.5)), { today });
    given(...registered, ...decision.events!)
      .when(asked(day('2025-03-03', 6), day('2025-03-04', 0, 'unauthorised')), { today })
      .then({ type: 'AttendanceCorrected', data: { days: 2, corrects: [3, 4] } });
  });

  test('a day that is registered so already is left out', () => {
    given(...registered)
      .when(asked(day('2025-03-03', 7.5)), { today })
      .then();
    given(...registered)
      .when(asked(day('2025-03-03', 7.5), day('2025-03-04', 7)), { today })
      .then({ type: 'AttendanceCorrected', data: { from: '2025-03-04', days: 1 } });
  });

  test('only what is registered is corrected, and to what a day can be', () => {
    given(...registered)
      .when(asked(day('2025-03-05', 7.5)), { today })
      .thenRefused('day-not-registered');
    given(...registered)
      .when(asked(day('2025-03-03', 7.1), day('2025-03-03', 6)), { today })
      .thenRefused('hours-not-in-quarters', 'day-twice');
    given(...registered, absent({ from: '2025-03-04', to: '2025-03-06' }, { kind: 'holiday' }))
      .when(asked(day('2025-03-04', 7.5)), { today })
      .thenRefused('day-recorded-as-absence');
    given(...registered, terminated({ lastDay: '2025-03-31' }))
      .when(asked(day('2025-03-03', 6)), { today })
      .then({ type: 'AttendanceCorrected' });
  });

  test('the day that it takes the place of is not counted beside it', () => {
    // Ten days of welfare leave, 5 to 16 May 2025, one of them registered by attendance: it may be corrected to hours of the same.
    const coded = given(...registered).when(registerAttendance({ date: '2025-05-05', hours: 7.5, code: 'welfareLeave' })).decision.events!;
    const nine = absent({ from: '2025-05-06', to: '2025-05-16', countsTowardDuration: false }, { kind: 'welfareLeave' });
    given(...registered, ...coded, nine)
      .when(asked(day('2025-05-05', 3.75, 'welfareLeave')), { today: '2025-06-02' })
      .then({ type: 'AttendanceCorrected', personal: { registrations: [{ absence: { countsTowardDuration: true } }] } });
  });
});
