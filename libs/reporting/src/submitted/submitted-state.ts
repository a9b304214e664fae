import type { Cell, ReportTable } from '../tables/table.ts';

/** A figure that is other than it was. */
export interface FigureDifference {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** What was sent, named by the revision of its event. */
export interface Submission {
  readonly revision: number;
  readonly asOf: string;
  readonly knownAt: string;
  readonly tables: readonly ReportTable[];
  readonly hash: string;
  readonly corrects: number | null;
  readonly differences: readonly FigureDifference[];
}

/** A `reports-` stream, folded: what was imported for the report, and every submission of it. */
export interface SubmittedState {
  readonly revision: number;
  readonly inputs: Readonly<Record<string, object>>;
  readonly submissions: readonly Submission[];
}

export const initialSubmitted: SubmittedState = { revision: -1, inputs: {}, submissions: [] };

/** One stream for each area, report and period. */
export const reportStream = (kind: string, area: string, period: string): string => `reports-${area}-${kind}-${period}`;
