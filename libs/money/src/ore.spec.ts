import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatKroner, formatKronerNb } from './format.ts';
import { decimal, fraction, multiply } from './fraction.ts';
import { isKroner, kroner, ore, roundToOre } from './ore.ts';

test.each([
  ['23582.01', 2_358_201],
  ['140000', 14_000_000],
  ['-500.2', -50_020],
  ['0', 0],
  [38, 3_800],
  [0.29, 29],
])('%s kroner', (text, amount) => {
  expect(kroner(text)).toBe(amount);
});

test.each(['', '1.005', '12,50', '1e3', 'ti', '99999999999999.99', 0.125, null])('%p is no amount of kroner and øre', (value) => {
  expect(isKroner(value)).toBe(false);
  expect(() => kroner(value as string)).toThrow(RangeError);
});

test('an amount is a whole number of øre, and never minus zero', () => {
  expect(() => ore(0.5)).toThrow(RangeError);
  expect(() => ore(2 ** 53)).toThrow(RangeError);
  expect(Object.is(ore(-0), 0)).toBe(true);
});

test('the line is rounded once: 22 days at 1 071.90965 are 23 582.0123, so 23 582.01', () => {
  const day = decimal('1071.90965');
  expect(roundToOre(multiply(day, fraction(22)))).toBe(2_358_201);
  // Rounded day by day it would be 22 × 1 071.91 = 23 582.02.
  expect(22 * roundToOre(day)).toBe(2_358_202);
});

test('half an øre is rounded away from zero', () => {
  expect(roundToOre(decimal('0.005'))).toBe(1);
  expect(roundToOre(decimal('-0.005'))).toBe(-1);
  expect(roundToOre(decimal('0.00499'))).toBe(0);
});

test.each([
  ['23582.01', '23\u00a0582,01\u00a0kr'],
  ['0.05', '0,05\u00a0kr'],
  ['999.00', '999,00\u00a0kr'],
  ['1000.00', '1\u00a0000,00\u00a0kr'],
  ['1234567.80', '1\u00a0234\u00a0567,80\u00a0kr'],
  ['-500.22', '\u2212500,22\u00a0kr'],
])('%s kroner as data, and as people write it', (text, written) => {
  expect(formatKroner(kroner(text))).toBe(text);
  expect(formatKronerNb(kroner(text))).toBe(written);
});

test('every amount reads back from its text', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (amount) => kroner(formatKroner(ore(amount))) === ore(amount)));
});
