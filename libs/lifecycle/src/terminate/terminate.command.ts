import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { TERMINATION_REASONS } from './reasons.ts';
import { decideTerminate, terminateMoment } from './terminate.decide.ts';

export const TerminateProgramme = record({
  ...decisionFields,
  lastDay: isoDate('The last day in the programme. It may be decided ahead.'),
  reason: oneOf(TERMINATION_REASONS, 'Why the programme ends.'),
  justification: Type.Optional(
    freeText('The circumstances of the participant that it rests on. Required unless completed, agreed or death.'),
  ),
  noticeGiven: Type.Optional(yesOrNo('Whether the participant was notified beforehand (FVL § 16).')),
  noticeException: Type.Optional(freeText('Which exception made notice needless.')),
  becauseOfAbsence: Type.Optional(
    yesOrNo('Whether it ends because of absence. Left out: yes for non-attendance, not resuming and a year of interruption.'),
  ),
  issueCertificate: Type.Optional(yesOrNo('Whether a certificate of participation is issued. Yes when left out, but for death.')),
});
export type TerminateProgramme = Static<typeof TerminateProgramme>;

export const terminate = defineCommand<TerminateProgramme>({
  name: 'terminate',
  title: 'Avslutt program',
  summary: 'Ends the programme and issues the certificate. STL § 34.',
  schema: TerminateProgramme,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today }) => terminateMoment(state, today),
  decide: decideTerminate,
  restatesDay: ['issuedOn'],
  fillIn: () => ({
    justification: 'Forholdene ved deltakeren er vurdert.',
    noticeGiven: true,
    backdatingReason: 'Registrert i ettertid.',
  }),
  example: { lastDay: '2026-03-31', reason: 'completed', issueCertificate: true },
});
