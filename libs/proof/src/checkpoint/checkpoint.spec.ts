import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { known, publicOf, signerOf, signerWith } from '../testing/signers.ts';
import { openCheckpoint, parseCheckpoint, readUnverified, signCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { MalformedKey, parseSecretKey, parseVerifierKey, writeSecretKey, writeVerifierKey } from './keys.ts';
import { openNote, signNote } from './note.ts';

// The example of Go's package golang.org/x/mod/sumdb/note, which the format comes from.
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

describe('the published note', () => {
  test('opens with its key', () => {
    expect(openNote(GO_NOTE, [parseVerifierKey(GO_KEY)])).toMatchObject({
      text: GO_TEXT,
      signedBy: [{ name: 'PeterNeumann', id: 'c74f20a3' }],
    });
  });

  test('is made byte for byte with its secret key', () => {
    const { key, seed } = parseSecretKey(GO_SECRET, publicOf);
    expect(writeVerifierKey(key)).toBe(GO_KEY);
    expect(writeSecretKey(key, seed)).toBe(GO_SECRET);
    expect(signNote(GO_TEXT, [signerWith('PeterNeumann', seed)])).toBe(GO_NOTE);
  });
});

describe('the checkpoint of C2SP tlog-checkpoint', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  test('says what it says, and is written again as it was', () => {
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(toHex(checkpoint!.root)).toMatch(/^0ac5186a91863e8e/);
    expect(writeCheckpoint(checkpoint!)).toBe(text);
    expect(
      readUnverified(
        `${text}\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n`,
      ),
    ).toEqual(checkpoint);
    expect(parseCheckpoint(`${text}an extension\n`)).toEqual(checkpoint);
  });

  test.each([
    ['no origin', text.replace('example.com/behind-the-sofa', '')],
    ['a leading zero', text.replace('20852163', '020852163')],
    ['a negative size', text.replace('20852163', '-1')],
    ['a size in another form', text.replace('20852163', '2e7')],
    ['a size that cannot be counted', text.replace('20852163', '9007199254740993')],
    ['a short root', text.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYapGGPo4dkMgI')],
    ['a root in no Base64', text.replace('CsUY', 'C-UY')],
    ['Base64 with bits left over', text.replace('jxq2I=', 'jxq2J=')],
    ['an empty line', text.replace('\n2', '\n\n2')],
    ['an empty extension', `${text}\nx\n`],
    ['no line break at the end', text.trimEnd()],
    ['nothing', ''],
  ])('%s is no checkpoint', (_what, malformed) => {
    expect(parseCheckpoint(malformed)).toBeNull();
  });

  test('and none is written that could not be read', () => {
    const root = new Uint8Array(32);
    for (const wrong of [
      { origin: '', size: 1, root },
      { origin: 'two\nlines', size: 1, root },
      { origin: 'log', size: 1.5, root },
      { origin: 'log', size: -1, root },
      { origin: 'log', size: 1, root: new Uint8Array(31) },
    ])
      expect(() => writeCheckpoint(wrong)).toThrow(RangeError);
  });
});

describe('a signed checkpoint', () => {
  const [ours, older, stranger] = [signerOf('kvp.example/log', 1), signerOf('kvp.example/log', 2), signerOf('kvp.example/log', 3)];
  const head = { origin: 'kvp.example/log', size: 42, root: new Uint8Array(32).fill(7) };
  const note = signCheckpoint(head, [ours]);

  test('opens with the key that signed it, among others', () => {
    expect(openCheckpoint(note, known(older, ours))).toEqual({ checkpoint: head, signedBy: [ours.key] });
    expect(openCheckpoint(note, known(ours), { origin: 'kvp.example/log' })).toHaveProperty('checkpoint');
  });

  test('signed by two opens with either, and an old key still opens what it signed', () => {
    const both = signCheckpoint(head, [older, ours]);
    expect(openCheckpoint(both, known(ours))).toEqual({ checkpoint: head, signedBy: [ours.key] });
    expect(openCheckpoint(both, known(older, ours))).toEqual({ checkpoint: head, signedBy: [older.key, ours.key] });
  });

  test('of another key, of the same name even, is of a key that is not known', () => {
    expect(openCheckpoint(signCheckpoint(head, [stranger]), known(ours, older))).toEqual({ fault: 'unknown-key' });
  });

  test('that says to be of our key and is signed by another is found out', () => {
    const forged = signCheckpoint(head, [{ key: ours.key, sign: stranger.sign }]);
    expect(openCheckpoint(forged, known(ours))).toEqual({ fault: 'signature-invalid' });
    expect(openCheckpoint(forged + note.split('\n\n')[1]!, known(ours))).toEqual({ fault: 'signature-invalid' });
  });

  test('of another log is not ours', () => {
    const other = signCheckpoint({ ...head, origin: 'elsewhere.example/log' }, [ours]);
    expect(openCheckpoint(other, known(ours), { origin: 'kvp.example/log' })).toEqual({ fault: 'other-origin' });
  });

  test('does not open with any of its characters changed', () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom(...Array.from('abcXYZ019+/= \n—')), (at, character) => {
        fc.pre(note[at] !== character);
        const opened = openCheckpoint(note.slice(0, at) + character + note.slice(at + 1), known(ours));
        expect(opened).toHaveProperty('fault');
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no blank line', note.replace('\n\n', '\n')],
    ['another dash', note.replace('—', '-')],
    ['a control character', note.replace('42', '42\t')],
    ['a line after the signatures', `${note}more\n`],
    ['no end of line', note.trimEnd()],
    ['half a surrogate pair', note.replace('kvp', '\ud800')],
    ['more signatures than anyone needs', note + note.split('\n\n')[1]!.repeat(100)],
  ])('with %s is malformed', (_what, malformed) => {
    expect(openCheckpoint(malformed, known(ours))).toEqual({ fault: 'malformed' });
  });
});

test.each([
  ['nothing', ''],
  ['no name', '+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ['another name', GO_KEY.replace('Peter', 'Petra')],
  ['another id', GO_KEY.replace('c74f20a3', 'c74f20a4')],
  ['another key', GO_KEY.replace('10TW', '10TX')],
  ['another kind of key', `PeterNeumann+c74f20a3+${toBase64(Uint8Array.of(2, ...new Uint8Array(32)))}`],
  ['a short key', `PeterNeumann+c74f20a3+${toBase64(new Uint8Array(20).fill(1))}`],
  ['a space', GO_KEY.replace('Peter', 'Peter ')],
])('%s is no key', (_what, text) => {
  expect(() => parseVerifierKey(text)).toThrow(MalformedKey);
  expect(() => parseSecretKey(`PRIVATE+KEY+${text}`, publicOf)).toThrow(MalformedKey);
});

test('Base64 comes back as it was, and in one form alone', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  for (const wrong of ['A', 'AA', 'AA=', 'AB==', 'AA==\n', 'A A=', '====', 'AA-_']) expect(fromBase64(wrong)).toBeNull();
});
