import { describe, expect, test } from '@jest/globals';
import { attendanceRegistered } from './register-attendance.events.ts';
import { given, granted, registerAttendance, started, terminated } from '../testing/index.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-04-01';
const registered = attendanceRegistered.example; // 3 March present and 4 March ill, 7.5 hours each

describe('registerAttendance', () => {
  test('one day, or many at once in the order of the calendar', () => {
    given(...running)
      .when(registerAttendance({ date: '2025-03-03', hours: 7.25 }))
      .then({ type: 'AttendanceRegistered', personal: { registrations: [{ date: '2025-03-03', hours: 7.25, code: 'present' }] } });
    given(...running)
      .when(
        registerAttendance({
          days: [
            { date: '2025-03-05', hours: 0, code: 'unauthorised' },
            { date: '2025-03-04', hours: 7.5 },
          ],
        }),
        { today },
      )
      .then({
        type: 'AttendanceRegistered',
        data: { from: '2025-03-04', to: '2025-03-05', days: 2 },
        personal: { registrations: [{ date: '2025-03-04' }, { date: '2025-03-05', code: 'unauthorised' }] },
      });
  });

  test('what a day was spent on is health information and never in the clear', () => {
    const { decision } = given(...running).when(registerAttendance({ date: '2025-03-03', hours: 7.5, code: 'illness' }));
    expect(JSON.stringify(decision.events?.[0]?.data)).not.toContain('illness');
  });

  test('a day is registered once; sent again with the same, nothing happens', () => {
    const month = given(...running, registered);
    month.when(registerAttendance({ date: '2025-03-03', hours: 7.5 })).then();
    month.when(registerAttendance({ date: '2025-03-03', hours: 7 })).thenRefused('day-already-registered');
    month.when(registerAttendance({ date: '2025-03-04', hours: 7.5 })).thenRefused('day-already-registered'); // was ill
    month
      .when(
        registerAttendance({
          days: [
            { date: '2025-03-03', hours: 7.5 },
            { date: '2025-03-06', hours: 7.5 },
          ],
        }),
        { today },
      )
      .then({ type: 'AttendanceRegistered', data: { from: '2025-03-06', days: 1 } });
  });

  test('days lie in the programme, from the first to the last, also when it has ended', () => {
    const ended = given(...running, terminated({ lastDay: '2025-03-31' }));
    ended.when(registerAttendance({ date: '2025-03-31', hours: 7.5 }), { today }).then({ type: 'AttendanceRegistered' });
    ended.when(registerAttendance({ date: '2025-04-01', hours: 7.5 }), { today }).thenRefused('day-outside-programme');
    ended.when(registerAttendance({ date: '2025-01-12', hours: 7.5 }), { today }).thenRefused('day-outside-programme');
  });

  test('all that is wrong is told at once: twice, tomorrow, not in quarters', () => {
    given(...running)
      .when(
        registerAttendance({
          days: [
            { date: '2025-03-03', hours: 7.5 },
            { date: '2025-03-03', hours: 7.5 },
            { date: '2025-04-02', hours: 7.1 },
          ],
        }),
        { today },
      )
      .thenRefused('day-twice', 'date-in-future', 'hours-not-in-quarters');
    given(...running)
      .when(registerAttendance({ date: '2025-03-03' }), { today })
      .thenRefused('no-days');
  });

  test('not before the start', () => {
    given(granted({ from: '2025-01-13', to: '2026-01-12' }))
      .when(registerAttendance({ date: '2025-01-13', hours: 7.5 }))
      .thenRefused('not-started');
  });
});
