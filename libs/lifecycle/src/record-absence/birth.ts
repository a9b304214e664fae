import { type Period, type PlainDate, contains, date, dayBefore, isAfter, isBefore, isFreeDay } from '@kvp/calendar';
import type { AbsenceRule } from '@kvp/rulebook';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { birthLeaveBeforeBirth, birthLeaveOver } from '../pause/pause.refusals.ts';
import { pregnancyLeaveOutside } from './record-absence.refusals.ts';

/**
 * Leave around a birth lies where the regulation puts it, as far as the day is told: six weeks from the birth, itself the first, and the ten
 * working days that end the day before the due date. KVPF §§ 12 and 13; decided point 35.
 */
export function birthFaults({ kind, quota }: AbsenceRule, days: Period, birthDate: string | undefined): readonly Refusal[] {
  if (birthDate === undefined || quota === null) return [];
  const born = date(birthDate);
  if (kind === 'birthLeave') {
    const lastDay = born.add({ days: quota.limit - 1 });
    return refusalsOf(
      isBefore(days.from, born) && refuse(birthLeaveBeforeBirth, [born]),
      isAfter(days.to, lastDay) && refuse(birthLeaveOver, [lastDay]),
    );
  }
  if (kind !== 'pregnancyLeave') return [];
  const leave = { from: workingDaysUntil(born, quota.limit), to: dayBefore(born) };
  return contains(leave, days.from) && contains(leave, days.to) ? [] : [refuse(pregnancyLeaveOutside, [leave.from, leave.to])];
}

/** The first of so many working days that lie right before a day. */
function workingDaysUntil(day: PlainDate, count: number): PlainDate {
  let first = day;
  for (let left = count; left > 0; left -= isFreeDay(first) ? 0 : 1) first = dayBefore(first);
  return first;
}
