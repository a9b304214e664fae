import { type PlainDate, contains, overlap } from '@kvp/calendar';
import type { Absence, Absences } from '../kernel/state/absences.ts';

/** A whole day in the programme, in hours: 37.5 hours a week on five days. STL § 30; rulebook § 9.17. */
export const HOURS_A_DAY = 7.5;

/** What of a case its absence is read from. */
interface HasAbsences {
  readonly absences: Pick<Absences, 'recorded' | 'registered'>;
}

/**
 * All absence of a case, each once: what was recorded, and the days that attendance was registered for with a code of absence where no
 * record of the same kind covers them.
 */
export function absencesOf({ absences }: HasAbsences): readonly Absence[] {
  const recorded = absences.recorded.filter(({ replacedBy }) => replacedBy === null);
  if (absences.registered.length === 0) return recorded;
  const covered = (day: Absence): boolean => recorded.some((absence) => absence.kind === day.kind && overlap(absence, day));
  return [...recorded, ...absences.registered.filter((day) => !covered(day))];
}

/** The absence of a day. */
export const absencesOn = (state: HasAbsences, on: PlainDate): readonly Absence[] =>
  absencesOf(state).filter((absence) => contains(absence, on));

/** Absence of a whole day takes all its hours; of a part no more than the day has. */
export const hoursAway = ({ hours }: Absence): number => (hours === null ? HOURS_A_DAY : Math.min(hours, HOURS_A_DAY));
