import { type PlainDate, date } from './date.ts';

const MONTHS = [
  ...['januar', 'februar', 'mars', 'april', 'mai', 'juni'],
  ...['juli', 'august', 'september', 'oktober', 'november', 'desember'],
] as const;

/** A date as a Norwegian reader writes it: `5. januar 2026`. Takes the date or its ISO text. */
export function norwegianDate(day: PlainDate | string): string {
  const { day: number, month, year } = typeof day === 'string' ? date(day) : day;
  return `${number}. ${MONTHS[month - 1] ?? ''} ${year}`;
}
