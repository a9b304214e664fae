import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { claimCostsMoment, decideClaimCosts } from './claim-costs.decide.ts';

export const ClaimCosts = record({
  ...appealField,
  receivedOn: isoDate('The day the claim reached the office.'),
  postedOn: Type.Optional(isoDate('The day it was posted, where that is proven: posted in time is in time.')),
  claim: Type.Optional(freeText('What is claimed, and for what.')),
});
export type ClaimCosts = Static<typeof ClaimCosts>;

export const claimCosts = defineCommand<ClaimCosts>({
  name: 'claimCosts',
  title: 'Registrer krav om sakskostnader',
  summary: 'Registers that the party claims what it cost to have a decision changed, and whether the claim came in time. FVL § 36.',
  schema: ClaimCosts,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: claimCostsMoment,
  decide: decideClaimCosts,
  example: { receivedOn: '2025-06-02', claim: 'Advokatutgifter, seks timer.' },
});
