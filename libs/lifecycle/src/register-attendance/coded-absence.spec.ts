import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { absent, given, granted, recordAbsence, registerAttendance, started } from '../testing/index.ts';
import { dayState } from '../timeline/day-state.ts';
import { duration } from '../timeline/duration.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const holiday = absent({ from: '2025-05-05', to: '2025-05-09' }, { kind: 'holiday', provision: 'KVPF § 17' });
const today = '2025-06-02';
const register = (
  date: `${number}-${number}-${number}`,
  hours: number,
  code: 'present' | 'holiday' | 'welfareLeave' | 'withoutStipend' | 'covid' | 'illness',
) => registerAttendance({ date, hours, code });

describe('a day with a code of absence, and an absence: two doors to one fact', () => {
  test('the day is absence too, by the rule of the day', () => {
    const outcome = given(...running).when(register('2025-05-05', 7.5, 'withoutStipend'));
    outcome.then({
      type: 'AttendanceRegistered',
      personal: { registrations: [{ absence: { provision: 'STL § 32', withStipend: false, countsTowardDuration: false } }] },
    });
    const { state } = given(...running, ...outcome.decision.events!);
    expect(dayState(state, date('2025-05-05'))).toMatchObject({ stipend: 'leaveWithoutStipend', pays: false, duration: 'notCounted' });
    // 13 January to 5 May: 19 + 28 + 31 + 30 + 5 = 113 days, less the one.
    expect(duration(state, date('2025-05-05')).countedDays).toBe(112);
  });

  test('by either door unauthorised absence spares the child supplement where the policy of the day does, and no other absence', () => {
    const policy = { absenceReducesChildSupplement: false };
    const sparing = (outcome: ReturnType<ReturnType<typeof given>['when']>) =>
      given(...running, ...outcome.decision.events!).state.absences;
    const day = { date: '2025-05-05', hours: 7.5 } as const;
    const coded = (code: 'unauthorised' | 'withoutStipend', world = {}) =>
      sparing(given(...running).when(registerAttendance({ ...day, code }), world)).registered.map(
        ({ sparesSupplement }) => sparesSupplement,
      );
    expect([coded('unauthorised', { policy }), coded('unauthorised'), coded('withoutStipend', { policy })]).toEqual([
      ...[[true], [undefined], [undefined]],
    ]);
    const asked = recordAbsence({ kind: 'unauthorised', from: '2025-05-05', to: '2025-05-05' });
    expect(sparing(given(...running).when(asked, { policy })).recorded).toMatchObject([{ sparesSupplement: true }]);
  });

  test('hours make it a part of the day, no hours the whole of it', () => {
    const hoursOf = (hours: number) => {
      const { decision } = given(...running).when(register('2025-05-05', hours, 'withoutStipend'));
      return given(...running, ...decision.events!).state.absences.registered[0]?.hours;
    };
    expect([hoursOf(0), hoursOf(3), hoursOf(7.5), hoursOf(8)]).toEqual([null, 3, null, null]);
  });

  test('inside a recorded absence of the same kind it is nothing new; another kind is', () => {
    const life = given(...running, holiday);
    life.when(register('2025-05-09', 7.5, 'holiday'), { today }).then();
    life.when(register('2025-05-09', 7.5, 'illness'), { today }).then({ type: 'AttendanceRegistered' });
    life.when(register('2025-05-12', 7.5, 'holiday'), { today }).then({ type: 'AttendanceRegistered' });
  });

  test('nobody is present on a day that is recorded as absence', () => {
    const life = given(...running, holiday);
    life.when(register('2025-05-09', 7.5, 'present'), { today }).thenRefused('day-recorded-as-absence');
    life.when(register('2025-05-12', 7.5, 'present'), { today }).then({ type: 'AttendanceRegistered' });
    given(...running, absent({ from: '2025-05-09', to: '2025-05-09' }, { kind: 'permitted', hours: 2 }))
      .when(register('2025-05-09', 5.5, 'present'), { today })
      .then({ type: 'AttendanceRegistered' });
  });

  test('a quota holds at this door too', () => {
    // 24 of 25 days taken, 30 June to 31 July 2025.
    const taken = given(...running, absent({ from: '2025-06-30', to: '2025-07-31' }, { kind: 'holiday' }));
    const days = (...dates: readonly `2025-${number}-${number}`[]) =>
      registerAttendance({ days: dates.map((date) => ({ date, hours: 7.5, code: 'holiday' as const })) });
    taken.when(days('2025-08-01'), { today: '2025-08-15' }).then({ type: 'AttendanceRegistered' });
    taken.when(days('2025-08-01', '2025-08-04'), { today: '2025-08-15' }).thenRefused('absence-quota-exceeded');
  });

  test('a kind that the law of the day does not have is refused', () => {
    given(...running)
      .when(register('2025-05-05', 7.5, 'covid'))
      .thenRefused('absence-kind-not-in-law');
  });

  test('days that do not count move the maximum, once', () => {
    const { decision } = given(...running).when(register('2025-05-05', 7.5, 'welfareLeave'));
    const twice = given(
      ...running,
      ...decision.events!,
      absent({ from: '2025-05-05', to: '2025-05-06', countsTowardDuration: false }, { kind: 'welfareLeave' }),
    );
    // Two years from 13 January 2025 end on 12 January 2027; two days do not count.
    expect(duration(twice.state, date(today)).maxEnd?.toString()).toBe('2027-01-14');
  });
});
