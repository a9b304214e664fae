import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SealBroken, sealWith, unsealWith } from './sealing.ts';

const secret = randomBytes(32);
const context = 'case-1 event-1';

test('what was sealed opens again, whatever was in it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), (plain) => {
      const expected: unknown = JSON.parse(JSON.stringify(plain));
      expect(unsealWith(secret, context, sealWith(secret, 'p#1', context, plain))).toEqual(expected);
    }),
  );
});

test('sealed bytes hold nothing that can be read, and never look the same twice', () => {
  const sealed = sealWith(secret, 'p#1', context, { name: 'Kari Nordmann' });
  expect(Buffer.from(sealed.data, 'base64').toString('latin1')).not.toContain('Kari');
  expect(sealWith(secret, 'p#1', context, { name: 'Kari Nordmann' }).data).not.toBe(sealed.data);
});

test('moved to another place, changed in any byte, cut short or under another key it does not open', () => {
  const sealed = sealWith(secret, 'p#1', context, { name: 'Kari' });
  const bytes = Buffer.from(sealed.data, 'base64');
  expect(() => unsealWith(secret, 'case-2 event-1', sealed)).toThrow(SealBroken);
  expect(() => unsealWith(randomBytes(32), context, sealed)).toThrow(SealBroken);
  expect(() => unsealWith(secret, context, { ...sealed, data: bytes.subarray(0, 8).toString('base64') })).toThrow(SealBroken);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unsealWith(secret, context, { ...sealed, data: changed.toString('base64') })).toThrow(SealBroken);
  }
});
