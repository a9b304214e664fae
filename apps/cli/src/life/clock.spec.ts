import { date } from '@kvp/calendar';
import { expect, test } from '@jest/globals';
import { clockAt } from './clock.ts';

test.each([
  ['recorded, before all else', { recordedOn: '2025-03-01', decidedOn: '2025-02-01', from: '2025-04-01' }, '2025-03-01'],
  ['decided', { decidedOn: '2025-02-01', from: '2025-04-01', to: '2025-05-01' }, '2025-02-01'],
  ['received', { receivedOn: '2025-01-06', postedOn: '2025-01-03' }, '2025-01-06'],
  ['claimed, though the child was born before', { birthDate: '2020-05-05', from: '2025-01-01', claimedOn: '2025-06-02' }, '2025-06-02'],
  ['received, of what was decided elsewhere', { decidedOn: '2025-05-12', receivedOn: '2025-05-14' }, '2025-05-14'],
  ['effective, when nothing says when it came', { startedOn: '2025-02-03' }, '2025-02-03'],
  ['the last of several days', { days: [{ date: '2025-02-05' }, { date: '2025-02-07' }, { date: '2025-02-06' }] }, '2025-02-07'],
])('the clock stands where the command was %s', (_what, facts, expected) => {
  expect(clockAt(facts, undefined)).toEqual(date(expected));
});

test('the clock never runs backwards', () => {
  expect(clockAt({ decidedOn: '2025-02-01' }, date('2025-03-01'))).toEqual(date('2025-03-01'));
  expect(clockAt({ decidedOn: '2025-04-01' }, date('2025-03-01'))).toEqual(date('2025-04-01'));
});

test('facts that nobody listed are dated by the command itself', () => {
  expect(clockAt({ heldOn: '2025-05-02' }, date('2025-03-01'), '2025-05-02')).toEqual(date('2025-05-02'));
});

test('a command without a date of its own is sent where the clock stands', () => {
  expect(clockAt({ priorCountedDays: 30 }, date('2025-03-01'))).toEqual(date('2025-03-01'));
  expect(clockAt({ days: 'none' }, undefined)).toBeUndefined();
});
