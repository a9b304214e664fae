import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { WITHDRAWABLE, decideWithdrawAppeal } from './withdraw-appeal.decide.ts';

export const WithdrawAppeal = record({
  ...appealField,
  withdrawnOn: isoDate('The day the withdrawal reached the office.'),
  reason: Type.Optional(freeText('What the party said about it. Nobody owes a reason.')),
});
export type WithdrawAppeal = Static<typeof WithdrawAppeal>;

export const withdrawAppeal = defineCommand<WithdrawAppeal>({
  name: 'withdrawAppeal',
  title: 'Registrer at klagen er trukket',
  summary: 'Registers that the party withdrew an appeal before it was decided. The decision stands. Rulebook § 6.4.',
  schema: WithdrawAppeal,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ withdrawnOn }) => withdrawnOn,
  allowed: appealStands(WITHDRAWABLE),
  decide: decideWithdrawAppeal,
  example: { withdrawnOn: '2025-02-20', reason: 'Har fått forklart vedtaket.' },
});
