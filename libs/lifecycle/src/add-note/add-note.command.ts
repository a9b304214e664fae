import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideAddNote } from './add-note.decide.ts';
import { NOTE_KINDS } from './add-note.events.ts';

export const AddNote = record({
  kind: Type.Optional(oneOf(NOTE_KINDS, 'The own thoughts of the office, or what was said between it and others. Internal when left out.')),
  on: Type.Optional(isoDate('The day that it is about, such as the day of a call. Today when left out.')),
  text: freeText('The note.'),
  facts: Type.Optional(
    yesOrNo(
      'Whether an internal note holds facts of the case: those the party may see (FVL § 18). No when left out; a contact always does.',
    ),
  ),
});
export type AddNote = Static<typeof AddNote>;

export const addNote = defineCommand<AddNote>({
  name: 'addNote',
  title: 'Skriv notat',
  summary: 'Adds a note to the case. The party may see contacts and facts, but not the own thoughts of the office. FVL §§ 18–19.',
  schema: AddNote,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ on }) => on,
  allowed: isRegistered,
  decide: decideAddNote,
  fillIn: () => ({ text: 'Notat i saken.' }),
  example: { kind: 'contact', on: '2025-03-03', text: 'Deltakeren ringte og ba om en ny plass på verkstedet.' },
});
