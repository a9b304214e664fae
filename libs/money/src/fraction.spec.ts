import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  equals,
  fraction,
  isDecimal,
  multiply,
  parseFraction,
  printFraction,
  roundHalfUp,
  subtract,
} from './fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

test('a fraction is kept in lowest terms, its sign above the line', () => {
  expect(fraction(6, 4)).toEqual({ numerator: 3n, denominator: 2n });
  expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  expect(fraction(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
});

test('nothing is divided by zero', () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => divide(fraction(1), fraction(0))).toThrow('Division by zero');
});

test('sums and products are exact where floating point is not', () => {
  expect(add(decimal('0.1'), decimal('0.2'))).toEqual(decimal('0.3'));
  expect(multiply(fraction(2, 3), fraction(3))).toEqual(fraction(2));
  expect(subtract(fraction(1), fraction(1, 3))).toEqual(fraction(2, 3));
  expect(divide(fraction(1), fraction(260))).toEqual(fraction(1, 260));
});

test('what was added can be taken away, and what was multiplied divided', () => {
  fc.assert(fc.property(fractions, fractions, (a, b) => equals(subtract(add(a, b), b), a)));
  fc.assert(
    fc.property(
      fractions,
      fractions.filter((b) => b.numerator !== 0n),
      (a, b) => equals(divide(multiply(a, b), b), a),
    ),
  );
});

test('fractions are ordered by value', () => {
  const ascending = [fraction(-1, 2), fraction(1, 3), fraction(1, 2), fraction(2, 3)];
  expect([...ascending].reverse().sort(compare)).toEqual(ascending);
  expect(compare(fraction(2, 4), fraction(1, 2))).toBe(0);
});

describe('text', () => {
  test.each([
    ['2.041', 2041n, 1000n],
    ['37.5', 75n, 2n],
    ['-0.25', -1n, 4n],
    [38, 38n, 1n],
    [7.5, 15n, 2n],
  ])('decimal %s is read as written', (text, numerator, denominator) => {
    expect(decimal(text)).toEqual(fraction(numerator, denominator));
  });

  test.each([
    '',
    '1e5',
    '+1',
    '1,5',
    '.5',
    '5.',
    ' 5',
    '1 000',
    '0x10',
    'NaN',
    '1234567890123456',
    Number.NaN,
    Infinity,
    1e21,
    null,
    undefined,
    {},
  ])('%p is no decimal', (value) => {
    expect(isDecimal(value)).toBe(false);
    expect(() => decimal(value as string)).toThrow(RangeError);
  });

  test('a printed fraction reads back as itself', () => {
    expect(printFraction(fraction(2, 3))).toBe('2/3');
    expect(printFraction(fraction(44, 2))).toBe('22');
    fc.assert(fc.property(fractions, (a) => equals(parseFraction(printFraction(a)), a)));
  });

  test.each(['', '2/', '/3', '2/-3', '2 / 3', '2/0'])('%p is no fraction', (text) => {
    expect(() => parseFraction(text)).toThrow(RangeError);
  });
});

describe('rounding', () => {
  test.each([
    ['0.5', 1n],
    ['1.5', 2n],
    ['2.5', 3n],
    ['2.4999999', 2n],
    ['-0.5', -1n],
    ['-2.5', -3n],
    ['-2.4999999', -2n],
    ['0', 0n],
    ['7', 7n],
  ])('%s becomes %s', (text, whole) => {
    expect(roundHalfUp(decimal(text))).toBe(whole);
  });

  test('is never more than a half away, and the same on both sides of zero', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const distance = subtract(fraction(roundHalfUp(a)), a);
        expect(compare(distance, fraction(1, 2))).toBeLessThanOrEqual(0);
        expect(compare(distance, fraction(-1, 2))).toBeGreaterThanOrEqual(0);
        expect(roundHalfUp(multiply(a, fraction(-1)))).toBe(-roundHalfUp(a));
      }),
    );
  });
});
