import { date } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';

export const REVIEW_OUTCOMES = ['stands', 'changed'] as const;

const data = record({
  correction: revisionNumber('Revision of the correction.'),
  reviewedOn: isoDate('The day the decisions were looked at again.'),
  outcome: oneOf(REVIEW_OUTCOMES, 'Whether the decisions stand or have been changed.'),
});
const personal = record({ reason: freeText('Why they stand, or what was changed.') });

export type CorrectionReviewed = DomainEvent<'CorrectionReviewed', Static<typeof data>, Static<typeof personal>>;

const OUTCOME = { stands: 'De blir stående.', changed: 'De er endret.' } as const;

export const correctionReviewed = defineEvent<CorrectionReviewed>({
  type: 'CorrectionReviewed',
  version: 1,
  summary: 'The decisions made on a fact that was wrong were looked at again.',
  schema: { data, personal },
  evolve: (state, { data: { correction, reviewedOn } }) => ({
    ...state,
    corrections: state.corrections.map((each) => (each.recordedIn === correction ? { ...each, reviewedOn: date(reviewedOn) } : each)),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { reviewedOn } }) => reviewedOn,
  provision: 'FVL § 17',
  audit: ({ data: { correction, outcome } }) =>
    `Vedtakene som bygger på det som ble rettet i hendelse ${String(correction)}, er vurdert på nytt. ${OUTCOME[outcome]}`,
  published: 'published',
  example: {
    type: 'CorrectionReviewed',
    version: 1,
    data: { correction: 6, reviewedOn: '2025-07-01', outcome: 'stands' },
    personal: { reason: 'Forlengelsen bygger ikke på datoen som var feil.' },
  },
});
