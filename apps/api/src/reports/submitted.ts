import type { SubmitOutcome } from '@kvp/report-desk';
import { Problem } from '../http/problem.ts';

/** What is answered to whoever submitted a report or the yearly file: what was frozen, and where it stands. */
export interface Submitted {
  readonly revision: number;
  readonly submitted: unknown;
}

/** Throws the problem that says why nothing was frozen. */
export function submitted(outcome: SubmitOutcome): Submitted {
  if (outcome.kind === 'contended') throw new Problem('contended');
  if (outcome.kind === 'refused') throw new Problem('refused', { members: { refusals: outcome.refusals } });
  return { revision: outcome.revision, submitted: outcome.event.data };
}
