import type { Static } from 'typebox';
import { settledData } from '../four-eyes/fields.ts';
import { settle } from '../four-eyes/four-eyes.events.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';

export type ProposalWithdrawn = DomainEvent<'ProposalWithdrawn', Static<typeof settledData>, null>;

export const proposalWithdrawn = defineEvent<ProposalWithdrawn>({
  type: 'ProposalWithdrawn',
  version: 1,
  summary: 'A proposed decision was taken back by its author.',
  schema: { data: settledData, personal: null },
  evolve: (state, { data }) => settle(state, data, 'withdrawn'),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { settledOn } }) => settledOn,
  provision: 'Kommuneloven § 25-1',
  audit: ({ data: { proposal } }) => `Forslaget i hendelse ${proposal} ble trukket av den som la det fram.`,
  published: 'not published',
  example: { type: 'ProposalWithdrawn', version: 1, data: { proposal: 5, settledOn: '2026-03-24' }, personal: null },
});
