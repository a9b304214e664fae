import { expect, test } from '@jest/globals';
import { caseEvents } from '@kvp/lifecycle';
import { SECTIONED, sectionOf } from './sections.ts';

test.each(Object.keys(caseEvents))('somebody has decided where %s stands in an appeal file', (type) => {
  expect(SECTIONED).toContain(type);
});

test('no section names an event that does not exist', () => {
  expect(SECTIONED.filter((type) => !(type in caseEvents))).toEqual([]);
});

test('what belongs to the appeal stands with it, and what nobody decided about is told in the chronology', () => {
  expect([sectionOf('AttendanceRegistered'), sectionOf('NoteAdded'), sectionOf('constructor')]).toEqual(['attendance', 'other', 'other']);
});
