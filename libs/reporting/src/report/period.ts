import { type IsoDate, date, iso } from '@kvp/calendar';
import type { Month } from '../facts/case-facts.ts';

/** What a report covers: a month (`2008-03`), four months (`2008-T1`) or a year (`2026`). */
export type PeriodKind = 'month' | 'tertial' | 'year';

/** Whole days, both ends inside. */
export interface ReportPeriod {
  /** As it is written in an address. */
  readonly text: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const SHAPES: Readonly<Record<PeriodKind, RegExp>> = {
  month: /^(20\d\d)-(0[1-9]|1[0-2])$/,
  tertial: /^(20\d\d)-T([1-3])$/,
  year: /^(20\d\d)$/,
};

export const PERIOD_EXAMPLE: Readonly<Record<PeriodKind, string>> = { month: '2008-03', tertial: '2008-T1', year: '2026' };

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, tertial: 4, year: 12 };

/** Reads a period of a kind; undefined when the text is none. */
export function periodOf(kind: PeriodKind, text: string): ReportPeriod | undefined {
  const [, year, part = '1'] = SHAPES[kind].exec(text) ?? [];
  if (year === undefined) return undefined;
  const months = MONTHS[kind];
  const first = (Number(part) - 1) * months + 1;
  const from = date(`${year}-${String(first).padStart(2, '0')}-01`);
  return { text, from: iso(from), to: iso(from.add({ months }).subtract({ days: 1 })) };
}

export const monthOfDay = (day: IsoDate): Month => day.slice(0, 7) as Month;

/** The first and last day of a month. */
export function daysOfMonth(month: Month): { readonly from: IsoDate; readonly to: IsoDate } {
  const from = date(`${month}-01`);
  return { from: iso(from), to: iso(from.with({ day: from.daysInMonth })) };
}

/** The month so many months later, or earlier when negative. */
export const monthsLater = (month: Month, months: number): Month => monthOfDay(iso(date(`${month}-01`).add({ months })));

/** The months of a period, ascending. */
export function monthsOf({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): readonly Month[] {
  const months: Month[] = [];
  for (let month = monthOfDay(from); month <= monthOfDay(to); month = monthsLater(month, 1)) months.push(month);
  return months;
}

const MONTH_NAMES = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'];

/** As people write it: `juni 2026`. */
export const monthTitle = (month: Month): string => `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
