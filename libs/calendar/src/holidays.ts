import { type PlainDate, isSame, isWeekday } from './date.ts';

/** Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Temporal.PlainDate(year, month, day);
}

/** Public holidays on fixed days: New Year, 1 May, 17 May, Christmas Day, Boxing Day. */
const FIXED = [
  [1, 1],
  [5, 1],
  [5, 17],
  [12, 25],
  [12, 26],
] as const;

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Day, Easter Monday, Ascension, Whit Sunday, Whit Monday. */
const FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50] as const;

/** By year: a schedule asks for one working day after the other. */
const movable = new Map<number, readonly PlainDate[]>();

function movableHolidays(year: number): readonly PlainDate[] {
  const known = movable.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const days = FROM_EASTER.map((days) => easter.add({ days }));
  movable.set(year, days);
  return days;
}

/** The Norwegian public holidays. Christmas Eve and New Year's Eve are none. KVPF § 16. */
export function isPublicHoliday(day: PlainDate): boolean {
  const { month: ofYear, day: ofMonth } = day;
  if (FIXED.some(([month, of]) => ofYear === month && ofMonth === of)) return true;
  return movableHolidays(day.year).some((holiday) => isSame(day, holiday));
}

/** A working day (virkedag) of the programme: Monday to Friday and no public holiday. KVPF § 16 makes Saturday free. */
export const isWorkingDay = (day: PlainDate): boolean => isWeekday(day) && !isPublicHoliday(day);
