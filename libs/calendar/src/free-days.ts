import { type PlainDate, isSame, isWeekday } from './date.ts';
import { easterSunday } from './holidays.ts';

/** Free days on fixed dates: New Year, 1 May, 17 May, 25 and 26 December. */
const FIXED = [
  [1, 1],
  [5, 1],
  [5, 17],
  [12, 25],
  [12, 26],
] as const;

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const FROM_EASTER = [-3, -2, 1, 39, 50] as const;

/**
 * The ten days of a year that KVPF § 16 names, ascending; every Saturday and Sunday is free beside them. The public holidays are another
 * set: Easter Sunday and Whit Sunday are among those, and here they are Sundays.
 */
export function namedFreeDays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const days = [
    ...FIXED.map(([month, day]) => new Temporal.PlainDate(year, month, day)),
    ...FROM_EASTER.map((n) => easter.add({ days: n })),
  ];
  return days.sort((a, b) => Temporal.PlainDate.compare(a, b));
}

/** A day without programme, unless the programme says otherwise: no hours to miss. KVPF § 16; decided point 2. */
export const isFreeDay = (day: PlainDate): boolean => !isWeekday(day) || namedFreeDays(day.year).some((named) => isSame(named, day));
