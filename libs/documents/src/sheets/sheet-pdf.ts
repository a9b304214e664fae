import type { IsoDate } from '@kvp/calendar';
import type { Sheet } from '@kvp/history';
import type { Block, Column, PdfDocument } from '../pdf/pdf-document.ts';
import { renderPdf } from '../pdf/render-pdf.ts';

/** What a sheet bears beside what it says. */
export interface SheetOf {
  readonly caseId: string;
  /** The day that it shows what was known on. */
  readonly date: IsoDate;
}

/** A calculation sheet as PDF/A, for the file and for the post: the same sheet has the same bytes. Throws PdfNotMade. */
export const sheetPdf = (sheet: Sheet, of: SheetOf): Uint8Array => renderPdf(sheetDocument(sheet, of));

/** Tables with many columns lie across the page. */
function sheetDocument({ title, facts, tables, notes }: Sheet, { caseId, date }: SheetOf): PdfDocument {
  return {
    ...{ title, language: 'nb', date, author: 'Nav-kontoret', landscape: true, footer: `Sak ${caseId.slice(0, 8)}` },
    blocks: [
      { kind: 'facts', rows: facts },
      ...tables.flatMap(({ heading, columns, rows }): readonly Block[] => [
        { kind: 'heading', text: heading },
        { kind: 'table', columns: columnsOf(columns, rows), rows },
      ]),
      ...notes.map((text): Block => ({ kind: 'paragraph', text })),
    ],
  };
}

/** Digits in groups, a decimal comma, kroner or not: what stands to the right. */
const NUMBER = /^[−-]?\d[\d\s\u00a0]*(?:,\d+)?(?:\s?kr)?$/u;

/** Columns of numbers stand to the right, and the one with the longest text takes the room that is left. */
function columnsOf(titles: readonly string[], rows: readonly (readonly string[])[]): readonly Column[] {
  const longest = titles.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const filling = longest.indexOf(Math.max(...longest));
  return titles.map((title, at) => ({
    title,
    ...(rows.every((row) => NUMBER.test(row[at] ?? '')) ? { align: 'right' as const } : {}),
    ...(at === filling ? { fills: true } : {}),
  }));
}
