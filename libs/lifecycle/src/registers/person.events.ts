import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, shortText } from '../kernel/fields.ts';

/** A `person-` stream, folded. The number never leaves the process in an answer, log or key. */
export interface PersonState {
  readonly identityNumber: string | null;
  readonly name: string | null;
}

export const initialPerson: PersonState = { identityNumber: null, name: null };

const data = record({});
const personal = record({
  identityNumber: Type.String({ pattern: '^\\d{11}$', description: 'Fødselsnummer or D-number, eleven digits.' }),
  name: Type.Optional(shortText('Name of the person.')),
});

export type PersonRegistered = DomainEvent<'PersonRegistered', Static<typeof data>, Static<typeof personal>>;

export const personRegistered = defineEvent<PersonRegistered, PersonState>({
  type: 'PersonRegistered',
  version: 1,
  summary: 'A person became known to the system.',
  schema: { data, personal },
  evolve: (state, { personal: { identityNumber, name } }) => ({ ...state, identityNumber, name: name ?? state.name }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'STL § 43',
  audit: () => 'Personen ble registrert.',
  published: 'not published',
  // In the synthetic series of Skatteetaten (month + 80), which no living person has.
  example: { type: 'PersonRegistered', version: 1, data: {}, personal: { identityNumber: '02849000058', name: 'Kari Eksempel' } },
});
