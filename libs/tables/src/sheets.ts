/** What stands in one place of a sheet. */
export type SheetCell = string | number | null | Money;

/** Whole øre, shown as kroner with two decimals. */
export interface Money {
  readonly ore: number;
}

/** A sheet: rows under a first row of titles. */
export interface Sheet {
  /** At most 31 characters in Excel; longer ones are cut. */
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
}
