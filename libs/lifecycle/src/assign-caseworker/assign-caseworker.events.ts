import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, shortText } from '../kernel/fields.ts';

const data = record({ caseworker: shortText('Opaque id of the caseworker who has the case.', 100) });

export type CaseworkerAssigned = DomainEvent<'CaseworkerAssigned', Static<typeof data>, null>;

export const caseworkerAssigned = defineEvent<CaseworkerAssigned>({
  type: 'CaseworkerAssigned',
  version: 1,
  summary: 'A caseworker got the case.',
  schema: { data, personal: null },
  evolve: (state, { data: { caseworker } }) => ({ ...state, handling: { ...state.handling, caseworker } }),
  changes: ['audit-trail'],
  effectiveOn: () => undefined,
  provision: 'FVL § 11 a',
  audit: ({ data: { caseworker } }) => `Saken ble tildelt saksbehandler ${caseworker}.`,
  published: 'not published',
  example: { type: 'CaseworkerAssigned', version: 1, data: { caseworker: 'f2c1a7d4-2f6b-4d53-9d0e-3c1d2b7a9e10' }, personal: null },
});
