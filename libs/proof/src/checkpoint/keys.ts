import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64, toHex } from '../bytes.ts';

/** Whose signatures are believed: a name, and an Ed25519 key of theirs. */
export interface VerifierKey {
  /** Not empty; no space, no plus. */
  readonly name: string;
  /** The first four bytes of a hash over name and key, in hexadecimal: it says which key, and proves nothing. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A text is no key. The message names what is wrong with it, never what it says. */
export class MalformedKey extends Error {}

const ED25519 = Uint8Array.of(0x01);
const KEY_BYTES = 32;
const ID_BYTES = 4;
const SECRET = 'PRIVATE+KEY+';

export const isKeyName = (name: string): boolean => /^[^\s+\p{Z}\p{Cc}]+$/u.test(name) && name.isWellFormed();

/** The key of a name. Throws MalformedKey for a name or a key that cannot be one. */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new MalformedKey('The name of a key is not empty, and holds no space and no plus.');
  if (publicKey.length !== KEY_BYTES) throw new MalformedKey('An Ed25519 key has 32 bytes.');
  const id = toHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), ED25519, publicKey)).subarray(0, ID_BYTES));
  return { name, id, publicKey };
}

/** A key as it is handed out: `<name>+<id>+<Base64>`, the form of Go's note package and of C2SP. */
export const writeVerifierKey = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(concatBytes(ED25519, publicKey))}`;

/** Throws MalformedKey, also when name, id and key do not belong together. */
export function parseVerifierKey(text: string): VerifierKey {
  const [name, id, bytes] = parts(text);
  const key = verifierKey(name, bytes);
  if (key.id !== id) throw new MalformedKey('The id of the key is that of another key.');
  return key;
}

/** The secret half of a key as it is kept: `PRIVATE+KEY+<name>+<id>+<Base64 of the seed>`. Whoever has it signs as that name. */
export const writeSecretKey = ({ name, id }: VerifierKey, seed: Uint8Array): string =>
  `${SECRET}${name}+${id}+${toBase64(concatBytes(ED25519, seed))}`;

/** `publicOf` makes the public key of a seed. Throws MalformedKey. */
export function parseSecretKey(
  text: string,
  publicOf: (seed: Uint8Array) => Uint8Array,
): { readonly key: VerifierKey; readonly seed: Uint8Array } {
  if (!text.startsWith(SECRET)) throw new MalformedKey(`A secret key begins with ${SECRET}.`);
  const [name, id, seed] = parts(text.slice(SECRET.length));
  const key = verifierKey(name, publicOf(seed));
  if (key.id !== id) throw new MalformedKey('The id of the secret key is that of another key.');
  return { key, seed };
}

const FORM = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<encoded>\S+)$/;

/** Name, id and the 32 bytes after the mark of Ed25519. */
function parts(text: string): [name: string, id: string, bytes: Uint8Array] {
  const { name = '', id = '', encoded = '' } = FORM.exec(text)?.groups ?? {};
  const bytes = fromBase64(encoded);
  if (name === '' || bytes === null) throw new MalformedKey('A key is <name>+<id of 8 hexadecimal digits>+<Base64>.');
  if (bytes.length !== ED25519.length + KEY_BYTES || bytes[0] !== ED25519[0]) throw new MalformedKey('The key is no Ed25519 key.');
  return [name, id, bytes.subarray(1)];
}
