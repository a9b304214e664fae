import { expect, test } from '@jest/globals';
import { OutcomeUnknown, StoreUnavailable, StreamNotFound } from '@kvp/event-store';
import { DatabaseTimeout, PositionMoved, backOff, isOutage, outageOf } from './outage.ts';

const withCode = (code: string): Error => Object.assign(new Error('of postgres://user:secret@db'), { code });

test.each([
  ['the store is away', new StoreUnavailable('x')],
  ['the store did not answer', new OutcomeUnknown('x')],
  ['nobody listens at the port', withCode('ECONNREFUSED')],
  ['PostgreSQL is shutting down', withCode('57P01')],
  ['PostgreSQL is starting', withCode('57P03')],
  ['there are too many connections', withCode('53300')],
  ['the version was replaced and dropped', withCode('42P01')],
  ['two transactions waited for each other', withCode('40P01')],
  ['the connection broke', new Error('Connection terminated unexpectedly')],
  ['no answer in time', new DatabaseTimeout('x')],
  ['another writer was there', new PositionMoved('x')],
])('is tried again: %s', (_what, error) => expect(isOutage(error)).toBe(true));

test.each([
  ['a stream that is missing', new StreamNotFound('case-1')],
  ['a value of the wrong type', withCode('22P02')],
  ['a key that is there twice', withCode('23505')],
  ['a mistake in the code', new TypeError('x is not a function')],
  ['something that is no error', 'x'],
])('is not tried again: %s', (_what, error) => expect(isOutage(error)).toBe(false));

test('an outage is told by its code or kind, never by its message', () => {
  expect(outageOf(withCode('ECONNREFUSED'))).toBe('ECONNREFUSED');
  expect(outageOf(new DatabaseTimeout('secret'))).toBe('DatabaseTimeout');
});

test('the pause between tries doubles from a tenth of a second to five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 100].map(backOff)).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});
