import type { IsoDate } from '@kvp/calendar';
import type { Area } from '../areas/area.ts';
import type { CaseFacts } from '../facts/case-facts.ts';
import type { ReportTable } from '../tables/table.ts';
import type { PeriodKind, ReportPeriod } from './period.ts';

/** What is asked: about which area, for which period, as it stood on which day of it. */
export interface Scope {
  readonly area: Area;
  readonly period: ReportPeriod;
  readonly asOf: IsoDate;
  /** For a forecast that is made for a past day: the day until which it is known how it went. */
  readonly hindsightOn?: IsoDate;
}

/** What one case adds to one figure: the figure, its row, and how much. */
export type Contribution = readonly [figure: string, row: string, amount: number];

/** The figures so far, by figure and row. Plain data: it can be kept when a long report is stopped. */
export type Sums = Readonly<Record<string, number>>;

/** What a report needs beside the case itself. */
export type Need = 'payments' | 'schedule';

/**
 * A report: what each case of the area adds, and what is made of the sums. Cases come one by one and in any order, so that a country is
 * counted in the memory of one case. `Input` is what has been imported for it, undefined where nothing is.
 */
export interface ReportDefinition<Input = undefined> {
  /** Its name in addresses, kebab-case. */
  readonly kind: string;
  /** What people call it, bokmål. */
  readonly title: string;
  readonly summary: string;
  readonly periods: PeriodKind;
  /** The first day that it can be made as of. */
  readonly firstAsOf: IsoDate;
  /** The last year that it can be made for, where the scheme has ended. */
  readonly lastYear?: number;
  readonly needs: readonly Need[];
  /** What must not be recognised is hidden whenever it is shown. Decided point 20. */
  readonly suppressed: boolean;
  // Methods, so that reports with different inputs stand side by side.
  contributions(facts: CaseFacts, scope: Scope): readonly Contribution[];
  /** What a case adds as it is known later, to a forecast made on a past day. */
  hindsight?(facts: CaseFacts, scope: Scope): readonly Contribution[];
  tables(sums: Sums, scope: Scope, input: Input): readonly ReportTable[];
}

/** A report with whatever input. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no single type is both above and below every input
export type AnyReport = ReportDefinition<any>;

const SEPARATOR = '|';
const keyOf = (figure: string, row: string): string => figure + SEPARATOR + row;

/** Adds what a case contributes to `sums`, which the caller owns. */
export function addTo(sums: Record<string, number>, contributions: readonly Contribution[]): void {
  for (const [figure, row, amount] of contributions) {
    const key = keyOf(figure, row);
    sums[key] = (sums[key] ?? 0) + amount;
  }
}

/** A figure of a row; 0 when nothing was added. */
export const sumAt = (sums: Sums, figure: string, row: string): number => sums[keyOf(figure, row)] ?? 0;

/** The rows of a figure and their sums. */
export const rowsOf = (sums: Sums, figure: string): readonly (readonly [row: string, amount: number])[] =>
  Object.entries(sums).flatMap(([key, amount]) =>
    key.startsWith(figure + SEPARATOR) ? [[key.slice(figure.length + 1), amount] as const] : [],
  );

/** The sums over cases. */
export function sumsOver(report: AnyReport, cases: Iterable<CaseFacts>, scope: Scope): Sums {
  const sums: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const facts of cases) addTo(sums, report.contributions(facts, scope));
  return sums;
}
