import type { Static } from 'typebox';
import { proposalField } from '../four-eyes/fields.ts';
import { awaitsApproval } from '../four-eyes/four-eyes.guards.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { decideWithdrawProposal } from './withdraw-proposal.decide.ts';

export const WithdrawProposal = record(proposalField);
export type WithdrawProposal = Static<typeof WithdrawProposal>;

export const withdrawProposal = defineCommand<WithdrawProposal>({
  name: 'withdrawProposal',
  title: 'Trekk forslag til vedtak',
  summary: 'Takes back a decision that oneself has proposed, before anyone has approved it. Kommuneloven § 25-1.',
  schema: WithdrawProposal,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: awaitsApproval,
  decide: decideWithdrawProposal,
  example: { proposal: 5 },
});
