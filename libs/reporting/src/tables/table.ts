/** What a column counts. Amounts are whole øre; a percentage is rounded half up to a whole one. */
export type Unit = 'persons' | 'average' | 'cases' | 'days' | 'months' | 'places' | 'municipalities' | 'øre' | 'percent';

/** A figure; null where there is none, `hidden` where it must not be shown. Decimals only where the unit is days or an average. */
export type Cell = number | null | 'hidden';

export interface Column {
  /** Names it in JSON, CSV and code. */
  readonly id: string;
  /** In bokmål. */
  readonly title: string;
  readonly unit: Unit;
  /** Set on a column that others of the row add up to, and on those that do: who knows all but one of them knows that one. */
  readonly adds?: 'part' | 'total';
  /** Other columns that must be hidden for this one not to tell them. */
  readonly hiddenWith?: readonly string[];
  /** Of a percentage: the columns that it is made of. */
  readonly ratio?: { readonly of: string; readonly to: string };
}

export interface Row {
  readonly id: string;
  readonly title: string;
  /** One a column. */
  readonly cells: readonly Cell[];
}

/** Figures under their titles. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  /** What a row is. */
  readonly rowTitle: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The sum of the rows, where the table shows one. */
  readonly total: Row | null;
}

/** A whole percentage, half up; null when there is nothing to take it of. */
export const percent = (of: number, to: number): number | null => (to === 0 ? null : Math.floor((of * 200 + to) / (to * 2)));

/** The cell of a row and column by their ids; undefined when there is none. `total` is the id of the sum. */
export function cellOf({ columns, rows, total }: ReportTable, row: string, column: string): Cell | undefined {
  const at = columns.findIndex(({ id }) => id === column);
  return [...rows, ...(total === null ? [] : [total])].find(({ id }) => id === row)?.cells[at];
}

/** The table of that id. Throws RangeError when there is none. */
export function tableOf(tables: readonly ReportTable[], id: string): ReportTable {
  const table = tables.find((each) => each.id === id);
  if (table === undefined) throw new RangeError(`There is no table ${id}.`);
  return table;
}

/** The sum of a column of rows, exact to the one decimal that averages have; percentages have none. */
export const sumOfColumn = (rows: readonly Row[], at: number): number =>
  rows.reduce((sum, { cells }) => sum + (typeof cells[at] === 'number' ? Math.round(cells[at] * 10) : 0), 0) / 10;

/** The sum row: each column added up, percentages taken of the sums. */
export function totalRow(columns: readonly Column[], rows: readonly Row[], title = 'I alt'): Row {
  const sums = columns.map((_column, at) => sumOfColumn(rows, at));
  const sumOf = (id: string): number => sums[columns.findIndex((column) => column.id === id)] ?? 0;
  const cells = columns.map(({ ratio }, at): Cell => (ratio === undefined ? (sums[at] ?? 0) : percent(sumOf(ratio.of), sumOf(ratio.to))));
  return { id: 'total', title, cells };
}
