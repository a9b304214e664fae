import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, yesOrNo } from '../kernel/fields.ts';

const data = record({ reopening: Type.Optional(yesOrNo('Whether the case was there, and was to be opened again.')) });

export type ClaimAbandoned = DomainEvent<'ClaimAbandoned', Static<typeof data>, null>;

/**
 * Written by the next applicant's command into the case that is claimed, when that is still empty or still closed, so that a slow first writer
 * loses and nobody waits.
 */
export const claimAbandoned = defineEvent<ClaimAbandoned>({
  type: 'ClaimAbandoned',
  version: 1,
  summary: 'A case was claimed and its writer died before opening it, or opening it again; the claim is void.',
  schema: { data, personal: null },
  evolve: (state) => (state.application === null ? { ...state, abandoned: true } : state),
  changes: ['participant-status'],
  effectiveOn: () => undefined,
  provision: 'STL § 29',
  audit: ({ data: { reopening } }) =>
    reopening === true
      ? 'Saken skulle åpnes igjen, men det ble ikke gjennomført før en ny søknad kom.'
      : 'Registreringen av saken ble avbrutt før søknaden var lagret.',
  published: 'not published',
  example: { type: 'ClaimAbandoned', version: 1, data: {}, personal: null },
});
