import { expect, test } from '@jest/globals';
import { InvalidCursor, cursorOf, readCursor } from './cursor.ts';

test('a cursor is read back as it was made', () => {
  const cursor = { receivedOn: '2025-01-06', caseId: '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa' };
  expect(readCursor(cursorOf(cursor))).toEqual(cursor);
});

test.each(['', 'nonsense', btoa('2025-02-30 a'), btoa('2025-01-06'), btoa('2025-01-06 a b'), btoa("2025-01-06 a'; drop table x")])(
  'anything else is refused: %s',
  (text) => {
    expect(() => readCursor(text)).toThrow(InvalidCursor);
  },
);
