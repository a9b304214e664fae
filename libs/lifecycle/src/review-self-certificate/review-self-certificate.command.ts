import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { decideReviewSelfCertificate, reviewMoment } from './review-self-certificate.decide.ts';

export const ReviewSelfCertificate = record({
  ...decisionFields,
  outcome: oneOf(['kept', 'restored'], 'Whether the right stays lost or is given back.'),
  restoredOn: Type.Optional(isoDate('The first day with the right again. The day of the decision when left out.')),
  justification: Type.Optional(freeText('The circumstances it rests on. Required when the right stays lost.')),
});
export type ReviewSelfCertificate = Static<typeof ReviewSelfCertificate>;

export const reviewSelfCertificate = defineCommand<ReviewSelfCertificate>({
  name: 'reviewSelfCertificate',
  title: 'Vurder tap av retten til egenmelding på nytt',
  summary: "Looks again at the loss of the right to certify one's own illness, at the latest after six months. KVPF § 8.",
  schema: ReviewSelfCertificate,
  individualDecision: true,
  restatesDay: ['reviewBy', 'restoredOn', 'late'],
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today }) => reviewMoment(state, today),
  decide: decideReviewSelfCertificate,
  fillIn: () => ({ justification: 'Forholdene er de samme.', backdatingReason: 'Registrert i ettertid.' }),
  example: { outcome: 'restored', justification: 'Ingen fravær det siste halvåret.' },
});
