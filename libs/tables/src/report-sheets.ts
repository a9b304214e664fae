import type { Cell, Column, Report, ReportTable, Row } from '@kvp/reporting';
import type { Sheet, SheetCell } from './sheets.ts';

/** Stands where a figure must not be shown. */
export const HIDDEN = '*';

const LINE_TITLES = ['report', 'area', 'period', 'asOf', 'knownAt', 'table', 'row', 'rowTitle', 'column', 'columnTitle', 'unit', 'value'];

function cellOf(cell: Cell, { unit }: Column): SheetCell {
  if (cell === 'hidden') return HIDDEN;
  if (cell === null) return null;
  return unit === 'øre' ? { ore: cell } : cell;
}

const rowsOf = ({ rows, total }: ReportTable): readonly Row[] => (total === null ? rows : [...rows, total]);

/** A figure a line, with everything that says what it is: for programs. */
export const linesOfReport = ({ kind, area, period, asOf, knownAt, tables }: Report): Sheet => ({
  name: kind,
  titles: LINE_TITLES,
  rows: tables.flatMap((table) =>
    rowsOf(table).flatMap((row) =>
      table.columns.map((column, at): readonly SheetCell[] => [
        ...[kind, area, period, asOf, knownAt, table.id, row.id, row.title],
        ...[column.id, column.title, column.unit, cellOf(row.cells[at] ?? null, column)],
      ]),
    ),
  ),
});

/** A sheet a table, as people read it, and a first one that says what it is. */
export const sheetsOfReport = (report: Report): readonly Sheet[] => [
  {
    name: 'Om rapporten',
    titles: ['', ''],
    rows: [
      ['Rapport', report.title],
      ['Område', `${report.areaName} (${report.area})`],
      ['Periode', report.period],
      ['Per', report.asOf],
      ['Kjent per', report.knownAt],
      ['Små tall', report.suppressed ? `skjermet, vist som ${HIDDEN}` : 'vist'],
      ['Saker som ikke kan åpnes', report.unreadable],
    ],
  },
  ...report.tables.map((table) => ({
    name: table.title,
    titles: [table.rowTitle, ...table.columns.map(({ title }) => title)],
    rows: rowsOf(table).map((row) => [row.title, ...table.columns.map((column, at) => cellOf(row.cells[at] ?? null, column))]),
  })),
];
