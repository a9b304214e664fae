import { date, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened, isBlank, isRegistered } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { justificationRequired } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { type FactCorrection, awaitsReview, decisionsSince } from '../kernel/state/corrections.ts';
import type { ReviewCorrection } from './review-correction.command.ts';
import type { CorrectionReviewed } from './review-correction.events.ts';
import * as refusals from './review-correction.refusals.ts';

/** A correction must wait for its review. */
export const reviewMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), !state.corrections.some(awaitsReview) && refuse(refusals.noCorrectionToReview, []));

/**
 * Registers that the decisions made on a fact that was wrong have been looked at again. That one of them was changed shows in the case:
 * it has been undone, or another decision has followed.
 */
export function decideReviewCorrection(state: CaseState, command: ReviewCorrection, { today }: Context): Decision {
  const { correction: named, outcome, reason } = command;
  const reviewedOn = command.reviewedOn ?? iso(today);
  const waiting = state.corrections.findLast((each) => awaitsReview(each) && (named === undefined || each.recordedIn === named));
  return decideWhen(
    reviewMoment(state),
    () =>
      refusalsOf(
        waiting === undefined && refuse(refusals.noCorrectionToReview, []),
        hasHappened(date(reviewedOn), today),
        isBlank(reason) && refuse(justificationRequired, []),
        outcome === 'changed' && waiting !== undefined && !isChangedSince(state, waiting) && refuse(refusals.nothingChanged, []),
      ),
    (): readonly CorrectionReviewed[] =>
      waiting === undefined
        ? []
        : [
            {
              type: 'CorrectionReviewed',
              version: 1,
              data: { correction: waiting.recordedIn, reviewedOn, outcome },
              personal: { reason },
            },
          ],
  );
}

const isChangedSince = (state: CaseState, { affects, recordedIn }: FactCorrection): boolean =>
  decisionsSince(state, recordedIn).length > 0 ||
  state.decisions.some(({ revision, undoneBy }) => undoneBy !== null && affects.includes(revision));
