import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** The one way to write a JSON value down, so that equal values have equal bytes (RFC 8785). Throws TypeError for what JSON cannot hold. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** Runs anywhere, a browser included; whoever has a faster one hands it in. */
const portableSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of the canonical form, 64 lower-case hexadecimal digits. */
export const hashOf = (value: unknown, digest: Sha256 = portableSha256): string => digest(canonical(value));
