import { type PlainDate, date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import type { SelfCertificateLoss } from '../kernel/state/absences.ts';

const reviewed = {
  decidedOn: isoDate('The day of the review.'),
  loss: revisionNumber('Revision of the decision that took the right away.'),
  late: yesOrNo('Whether the review came later than it should.'),
};
const personal = record({ justification: Type.Optional(freeText('The circumstances it rests on.')), ...backdatingField });

const kept = { data: record({ ...reviewed, reviewBy: isoDate('The day by which it is looked at again.') }), personal };
const restored = { data: record({ ...reviewed, restoredOn: isoDate('The first day with the right again.') }), personal };

export type SelfCertificateLossKept = DomainEvent<'SelfCertificateLossKept', Static<typeof kept.data>, Static<typeof personal>>;
export type SelfCertificateRestored = DomainEvent<'SelfCertificateRestored', Static<typeof restored.data>, Static<typeof personal>>;

const withLoss = (state: CaseState, recordedIn: number, change: Partial<SelfCertificateLoss>): CaseState => ({
  ...state,
  absences: {
    ...state.absences,
    selfCertificateLosses: state.absences.selfCertificateLosses.map((loss) =>
      loss.recordedIn === recordedIn ? { ...loss, ...change } : loss,
    ),
  },
});

/** With the decision to keep the loss undone, nothing keeps it any longer. */
const withoutReview = (state: CaseState, decidedIn: number, from: PlainDate): CaseState => {
  const losses = state.absences.selfCertificateLosses.map((loss) => (loss.keptIn === decidedIn ? { ...loss, restoredOn: from } : loss));
  return { ...state, absences: { ...state.absences, selfCertificateLosses: losses } };
};

export const selfCertificateLossKept = defineEvent<SelfCertificateLossKept>({
  type: 'SelfCertificateLossKept',
  version: 1,
  summary: "The loss of the right to certify one's own illness was looked at again, and stands.",
  schema: kept,
  decision: 'selfCertificateLoss',
  evolve: (state, { data: { loss, reviewBy } }) => withLoss(state, loss, { reviewBy: date(reviewBy), keptIn: state.revision }),
  undo: withoutReview,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'KVPF § 8',
  audit: ({ data: { reviewBy, late } }) =>
    `Tapet av retten til egenmelding er vurdert på nytt${late ? ', etter fristen,' : ''} og står. Det vurderes igjen senest ${norwegianDate(reviewBy)}.`,
  published: 'published',
  example: {
    type: 'SelfCertificateLossKept',
    version: 1,
    data: { decidedOn: '2026-02-16', loss: 9, late: false, reviewBy: '2026-08-16' },
    personal: { justification: 'Fraværsmønsteret er det samme.' },
  },
});

export const selfCertificateRestored = defineEvent<SelfCertificateRestored>({
  type: 'SelfCertificateRestored',
  version: 1,
  summary: 'The participant got back the right to certify their own illness.',
  schema: restored,
  evolve: (state, { data: { loss, restoredOn } }) => withLoss(state, loss, { restoredOn: date(restoredOn) }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { restoredOn } }) => restoredOn,
  provision: 'KVPF § 8',
  audit: ({ data: { restoredOn } }) => `Deltakeren har igjen rett til egenmelding fra og med ${norwegianDate(restoredOn)}.`,
  published: 'published',
  example: {
    type: 'SelfCertificateRestored',
    version: 1,
    data: { decidedOn: '2026-02-16', loss: 9, late: false, restoredOn: '2026-02-16' },
    personal: { justification: 'Ingen fravær det siste halvåret.' },
  },
});
