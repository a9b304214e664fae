import { formatKroner, ore } from '@kvp/money';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Sheet, SheetCell } from './sheets.ts';

const KRONER = '#,##0.00';
const LONGEST_NAME = 31;

function cellOf(cell: SheetCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  // A spreadsheet holds every number as a floating one; the øre are exact in JSON and CSV.
  return typeof cell === 'object'
    ? { value: Number(formatKroner(ore(cell.ore))), type: Number, format: KRONER }
    : { value: cell, type: Number };
}

/** Sheets as an Excel file (XLSX). Texts stay texts, whatever they begin with. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, titles, rows }) => ({
    sheet: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME),
    stickyRowsCount: 1,
    data: [
      titles.map((title): Cell => ({ value: title, type: String, fontWeight: 'bold' })),
      ...Array.from(rows, (row) => row.map(cellOf)),
    ],
  }));
  return await writeXlsxFile(written).toBuffer();
}
