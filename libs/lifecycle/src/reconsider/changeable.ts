import { appealedIn } from '../appeal/assessment.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import { appealedTooLate, notAppealed } from './reconsider.refusals.ts';

/** What is asked to be changed: some of the decisions, or all; in part without names: a part of what is appealed. */
interface AskedChange {
  readonly outcome: string;
  readonly decisions?: readonly number[];
}

/** An outcome that changes a part, of the office or of statsforvalteren. */
const IN_PART: readonly string[] = ['partly', 'partlyChanged'];

/**
 * The decisions that a change is about: those that are named, else all that were appealed within a year. None when a part is changed and
 * nothing is named: then a new decision says which.
 */
export function changeable(
  state: CaseState,
  appeal: Appeal,
  { outcome, decisions: named }: AskedChange,
): { readonly decisions: readonly CaseDecision[]; readonly refusals: readonly Refusal[] } {
  const appealed = appealedIn(state, appeal);
  const tooLate = ({ revision }: CaseDecision): boolean =>
    appeal.timeliness.some(({ decision, verdict }) => decision === revision && verdict === 'too-late');
  if (named === undefined) return { decisions: IN_PART.includes(outcome) ? [] : appealed.filter((each) => !tooLate(each)), refusals: [] };
  const decisions = appealed.filter(({ revision }) => named.includes(revision));
  return {
    decisions,
    refusals: refusalsOf(
      named.some((revision) => !appeal.decisions.includes(revision)) && refuse(notAppealed, []),
      decisions.some(tooLate) && refuse(appealedTooLate, []),
    ),
  };
}
