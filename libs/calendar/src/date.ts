export type PlainDate = Temporal.PlainDate;

/** A calendar date as text in events and commands, `2026-05-01`. */
export type IsoDate = `${number}-${number}-${number}`;

const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** True for an existing day written `YYYY-MM-DD`; `2026-02-30` and date-times are not. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !ISO_DATE.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

const MONTHS_OF_30_DAYS = [4, 6, 9, 11];

/** Of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return MONTHS_OF_30_DAYS.includes(month) ? 30 : 31;
}

/** Days that were read lately, by their text: cases name the same few thousand again and again, and to make one is dear. */
const read = new Map<string, PlainDate>();
const MOST_READ = 20_000;

/** Reads a date that was checked before. Throws RangeError for one that does not exist. */
export function date(text: string): PlainDate {
  const known = read.get(text);
  if (known !== undefined) return known;
  const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
  if (read.size >= MOST_READ) read.clear();
  read.set(text, day);
  return day;
}

export const iso = (day: PlainDate): IsoDate => day.toString() as IsoDate;

/** Negative when `a` is earlier, 0 for the same day. A command compares days by the dozen; asking for the parts takes a seventh of the time. */
export const compareDays = (a: PlainDate, b: PlainDate): number => a.year - b.year || a.month - b.month || a.day - b.day;

export const isBefore = (a: PlainDate, b: PlainDate): boolean => compareDays(a, b) < 0;
export const isAfter = (a: PlainDate, b: PlainDate): boolean => compareDays(a, b) > 0;
export const isSame = (a: PlainDate, b: PlainDate): boolean => compareDays(a, b) === 0;
export const earliest = (first: PlainDate, ...rest: readonly PlainDate[]): PlainDate =>
  rest.reduce((a, b) => (isBefore(b, a) ? b : a), first);
export const latest = (first: PlainDate, ...rest: readonly PlainDate[]): PlainDate => rest.reduce((a, b) => (isAfter(b, a) ? b : a), first);

export const dayAfter = (day: PlainDate): PlainDate => day.add({ days: 1 });
export const dayBefore = (day: PlainDate): PlainDate => day.subtract({ days: 1 });

/** Monday to Friday: the days that a stipend is paid for (STL § 35, KVPF § 16: Saturday and Sunday are free). */
export const isWeekday = (day: PlainDate): boolean => day.dayOfWeek <= 5;

/** Days from `from` to `to`, both counted; 0 when `to` is earlier. */
export const daysInclusive = (from: PlainDate, to: PlainDate): number => Math.max(0, from.until(to, { largestUnit: 'day' }).days + 1);

/**
 * The last day of a period of whole years from `from`: `from + n years − 1 day`. The day number is kept, or the last day
 * of the month taken where it is missing: two years from 29 February 2024 end on 27 February 2026. Decided point 3.
 */
export const lastDayOfYears = (from: PlainDate, years: number): PlainDate => dayBefore(from.add({ years }));

/** The day on which someone reaches an age; 28 February in common years for those born on the 29th. Decided point 26. */
export const reachesAge = (birthDate: PlainDate, age: number): PlainDate => birthDate.add({ years: age });
