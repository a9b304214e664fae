import { type IsoDate, type Period, type PlainDate, contains, dayAfter, daysOf, isFreeDay, isSame, isWeekday, iso } from '@kvp/calendar';
import { type Absence, type Deduction, type DayState as LifecycleDay, stateInProgramme } from '@kvp/lifecycle';
import type { StipendFacts } from './facts.ts';

/** What a day in the programme is, with the hours of it that are not paid and what they rest on. */
export type DayInProgramme = LifecycleDay & {
  readonly unpaid: readonly Absence[];
  readonly unauthorised: readonly (Absence | Deduction)[];
};

/**
 * Answers what a day in the programme is. A life has hundreds of days of absence, and it is asked for hundreds of days: single days are
 * found by their date.
 */
export function programmeReader({ pauses, absences, deductions, absenceClause }: StipendFacts): (day: PlainDate) => DayInProgramme {
  const isSingle = ({ from, to }: Period): boolean => isSame(from, to);
  const single: ReadonlyMap<IsoDate, readonly Absence[]> = Map.groupBy(absences.filter(isSingle), ({ from }) => iso(from));
  const longer = absences.filter((absence) => !isSingle(absence));
  const deducted: ReadonlyMap<IsoDate, readonly Deduction[]> = Map.groupBy(deductions, ({ on }) => iso(on));
  const unauthorisedAsRecorded = (recorded: readonly Absence[], day: PlainDate): readonly Absence[] =>
    absenceClause && recorded.some(isUnauthorised) && !isFreeDay(day) ? recorded.filter(isUnauthorised) : [];
  return (day) => {
    const recorded = [...(single.get(iso(day)) ?? []), ...longer.filter((absence) => contains(absence, day))];
    const ofDay = deducted.get(iso(day)) ?? [];
    return {
      ...stateInProgramme({ pauses, grant: { absenceClause }, absences: { recorded, registered: [], deductions: ofDay } }, day),
      unpaid: recorded.filter(({ kind, hours, withStipend }) => kind !== 'unauthorised' && hours !== null && !withStipend),
      unauthorised: [...ofDay, ...unauthorisedAsRecorded(recorded, day)],
    };
  };
}

const isUnauthorised = ({ kind }: Absence): boolean => kind === 'unauthorised';

/** Every day on which that may change. A free day has no hours to miss, so that it parts a stretch of unauthorised absence. */
export const programmeChanges = ({ pauses, absences, deductions }: StipendFacts): readonly PlainDate[] => [
  ...pauses.flatMap(({ from, resumedOn }) => (resumedOn === null ? [from] : [from, resumedOn])),
  ...absences.flatMap(({ from, to }) => [from, dayAfter(to)]),
  ...deductions.flatMap(({ on }) => [on, dayAfter(on)]),
  ...absences
    .filter(isUnauthorised)
    .flatMap((absence) => [...daysOf(absence)].filter((day) => isWeekday(day) && isFreeDay(day)).flatMap((day) => [day, dayAfter(day)])),
];
