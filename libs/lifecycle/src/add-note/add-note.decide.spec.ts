import { describe, expect, test } from '@jest/globals';
import { addNote, applied, given, rejected } from '../testing/index.ts';
import { noteAdded } from './add-note.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const text = 'Ringte og ba om ny plass.';

describe('addNote', () => {
  test.each([
    ['the own thoughts of the office are not open', {}, { kind: 'internal', openToParty: false }],
    ['facts in them are (FVL § 18)', { facts: true }, { kind: 'internal', openToParty: true }],
    ['what was said with others is', { kind: 'contact' }, { kind: 'contact', openToParty: true }],
    ['whatever is said of its facts', { kind: 'contact', facts: false }, { kind: 'contact', openToParty: true }],
  ] as const)('%s', (_what, facts, data) => {
    given(application)
      .when(addNote({ text, ...facts }), { today: '2025-03-03' })
      .then({ type: 'NoteAdded', data: { ...data, on: '2025-03-03' }, personal: { note: text } });
  });

  test('it is about today or a day before, the time before the application too', () => {
    given(application)
      .when(addNote({ text, on: '2024-12-30' }))
      .then({ type: 'NoteAdded', data: { on: '2024-12-30' } });
    given(application)
      .when(addNote({ text, on: '2025-03-04' }), { today: '2025-03-03' })
      .thenRefused('date-in-future');
  });

  test('in every case that is there, and not empty', () => {
    given(application, rejected('2025-01-20')).when(addNote({ text })).then({ type: 'NoteAdded' });
    given(application)
      .when(addNote({ text: ' ' }))
      .thenRefused('note-required');
    given().when(addNote({ text })).thenRefused('case-not-found');
  });

  test('the words are sealed, and not in the trail', () => {
    const { decision } = given(application).when(addNote({ text }));
    expect(JSON.stringify(decision.events?.[0]?.data)).not.toContain('Ringte');
    expect(noteAdded.audit(noteAdded.example)).toBe('Notat om kontakt 3. mars 2025.');
  });
});
