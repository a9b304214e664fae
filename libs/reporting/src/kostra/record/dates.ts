import { type IsoDate, date, isIsoDate } from '@kvp/calendar';

/** Writes a day as the layout has it: DDMMYYYY, or DDMMYY where the field has six positions. */
export function kostraDate(day: IsoDate, width: number): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${dayOfMonth}${month}${width === 6 ? year.slice(2) : year}`;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Two digits are of this century, as SSB reads them. */
function partsOf(text: string): Parts | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d|\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year), month: Number(month), day: Number(day) };
}

/** The year of a day that is read leniently: 31.02 is the last of February, 32.02 is nothing. Undefined for what is no day. */
export function lenientYear(text: string): number | undefined {
  const { year, month = 0, day = 0 } = partsOf(text) ?? {};
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? year : undefined;
}

/** A day that is read strictly: it must be in the calendar. */
export function strictYear(text: string): number | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const iso = [String(parts.year).padStart(4, '0'), String(parts.month).padStart(2, '0'), String(parts.day).padStart(2, '0')].join('-');
  return isIsoDate(iso) ? date(iso).year : undefined;
}
