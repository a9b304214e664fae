import type { Cell, Column, ReportTable, Row } from './table.ts';

/** Counts below this are not shown: 0, 1 and 2. Decided point 20. */
export const SMALLEST_SHOWN = 3;

/** Cells by row and column. Those of the sum row are no part of it: totals are shown. */
type Grid = Cell[][];
type Place = readonly [row: number, column: number];
/** Cells whose sum is shown. */
type Line = readonly Place[];

/**
 * The table with small counts of persons hidden, and with those that could be worked out from a shown total. A line with a total and
 * exactly one hidden cell loses its smallest shown cell too, the first of several; by row and by column until nothing changes. A percentage
 * goes with either of its numbers. Totals are shown. Decided point 20.
 */
export function suppress(table: ReportTable): ReportTable {
  const { columns, rows, total } = table;
  const grid: Grid = rows.map(({ cells }) => cells.map((cell, at) => (isSmall(cell, columns[at]) ? 'hidden' : cell)));
  const lines = [...(total === null ? [] : columnLines(columns, grid.length)), ...rowLines(columns, grid.length)];
  const companions = companionsOf(columns);
  let hidMore = true;
  while (hidMore) {
    hidMore = hideCompanions(grid, companions);
    for (const line of lines) if (hideSecond(grid, line)) hidMore = true;
  }
  return { ...table, rows: rows.map((row, at): Row => ({ ...row, cells: grid[at] ?? row.cells })) };
}

/** Persons are what could be recognised; amounts, places and days are not. */
const isHideable = (column: Column | undefined): boolean => column?.unit === 'persons' && column.adds !== 'total';

const isSmall = (cell: Cell, column: Column | undefined): boolean =>
  typeof cell === 'number' && cell < SMALLEST_SHOWN && isHideable(column);

const columnLines = (columns: readonly Column[], rows: number): readonly Line[] =>
  columns.flatMap((column, at) => (isHideable(column) ? [Array.from({ length: rows }, (_row, row): Place => [row, at])] : []));

function rowLines(columns: readonly Column[], rows: number): readonly Line[] {
  const parts = columns.flatMap(({ adds }, at) => (adds === 'part' ? [at] : []));
  return parts.length === 0 ? [] : Array.from({ length: rows }, (_row, row) => parts.map((at): Place => [row, at]));
}

/** Hides one more where exactly one is hidden. @returns whether it did */
function hideSecond(grid: Grid, line: Line): boolean {
  const cellAt = ([row, at]: Place): Cell => grid[row]?.[at] ?? null;
  if (line.filter((place) => cellAt(place) === 'hidden').length !== 1) return false;
  const shown = line.filter((place) => typeof cellAt(place) === 'number');
  const [smallest] = shown.toSorted((a, b) => Number(cellAt(a)) - Number(cellAt(b)));
  return smallest !== undefined && hide(grid, smallest);
}

/** For each column the others that tell of it. */
const companionsOf = (columns: readonly Column[]): readonly (readonly number[])[] =>
  columns.map(({ ratio, hiddenWith = [] }) =>
    [...(ratio === undefined ? [] : [ratio.of, ratio.to]), ...hiddenWith].map((id) => columns.findIndex((column) => column.id === id)),
  );

function hideCompanions(grid: Grid, companions: readonly (readonly number[])[]): boolean {
  let hid = false;
  for (const [row, cells] of grid.entries())
    for (const [at, others] of companions.entries())
      if (cells[at] !== 'hidden' && others.some((other) => cells[other] === 'hidden')) hid = hide(grid, [row, at]);
  return hid;
}

function hide(grid: Grid, [row, at]: Place): true {
  const cells = grid[row];
  if (cells !== undefined) cells[at] = 'hidden';
  return true;
}
