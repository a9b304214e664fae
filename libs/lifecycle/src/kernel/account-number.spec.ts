import { expect, test } from '@jest/globals';
import { isAccountNumber } from './account-number.ts';

test('the last digit agrees with the ten before it', () => {
  // 1·5 + 2·4 + 3·3 + 4·2 + 5·7 + 6·6 + 7·5 + 8·4 + 9·3 + 0·2 = 195 = 17 · 11 + 8, and 11 − 8 = 3.
  expect(isAccountNumber('12345678903')).toBe(true);
  for (const wrong of ['0', '1', '2', '4', '5', '6', '7', '8', '9']) expect(isAccountNumber(`1234567890${wrong}`)).toBe(false);
});

test('two digits that changed places are found out', () => {
  expect(['12345678903', '21345678903', '12346578903', '12345687903', '12345679803'].map(isAccountNumber)).toEqual([
    true,
    ...Array<boolean>(4).fill(false),
  ]);
});

test('a sum that eleven divides has the digit 0, and one that leaves 1 has none', () => {
  // 1·5 + 0·4 + … + 3·2 = 11, with the digits 1000000003; and 1·5 + 1·4 + 1·3 = 12 = 11 + 1, with 1110000000.
  expect(isAccountNumber('10000000030')).toBe(true);
  expect(Array.from({ length: 10 }, (_, digit) => `1110000000${String(digit)}`).filter(isAccountNumber)).toEqual([]);
});

test.each(['', '1234567890', '123456789033', '1234.56.78903', '1234567890x', '00000000000', '00001234560', '１２３４５６７８９０３'])(
  '%j is no account',
  (text) => {
    expect(isAccountNumber(text)).toBe(false);
  },
);
