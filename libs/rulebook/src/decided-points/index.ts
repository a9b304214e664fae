import { ABSENCE_POINTS } from './absence.ts';
import { CASE_HANDLING_POINTS } from './case-handling.ts';
import { DURATION_POINTS } from './duration.ts';
import type { DecidedPoint } from './point.ts';
import { REPORTING_POINTS } from './reporting.ts';
import { STIPEND_POINTS } from './stipend.ts';

export type { DecidedPoint } from './point.ts';

/** The decided points, by number. */
export const DECIDED_POINTS: readonly DecidedPoint[] = [
  ...DURATION_POINTS,
  ...ABSENCE_POINTS,
  ...STIPEND_POINTS,
  ...CASE_HANDLING_POINTS,
  ...REPORTING_POINTS,
].sort((a, b) => a.number - b.number);
