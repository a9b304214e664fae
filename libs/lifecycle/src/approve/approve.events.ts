import type { Static } from 'typebox';
import { settledData } from '../four-eyes/fields.ts';
import { settle } from '../four-eyes/four-eyes.events.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';

export type DecisionApproved = DomainEvent<'DecisionApproved', Static<typeof settledData>, null>;

export const decisionApproved = defineEvent<DecisionApproved>({
  type: 'DecisionApproved',
  version: 1,
  summary: 'A proposed decision was approved by another person; the events of the decision follow it.',
  schema: { data: settledData, personal: null },
  evolve: (state, { data }) => settle(state, data, 'approved'),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { settledOn } }) => settledOn,
  provision: 'Kommuneloven § 25-1',
  audit: ({ data: { proposal } }) => `Forslaget i hendelse ${proposal} ble godkjent av en annen enn dem som laget det.`,
  published: 'not published',
  example: { type: 'DecisionApproved', version: 1, data: { proposal: 5, settledOn: '2026-03-24' }, personal: null },
});
