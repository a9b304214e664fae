import Type from 'typebox';
import { isoDate, record } from '../kernel/fields.ts';

/** How a command names a proposal: the API answers it when the decision is proposed. */
export const proposalField = { proposal: Type.Integer({ minimum: 0, description: 'The revision that the proposal was recorded in.' }) };

/** How an event settles a proposal. */
export const settledData = record({
  proposal: Type.Integer({ minimum: 0, description: 'The proposal, by the revision of its event.' }),
  settledOn: isoDate('The day it was settled.'),
});

/** A proposal may wait in whatever phase its case has come to meanwhile. */
export const PROPOSAL_PHASES = ['applied', 'rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'] as const;
