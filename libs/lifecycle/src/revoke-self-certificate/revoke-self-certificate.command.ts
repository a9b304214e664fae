import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { LOSS_GROUNDS } from './grounds.ts';
import { decideRevokeSelfCertificate, revokeMoment } from './revoke-self-certificate.decide.ts';

export const RevokeSelfCertificate = record({
  ...decisionFields,
  from: isoDate("The first day on which a doctor's note is asked for instead. Not before the decision."),
  ground: oneOf(LOSS_GROUNDS, 'Four self-certified absences in twelve months, or reasonable suspicion.'),
  heardOn: Type.Optional(isoDate('The day the participant was heard. Required, and not after the decision.')),
  justification: Type.Optional(freeText('The circumstances it rests on. Required.')),
});
export type RevokeSelfCertificate = Static<typeof RevokeSelfCertificate>;

export const revokeSelfCertificate = defineCommand<RevokeSelfCertificate>({
  name: 'revokeSelfCertificate',
  title: 'Ta fra deltakeren retten til egenmelding',
  summary: "Takes away the right to certify one's own illness; it is looked at again within six months. KVPF § 8.",
  schema: RevokeSelfCertificate,
  individualDecision: true,
  restatesDay: ['reviewBy'],
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today }) => revokeMoment(state, today),
  decide: decideRevokeSelfCertificate,
  fillIn: ({ decidedOn, from }) => {
    const heardOn = decidedOn ?? from;
    return {
      ...(heardOn === undefined ? {} : { heardOn }),
      justification: 'Fraværet er drøftet med deltakeren.',
      backdatingReason: 'Registrert i ettertid.',
    };
  },
  example: {
    from: '2025-09-01',
    ground: 'fourTimes',
    heardOn: '2025-08-25',
    justification: 'Fire egenmeldte fravær siden april, alle på mandager.',
  },
});
