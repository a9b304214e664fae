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
export const isFreeDay = (day: PlainDate): boolean => !isWeekday(day) || isNamed(day);

/** The named free days of a year are asked for day by day: each year's are found once. */
const kept = new Map<number, readonly PlainDate[]>();

function isNamed(day: PlainDate): boolean {
  const named = kept.get(day.year) ?? namedFreeDays(day.year);
  kept.set(day.year, named);
  return named.some((free) => isSame(free, day));
}
