import type { Static } from 'typebox';
import { proposalField } from '../four-eyes/fields.ts';
import { awaitsApproval } from '../four-eyes/four-eyes.guards.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { decideReturnProposal } from './return-proposal.decide.ts';

export const ReturnProposal = record({ ...proposalField, reason: freeText('What must be otherwise before it can be approved.') });
export type ReturnProposal = Static<typeof ReturnProposal>;

export const returnProposal = defineCommand<ReturnProposal>({
  name: 'returnProposal',
  title: 'Returner forslag til vedtak',
  summary: 'Sends a proposed decision back to those who drafted it, with a reason. Kommuneloven § 25-1.',
  schema: ReturnProposal,
  individualDecision: false,
  roles: ['approver'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: awaitsApproval,
  decide: decideReturnProposal,
  fillIn: () => ({ reason: 'Forslaget må begrunnes bedre.' }),
  example: { proposal: 5, reason: 'Begrunnelsen sier ikke hvorfor programmet er nødvendig.' },
});
