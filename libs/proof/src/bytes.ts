import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

const HASH_HEX = /^[0-9a-f]{64}$/;
const HASH_BYTES = 32;

/** The bytes of a SHA-256 from its 64 lower-case hexadecimal digits; null when the text is none. */
export const hashFromHex = (text: unknown): Uint8Array | null =>
  typeof text === 'string' && HASH_HEX.test(text) ? hexToBytes(text) : null;

export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);

export const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_BYTES;

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Standard Base64, RFC 4648 § 4, with padding. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The bytes of Base64 in the one form that `toBase64` writes; null for any other text. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
