import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, shortText } from '../kernel/fields.ts';

/** An `identity-` stream, folded: which person the number belongs to. Written once, so that no number has two persons. */
export interface IdentityState {
  readonly personId: string | null;
}

export const initialIdentity: IdentityState = { personId: null };

const data = record({ personId: shortText('Internal id of the person.') });

export type IdentityClaimed = DomainEvent<'IdentityClaimed', Static<typeof data>, null>;

export const identityClaimed = defineEvent<IdentityClaimed, IdentityState>({
  type: 'IdentityClaimed',
  version: 1,
  summary: 'An identity number was tied to a person. The stream is named by a keyed hash of the number.',
  schema: { data, personal: null },
  evolve: (state, { data: { personId } }) => ({ ...state, personId }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'STL § 43',
  audit: () => 'Et fødselsnummer eller D-nummer ble knyttet til personen.',
  published: 'not published',
  example: { type: 'IdentityClaimed', version: 1, data: { personId: 'b0f6a6a2-52ab-5b0e-9f4b-3b7f8f0d7c11' }, personal: null },
});
