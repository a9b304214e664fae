import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { type VerifierKey, isKeyName } from './keys.ts';

hashes.sha512 = sha512;

/** Signs bytes with the secret half of `key`. */
export interface Signer {
  readonly key: VerifierKey;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Whether an Ed25519 signature over bytes is that of a key. */
export type VerifySignature = (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array) => boolean;

/** Strict, RFC 8032. Runs anywhere. */
export const portableVerify: VerifySignature = (signature, bytes, publicKey) =>
  signature.length === SIGNATURE_BYTES && verify(signature, bytes, publicKey, { zip215: false });

export type NoteFault =
  /** It is no signed note. */
  | 'malformed'
  /** None of its signatures is by a key that is known here. */
  | 'unknown-key'
  /** A signature by a known key does not belong to the text: the text was changed, or another key signed. */
  | 'signature-invalid';

export type OpenedNote = { readonly text: string; readonly signedBy: readonly VerifierKey[] } | { readonly fault: NoteFault };

const SIGNATURE_BYTES = 64;
const ID_BYTES = 4;
/** More are refused unread. */
const MOST_SIGNATURES = 100;

/** C2SP signed-note: the text, a blank line, and a line for each signature. Throws RangeError for a text that no note can have. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!isNoteText(text)) throw new RangeError('The text of a note ends with a line break and holds no other control character.');
  const bytes = utf8ToBytes(text);
  const lines = signers.map(({ key, sign }) => `— ${key.name} ${toBase64(concatBytes(hexToBytes(key.id), sign(bytes)))}\n`);
  return `${text}\n${lines.join('')}`;
}

/** The text of a note when a known key has signed it. Signatures of others are passed over; a known one that is wrong spoils the note. */
export function openNote(note: string, known: readonly VerifierKey[], verifySignature: VerifySignature = portableVerify): OpenedNote {
  const parsed = parseNote(note);
  if (parsed === null) return { fault: 'malformed' };
  const bytes = utf8ToBytes(parsed.text);
  const signedBy: VerifierKey[] = [];
  for (const { name, id, signature } of parsed.signatures) {
    const key = known.find((each) => each.name === name && each.id === id);
    if (key === undefined || signedBy.includes(key)) continue;
    if (!verifySignature(signature, bytes, key.publicKey)) return { fault: 'signature-invalid' };
    signedBy.push(key);
  }
  return signedBy.length === 0 ? { fault: 'unknown-key' } : { text: parsed.text, signedBy };
}

interface ParsedNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly signature: Uint8Array }[];
}

/** Null when it is no signed note. Nothing of it may be believed: `openNote` says whether it is signed. */
export function parseNote(note: string): ParsedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !isNoteText(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  return signatures.every((signature) => signature !== null) ? { text: note.slice(0, end + 1), signatures } : null;
}

function parseSignature(line: string): ParsedNote['signatures'][number] | null {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || bytes === null || bytes.length <= ID_BYTES) return null;
  return { name, id: toHex(bytes.subarray(0, ID_BYTES)), signature: bytes.subarray(ID_BYTES) };
}

// eslint-disable-next-line no-control-regex -- control characters are what must not be in it
const isNoteText = (text: string): boolean => /^[^\u0000-\u0009\u000b-\u001f]*\n$/.test(text) && text.isWellFormed();
