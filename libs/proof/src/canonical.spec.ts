import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical, hashOf } from './canonical.ts';

test('properties are sorted by UTF-16 code units, as in the example of RFC 8785 § 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  const order = [...canonical(value).matchAll(/:"([^"]*)"/g)].map(([, text]) => text);
  expect(order).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('numbers are written as ECMAScript writes them (RFC 8785 § 3.2.2.3)', () => {
  expect(canonical(JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'))).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
  );
});

test('the hash is the SHA-256 of the canonical bytes', () => {
  // printf '{}' | sha256sum
  expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  expect(hashOf({ b: 1, a: 2 })).toBe(hashOf({ a: 2, b: 1 }));
});

test('what JSON cannot hold has no canonical form', () => {
  expect(() => canonical(undefined)).toThrow(TypeError);
  expect(() => canonical({ amount: Number.NaN })).toThrow();
});

test('any JSON is written as the library canonicalize writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    }),
    { numRuns: 500 },
  );
});

test('keys that have a place of their own in any object are in order all the same', () => {
  // By code units 10 stands before 9, and both before a; an object lists 9, 10 first, in that order.
  expect(canonical({ a: 1, 9: 2, 10: 3 })).toBe('{"10":3,"9":2,"a":1}');
  expect(canonical({ list: [{ z: { '': 0, 2: 1 } }] })).toBe('{"list":[{"z":{"":0,"2":1}}]}');
  expect(canonical(JSON.parse('{"b":1,"__proto__":{"x":2},"a":3}'))).toBe('{"__proto__":{"x":2},"a":3,"b":1}');
});

test('what JSON would leave out or change is refused, at any depth', () => {
  for (const wrong of [
    NaN,
    Infinity,
    new Date(0),
    Temporal.PlainDate.from('2026-01-05'),
    () => 1,
    1n,
    Symbol('s'),
    '\ud800',
    { '\udfff': 1 },
  ])
    for (const value of [wrong, [wrong], { a: [{ b: wrong }] }, { a: [{ b: wrong, 1: 1 }] }])
      expect(() => canonical(value)).toThrow(TypeError);
  for (const value of [undefined, [undefined]]) expect(() => canonical(value)).toThrow(TypeError);
  expect(canonical({ a: undefined, b: null })).toBe('{"b":null}');
});
