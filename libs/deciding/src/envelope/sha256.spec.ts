import { expect, test } from '@jest/globals';
import { hashOf } from '@kvp/proof';
import { sha256 } from './sha256.ts';

test.each([{}, { navn: 'Åse 😀', beløp: 0.5 }, { text: 'x'.repeat(10_000) }])('node hashes what anyone else would: case %#', (value) => {
  expect(hashOf(value, sha256)).toBe(hashOf(value));
});

test('the hash of "abc" is that of FIPS 180-2, appendix B.1', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
