import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdentityNumber } from './identity-number.ts';
import { syntheticNumber } from './synthetic-number.ts';

test('a number with wrong check digits, a wrong length or a wrong day is none', () => {
  const good = syntheticNumber('1990-04-02', 0).reveal();
  const other = String((Number(good[10]) + 1) % 10);
  for (const text of [good.slice(0, 10), `${good}1`, good.slice(0, 10) + other, 'abcdefghijk', '', ` ${good.slice(1)}`]) {
    expect(IdentityNumber.parse(text)).toBeUndefined();
  }
});

test('however it is shown, it shows stars', () => {
  const number = syntheticNumber('1990-04-02', 0);
  const digits = number.reveal();
  for (const shown of [String(number), JSON.stringify({ number }), inspect({ number }), number.toString(), Object.keys(number).join()]) {
    expect(shown).not.toContain(digits);
  }
  expect(JSON.stringify({ number })).toBe('{"number":"***********"}');
});

test('synthetic numbers are valid, belong to the day, have month + 80, and differ by serial', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1945-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }), (day) => {
      const birthDate = day.toISOString().slice(0, 10);
      const digits = syntheticNumber(birthDate, 0).reveal();
      expect(digits.slice(0, 2)).toBe(birthDate.slice(8, 10));
      expect(Number(digits.slice(2, 4))).toBe(Number(birthDate.slice(5, 7)) + 80);
      expect(digits.slice(4, 6)).toBe(birthDate.slice(2, 4));
      expect(syntheticNumber(birthDate, 1).reveal()).not.toBe(digits);
    }),
  );
});
