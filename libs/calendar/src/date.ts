export type PlainDate = Temporal.PlainDate;

/** A calendar date as text in events and commands, `2026-05-01`. */
export type IsoDate = `${number}-${number}-${number}`;

const ISO_DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for an existing day written `YYYY-MM-DD`; `2026-02-30` and date-times are not. */
export function isIsoDate(text: unknown): text is IsoDate {
  const parts = typeof text === 'string' ? ISO_DATE.exec(text) : null;
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).day === day;
}

/** Reads a date that was checked before. Throws RangeError for one that does not exist. */
export const date = (text: string): PlainDate => Temporal.PlainDate.from(text, { overflow: 'reject' });

export const iso = (day: PlainDate): IsoDate => day.toString() as IsoDate;

export const isBefore = (a: PlainDate, b: PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;
export const isAfter = (a: PlainDate, b: PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;
export const isSame = (a: PlainDate, b: PlainDate): boolean => Temporal.PlainDate.compare(a, b) === 0;
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
