import type { Static } from 'typebox';
import { proposalField } from '../four-eyes/fields.ts';
import { awaitsApproval } from '../four-eyes/four-eyes.guards.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { decideApprove } from './approve.decide.ts';

export const ApproveProposal = record(proposalField);
export type ApproveProposal = Static<typeof ApproveProposal>;

export const approve = defineCommand<ApproveProposal>({
  name: 'approve',
  title: 'Godkjenn forslag til vedtak',
  summary: 'Makes the decision that another person proposed. The outcome must still be what was proposed. Kommuneloven § 25-1.',
  schema: ApproveProposal,
  // It makes the decision: what the approver saw must be what the case still is.
  individualDecision: true,
  roles: ['approver'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: awaitsApproval,
  decide: decideApprove,
  example: { proposal: 5 },
});
