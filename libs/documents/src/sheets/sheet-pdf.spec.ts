import { expect, test } from '@jest/globals';
import type { Sheet } from '@kvp/history';
import { objectsOf, pagesOf, textOf } from '../testing/read-pdf.ts';
import { sheetPdf } from './sheet-pdf.ts';

const SHEET: Sheet = {
  title: 'Beregning av kvalifiseringsstønad for juni 2026',
  facts: [['Beløp', '23\u00a0582,01\u00a0kr']],
  tables: [
    {
      heading: 'Dagene',
      columns: ['Fra', 'Dager', 'Hva dagene er', 'Stønad'],
      rows: [
        ['1. juni 2026', '22', 'i program #panic("nei")', '23\u00a0582,01\u00a0kr'],
        ['10. juni 2026', '1', 'avbrudd', '−1\u00a0071,91\u00a0kr'],
      ],
    },
  ],
  notes: ['Summene stemmer på hvert nivå (6 kontroller).'],
};
const OF = { caseId: '1f2e3d4c-0000-5000-8000-000000000000', date: '2026-07-06' } as const;

test('a sheet is PDF/A with all that it says, as it stands', async () => {
  const pdf = sheetPdf(SHEET, OF);
  expect(objectsOf(pdf)).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
  const text = await textOf(pdf);
  for (const said of [
    SHEET.title,
    'Beløp',
    'Dagene',
    'i program #panic("nei")',
    '−1 071,91 kr',
    SHEET.notes[0]!,
    'Sak 1f2e3d4c Side 1 av 1',
  ])
    expect(text.replaceAll('\u00a0', ' ')).toContain(said);
});

test('the same sheet has the same bytes, and another day has others', () => {
  const bytes = (date: typeof OF.date | '2026-07-07'): string => Buffer.from(sheetPdf(SHEET, { ...OF, date })).toString('base64');
  const first = bytes('2026-07-06');
  expect(bytes('2026-07-07')).not.toBe(first);
  expect(bytes('2026-07-06')).toBe(first);
});

test('a month with absence every other day goes over pages, and keeps its heads', async () => {
  const [table] = SHEET.tables;
  const rows = Array.from({ length: 60 }, (_, n) => [`${n}. dag`, '1', 'i program', '1\u00a0071,91\u00a0kr']);
  const pages = await pagesOf(sheetPdf({ ...SHEET, tables: [{ ...table!, rows }] }, OF));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain('Hva dagene er');
});
