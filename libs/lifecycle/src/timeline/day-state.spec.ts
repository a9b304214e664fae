import { describe, expect, test } from '@jest/globals';
import { type IsoDate, date, daysOf, iso } from '@kvp/calendar';
import type { AbsenceKind } from '@kvp/rulebook';
import fc from 'fast-check';
import type { DomainEvent } from '../kernel/event.ts';
import { absent, given, granted, interrupted, onLeave, resumed, started, terminated } from '../testing/index.ts';
import { dayState } from './day-state.ts';
import { duration } from './duration.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const DAY = '2025-04-01'; // a Tuesday
const on = (...events: readonly DomainEvent[]) => dayState(given(...running, ...events).state, date(DAY));
interface Facts {
  hours?: number;
  withStipend?: boolean;
  countsTowardDuration?: boolean;
}
const kind = (of: AbsenceKind, { hours, ...facts }: Facts = {}, from: IsoDate = DAY, to: IsoDate = DAY) =>
  absent({ from, to, ...facts }, { kind: of, ...(hours === undefined ? {} : { hours }) });

const interruption = interrupted({ from: '2025-03-31' });
const unpaidLeave = onLeave({ from: '2025-03-31' });
const paidLeave = onLeave({ from: '2025-03-31', legalForm: 'LEAVE_WITH_STIPEND', provision: 'STL § 36', countsTowardDuration: true });
const illness = kind('illness');
const holiday = kind('holiday');

describe('a day has exactly one state for the stipend (rulebook § 9.10)', () => {
  test.each([
    ['interruption', [holiday, illness, paidLeave, unpaidLeave, interruption], false],
    ['leaveWithoutStipend', [holiday, illness, paidLeave, unpaidLeave], false],
    ['leaveWithStipend', [holiday, illness, paidLeave], true],
    ['illness', [holiday, illness], true],
    ['holiday', [holiday], true],
    ['attendance', [], true],
  ] as const)('%s', (state, events, pays) => {
    expect(on(...events)).toMatchObject({ stipend: state, pays });
    expect(on(...events.toReversed())).toMatchObject({ stipend: state, pays });
  });

  test('illness whose stipend is lost pays nothing, unless a stronger right covers the day', () => {
    const lost = kind('illness', { withStipend: false });
    expect(on(lost)).toMatchObject({ stipend: 'illness', pays: false, duration: 'counted' });
    expect(on(lost, kind('welfareLeave', { countsTowardDuration: false }))).toMatchObject({ stipend: 'leaveWithStipend', pays: true });
  });

  test('outside the programme there is none', () => {
    const { state } = given(...running, terminated({ lastDay: '2025-03-31' }));
    expect(dayState(state, date('2025-03-31'))).toMatchObject({ stipend: 'attendance', duration: 'counted' });
    expect(dayState(state, date(DAY))).toMatchObject({ stipend: null, pays: false, duration: 'outside' });
  });

  test('without a decision nothing is paid and nothing counts (§ 11.5)', () => {
    const { state } = given(granted({ from: '2025-01-13', to: '2025-03-31' }), started('2025-01-13'));
    expect(dayState(state, date('2025-03-31'))).toMatchObject({ pays: true, duration: 'counted' });
    expect(dayState(state, date(DAY))).toMatchObject({ stipend: 'attendance', pays: false, duration: 'notCounted' });
  });
});

describe('hours of a day', () => {
  test('absence of a part of the day leaves the day what it is', () => {
    expect(on(kind('withoutStipend', { hours: 3, withStipend: false }))).toMatchObject({
      stipend: 'attendance',
      pays: true,
      unpaidHours: 3,
    });
    expect(on(kind('illness', { hours: 3 }))).toMatchObject({ stipend: 'attendance', pays: true, unpaidHours: 0, unauthorisedHours: 0 });
  });

  test('unauthorised hours are deducted when the grant reserves it, the whole day at most', () => {
    expect(on(kind('unauthorised', { withStipend: false }))).toMatchObject({ pays: true, unauthorisedHours: 7.5 });
    expect(on(kind('unauthorised', { hours: 2, withStipend: false }), kind('illness', { hours: 6 }))).toMatchObject({
      unauthorisedHours: 1.5, // 7.5 − 6
    });
    const { state } = given(
      granted({ from: '2025-01-13', to: '2026-01-12', absenceClause: false }),
      started('2025-01-13'),
      kind('unauthorised', { withStipend: false }),
    );
    expect(dayState(state, date(DAY))).toMatchObject({ pays: true, unauthorisedHours: 0 });
  });

  test('illness over an unauthorised day excuses it', () => {
    expect(on(kind('unauthorised', { withStipend: false }), illness)).toMatchObject({ stipend: 'illness', unauthorisedHours: 0 });
  });

  test('a free day has no hours to miss (§ 11.2)', () => {
    // 17 April 2025 is Maundy Thursday.
    const { state } = given(...running, kind('unauthorised', { withStipend: false }, '2025-04-16', '2025-04-17'));
    expect(['2025-04-16', '2025-04-17'].map((day) => dayState(state, date(day)).unauthorisedHours)).toEqual([7.5, 0]);
  });
});

// Every life: the calendar days that count one by one are the counted days of the whole.
test('each day has one state for the duration, and those that count add up', () => {
  const someAbsence = fc
    .record({ from: fc.integer({ min: 0, max: 340 }), length: fc.integer({ min: 1, max: 40 }), counts: fc.boolean() })
    .map(({ from, length, counts }) =>
      kind(counts ? 'holiday' : 'welfareLeave', { countsTowardDuration: counts }, at(from), at(from + length - 1)),
    );
  fc.assert(
    fc.property(fc.array(someAbsence, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (absences, back) => {
      const { state } = given(...running, onLeave({ from: '2025-03-31' }), resumed(at(78 + back)), ...absences);
      const asOf = date('2026-01-12');
      const counted = [...daysOf({ from: date('2025-01-13'), to: asOf })].filter((day) => dayState(state, day).duration === 'counted');
      expect(duration(state, asOf).countedDays).toBe(counted.length);
    }),
    { numRuns: 60 },
  );
});

const at = (days: number) => iso(date('2025-01-13').add({ days }));
