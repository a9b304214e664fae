import { isSame } from '@kvp/calendar';
import { type Deadlines, deadline } from '../deadline.ts';

// The law says "without undue delay" (FVL § 11 a) and no more: the figures are our choice.

/** Weeks in which decisions that rest on a corrected fact are looked at again. */
const REVIEW_WEEKS = 2;

/** Weeks in which a proposed decision is approved or returned. */
const APPROVAL_WEEKS = 1;

/** A fact was wrong, and decisions were made on it: what followed is looked at again, never changed in silence. FVL § 17. */
export const correctionReview: Deadlines = ({ corrections }) =>
  corrections
    .filter(({ affects }) => affects.length > 0)
    .map(({ recordedIn, correctedOn, reviewedOn }) =>
      deadline({
        kind: 'correction-review',
        due: correctedOn.add({ weeks: REVIEW_WEEKS }),
        provision: 'FVL § 17',
        settledBy: 'reviewCorrection',
        settledOn: reviewedOn,
        about: recordedIn,
      }),
    );

/** A decision that waits for the second person, until it is approved, returned or withdrawn. What is settled on its own day never waited. */
export const proposal: Deadlines = ({ proposals }) =>
  proposals
    .filter(({ proposedOn, settledOn }) => settledOn === null || !isSame(proposedOn, settledOn))
    .map(({ recordedIn, proposedOn, settledOn }) =>
      deadline({
        kind: 'proposal',
        due: proposedOn.add({ weeks: APPROVAL_WEEKS }),
        provision: 'FVL § 11 a',
        settledBy: 'approve',
        settledOn,
        about: recordedIn,
      }),
    );
