import { norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';

export const NOTE_KINDS = ['internal', 'contact'] as const;

const data = record({
  kind: oneOf(NOTE_KINDS, 'Whose words they are.'),
  on: isoDate('The day that it is about.'),
  openToParty: yesOrNo('Whether the party may see it: a contact, or an internal note with facts. FVL § 18.'),
});
const personal = record({ note: freeText('The note.') });

export type NoteAdded = DomainEvent<'NoteAdded', Static<typeof data>, Static<typeof personal>>;

export const noteAdded = defineEvent<NoteAdded>({
  type: 'NoteAdded',
  version: 1,
  summary: 'A note was added to the case.',
  schema: { data, personal },
  evolve: (state) => state,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { on } }) => on,
  provision: 'FVL §§ 18–19',
  audit: ({ data: { kind, on, openToParty } }) => {
    if (kind === 'contact') return `Notat om kontakt ${norwegianDate(on)}.`;
    return openToParty ? 'Internt notat med faktiske opplysninger.' : 'Internt notat.';
  },
  published: 'not published',
  example: {
    type: 'NoteAdded',
    version: 1,
    data: { kind: 'contact', on: '2025-03-03', openToParty: true },
    personal: { note: 'Deltakeren ringte og ba om en ny plass på verkstedet.' },
  },
});
