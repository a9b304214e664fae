import { date } from '@kvp/calendar';
import { REJECTION_GROUNDS } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { conditionAnswers } from '../grant/grant.events.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, oneOf, record } from '../kernel/fields.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  ground: oneOf(REJECTION_GROUNDS, 'What the application was rejected for.'),
});
const personal = record({
  conditions: conditionAnswers,
  justification: Type.Optional(freeText('The reasons.')),
  ...backdatingField,
});

export type ApplicationRejected = DomainEvent<'ApplicationRejected', Static<typeof data>, Static<typeof personal>>;

const GROUND = {
  conditionsNotMet: 'vilkårene er ikke oppfylt',
  disproportionatelyBurdensome: 'det ville være uforholdsmessig byrdefullt å tilby programmet',
  lackOfCapacity: 'kommunen hadde ikke kapasitet',
} as const;

export const applicationRejected = defineEvent<ApplicationRejected>({
  type: 'ApplicationRejected',
  version: 1,
  summary: 'The application was rejected.',
  schema: { data, personal },
  decision: 'rejection',
  evolve: (state, { data: { decidedOn, ground } }) => ({ ...state, rejection: { decidedOn: date(decidedOn), ground } }),
  undo: (state) => ({ ...state, rejection: null }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'STL § 29',
  audit: ({ data: { ground } }) => `Søknaden ble avslått: ${GROUND[ground]}.`,
  published: 'published',
  example: {
    type: 'ApplicationRejected',
    version: 1,
    data: { decidedOn: '2025-01-20', ground: 'conditionsNotMet' },
    personal: {
      conditions: [{ condition: 'income', met: false, reason: 'Søkeren har rett til dagpenger.' }],
      justification: 'Søkeren kan forsørge seg med dagpenger.',
    },
  },
});
