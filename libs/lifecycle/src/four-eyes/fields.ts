import { isoDate, record, revisionNumber } from '../kernel/fields.ts';

/** How a command names a proposal: the API answers it when the decision is proposed. */
export const proposalField = { proposal: revisionNumber('The revision that the proposal was recorded in.') };

/** How an event settles a proposal. */
export const settledData = record({
  proposal: revisionNumber('The proposal, by the revision of its event.'),
  settledOn: isoDate('The day it was settled.'),
});
