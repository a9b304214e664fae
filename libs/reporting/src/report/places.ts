import { areaName, partsOf } from '../areas/area.ts';
import { type Cell, type Column, type ReportTable, type Row, totalRow } from '../tables/table.ts';
import type { Scope } from './definition.ts';

/** The row of cases whose place must not be told: counted in the country's sums, and nowhere else. § 9.21. */
export const UNPLACED = 'unplaced';

/** A table with a line for each part of the area, and a sum when there are several. */
export function byPlace(
  { id, title, columns }: Pick<ReportTable, 'id' | 'title' | 'columns'>,
  scope: Scope,
  cellsOf: (place: string) => readonly Cell[],
): ReportTable {
  const { area, asOf } = scope;
  const named = partsOf(area, asOf).map((part): Row => ({ id: part.code, title: areaName(part, asOf), cells: cellsOf(part.code) }));
  const unplaced: Row = { id: UNPLACED, title: 'Uten oppgitt sted', cells: cellsOf(UNPLACED) };
  const rows = unplaced.cells.some((cell) => typeof cell === 'number' && cell > 0) ? [...named, unplaced] : named;
  return { id, title, rowTitle: rowTitleOf(scope), columns, rows, total: rows.length > 1 ? totalRow(columns, rows) : null };
}

const ROW_TITLES = { country: 'Fylke', county: 'Kommune', municipality: 'Kommune', district: 'Bydel' } as const;
const rowTitleOf = ({ area }: Scope): string => ROW_TITLES[area.kind];

export const persons = (id: string, title: string): Column => ({ id, title, unit: 'persons' });
export const cases = (id: string, title: string): Column => ({ id, title, unit: 'cases' });
export const amounts = (id: string, title: string): Column => ({ id, title, unit: 'øre' });
