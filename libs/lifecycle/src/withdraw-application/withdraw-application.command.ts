import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { decideWithdrawApplication, withdrawMoment } from './withdraw-application.decide.ts';

export const WithdrawApplication = record({
  withdrawnOn: isoDate('The day the withdrawal reached the office. The case is ended from that day on.'),
  becauseOfDeath: Type.Optional(yesOrNo('Nobody withdrew it: the applicant died that day, and the application fell away.')),
  reason: Type.Optional(freeText('What the applicant said about it. Nobody owes a reason.')),
});
export type WithdrawApplication = Static<typeof WithdrawApplication>;

export const withdrawApplication = defineCommand<WithdrawApplication>({
  name: 'withdrawApplication',
  title: 'Registrer at søknaden er trukket',
  summary: 'Registers that the applicant withdrew the application before the programme started. STL § 29: taking part is voluntary.',
  schema: WithdrawApplication,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['applied', 'granted'],
  lawOn: ({ withdrawnOn }) => withdrawnOn,
  allowed: withdrawMoment,
  decide: decideWithdrawApplication,
  example: { withdrawnOn: '2025-01-15', reason: 'Søkeren har fått arbeid.' },
});
