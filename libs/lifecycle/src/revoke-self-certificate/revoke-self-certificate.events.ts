import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { LOSS_GROUNDS, LOSS_GROUND_TEXT } from './grounds.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  from: isoDate("The first day on which a doctor's note is asked for instead."),
  reviewBy: isoDate('The day by which it must have been looked at again.'),
});
const personal = record({
  ground: oneOf(LOSS_GROUNDS, 'Why.'),
  heardOn: isoDate('The day the participant was heard.'),
  justification: freeText('The circumstances it rests on.'),
  ...backdatingField,
});

export type SelfCertificateRevoked = DomainEvent<'SelfCertificateRevoked', Static<typeof data>, Static<typeof personal>>;

export const selfCertificateRevoked = defineEvent<SelfCertificateRevoked>({
  type: 'SelfCertificateRevoked',
  version: 1,
  summary: 'The participant lost the right to certify their own illness.',
  schema: { data, personal },
  decision: 'selfCertificateLoss',
  evolve: (state, { data: { from, reviewBy } }) => {
    const loss = { recordedIn: state.revision, from: date(from), reviewBy: date(reviewBy), restoredOn: null };
    return { ...state, absences: { ...state.absences, selfCertificateLosses: [...state.absences.selfCertificateLosses, loss] } };
  },
  undo: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'KVPF § 8',
  audit: ({ data: { from, reviewBy }, personal: { ground } }) =>
    `Deltakeren mister retten til egenmelding fra og med ${norwegianDate(from)}: ${LOSS_GROUND_TEXT[ground]}. ` +
    `Vedtaket vurderes på nytt senest ${norwegianDate(reviewBy)}.`,
  published: 'published',
  example: {
    type: 'SelfCertificateRevoked',
    version: 1,
    data: { decidedOn: '2025-08-28', from: '2025-09-01', reviewBy: '2026-02-28' },
    personal: { ground: 'fourTimes', heardOn: '2025-08-25', justification: 'Fire egenmeldte fravær siden april, alle på mandager.' },
  },
});
