import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { decideReviewCorrection, reviewMoment } from './review-correction.decide.ts';
import { REVIEW_OUTCOMES } from './review-correction.events.ts';

export const ReviewCorrection = record({
  correction: Type.Optional(revisionNumber('Revision of the correction. The last one that waits for a review when left out.')),
  reviewedOn: Type.Optional(isoDate('The day the decisions were looked at again. Today when left out.')),
  outcome: oneOf(REVIEW_OUTCOMES, 'Whether the decisions stand as they are, or have been changed: reversed, or followed by a new one.'),
  reason: freeText('Why they stand, or what was changed.'),
});
export type ReviewCorrection = Static<typeof ReviewCorrection>;

export const reviewCorrection = defineCommand<ReviewCorrection>({
  name: 'reviewCorrection',
  title: 'Vurder vedtak etter retting',
  summary: 'Registers that the decisions made on a fact that was wrong have been looked at again. FVL §§ 17 and 35.',
  schema: ReviewCorrection,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: ({ reviewedOn }) => reviewedOn,
  allowed: reviewMoment,
  decide: decideReviewCorrection,
  fillIn: () => ({ outcome: 'stands', reason: 'Vedtakene er vurdert på nytt.' }),
  example: { correction: 6, outcome: 'stands', reason: 'Forlengelsen bygger ikke på datoen som var feil.' },
});
