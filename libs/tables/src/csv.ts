import { formatKroner, ore } from '@kvp/money';
import { stringify } from 'csv-stringify/sync';
import type { Sheet, SheetCell } from './sheets.ts';

const textOf = (cell: SheetCell): string => {
  if (cell === null) return '';
  return typeof cell === 'object' ? formatKroner(ore(cell.ore)) : String(cell);
};

/**
 * A sheet as CSV (RFC 4180): UTF-8, commas, CRLF, a first line of titles. Amounts in kroner with a point; what a spreadsheet would run as a
 * formula is kept from it.
 */
export const toCsv = ({ titles, rows }: Omit<Sheet, 'name'>): string =>
  stringify([[...titles], ...Array.from(rows, (row) => row.map(textOf))], { record_delimiter: '\r\n', escape_formulas: true });
