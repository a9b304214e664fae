import type { Static } from 'typebox';
import { settledData } from '../four-eyes/fields.ts';
import { settle } from '../four-eyes/four-eyes.events.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, record } from '../kernel/fields.ts';

const personal = record({ reason: freeText('What must be otherwise before it can be approved.') });

export type DecisionReturned = DomainEvent<'DecisionReturned', Static<typeof settledData>, Static<typeof personal>>;

export const decisionReturned = defineEvent<DecisionReturned>({
  type: 'DecisionReturned',
  version: 1,
  summary: 'A proposed decision was sent back to those who drafted it, with a reason.',
  schema: { data: settledData, personal },
  evolve: (state, { data }) => settle(state, data, 'returned'),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { settledOn } }) => settledOn,
  provision: 'Kommuneloven § 25-1',
  audit: ({ data: { proposal } }) => `Forslaget i hendelse ${proposal} ble returnert uten godkjenning.`,
  published: 'not published',
  example: {
    type: 'DecisionReturned',
    version: 1,
    data: { proposal: 5, settledOn: '2026-03-24' },
    personal: { reason: 'Begrunnelsen sier ikke hvorfor programmet er nødvendig.' },
  },
});
