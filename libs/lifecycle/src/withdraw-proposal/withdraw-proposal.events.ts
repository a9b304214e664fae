import type { Static } from 'typebox';
import { proposalData } from '../four-eyes/fields.ts';
import { settle } from '../four-eyes/four-eyes.events.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';

export type ProposalWithdrawn = DomainEvent<'ProposalWithdrawn', Static<typeof proposalData>, null>;

export const proposalWithdrawn = defineEvent<ProposalWithdrawn>({
  type: 'ProposalWithdrawn',
  version: 1,
  summary: 'A proposed decision was taken back by its author.',
  schema: { data: proposalData, personal: null },
  evolve: (state, { data: { proposal } }) => settle(state, proposal, 'withdrawn'),
  changes: ['audit-trail'],
  effectiveOn: () => undefined,
  provision: 'Kommuneloven § 25-1',
  audit: ({ data: { proposal } }) => `Forslaget i revisjon ${proposal} ble trukket av den som la det fram.`,
  published: 'not published',
  example: { type: 'ProposalWithdrawn', version: 1, data: { proposal: 5 }, personal: null },
});
