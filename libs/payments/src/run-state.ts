import type { IsoDate } from '@kvp/calendar';
import type { Month } from '@kvp/stipend';
import type { MadeFile } from './transfer-file/made-file.ts';
import { NO_TOTALS, type Totals } from './totals.ts';

/** What a run pays: all that is due, or what a new rate adds to months that were settled before (rulebook § 5.9). */
export const RUN_KINDS = ['ordinary', 'regulation'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** Why a proposed run was not approved. Free text would be personal, and a run is nobody's. */
export const RETURN_REASONS = ['anomaly', 'wrongMonth', 'missingFacts', 'other'] as const;

/** Where a run stands. `opened`, `proposed` and `approved` are under way: nothing else is opened beside them. */
export type RunStatus = 'none' | 'opened' | 'proposed' | 'returned' | 'approved' | 'completed';

/** A `payment-run-` stream, folded. */
export interface RunState {
  readonly status: RunStatus;
  readonly runId: string;
  readonly month: Month;
  readonly kind: RunKind;
  readonly payDate: IsoDate;
  readonly openedOn: IsoDate;
  readonly openedBy: string;
  readonly needsApproval: boolean;
  readonly approvedBy: string | null;
  /** The one case that it is for, hashed with the run; null: all. */
  readonly onlyCase: string | null;
  readonly totals: Totals;
  /** What was proposed, case by case, while it matters. */
  readonly digests: readonly string[];
  readonly leftOut: number;
  /** Hashes of the answers that came from payroll. */
  readonly answers: readonly string[];
  /** Null until one is made, and where payroll pays. */
  readonly paymentFile: MadeFile | null;
}

export const initialRun: RunState = {
  status: 'none',
  runId: '',
  month: '0000-01',
  kind: 'ordinary',
  payDate: '0000-01-01',
  openedOn: '0000-01-01',
  openedBy: '',
  needsApproval: false,
  approvedBy: null,
  onlyCase: null,
  totals: NO_TOTALS,
  digests: [],
  leftOut: 0,
  answers: [],
  paymentFile: null,
};

export const isUnderWay = ({ status }: RunState): boolean => status === 'opened' || status === 'proposed' || status === 'approved';
