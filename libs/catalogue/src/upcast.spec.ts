import { expect, test } from '@jest/globals';
import { UnknownEventType } from '@kvp/lifecycle';
import { applied } from '@kvp/lifecycle/testing';
import { events } from './catalogue.ts';
import { upcast } from './upcast.ts';

test('what is written now is read as it is, whatever stream it stands in', () => {
  for (const { example } of Object.values(events)) expect(upcast(example)).toBe(example);
});

test('what this release cannot read is refused: an unknown type, a version from the future or from nowhere', () => {
  expect(() => upcast({ ...applied(), type: 'constructor' })).toThrow(UnknownEventType);
  expect(() => upcast({ ...applied(), version: 2 })).toThrow('version 2');
  expect(() => upcast({ ...applied(), version: 0 })).toThrow('version 0');
});
