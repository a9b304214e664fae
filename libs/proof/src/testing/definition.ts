import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => sha256Of(concatBytes(...parts));

/** MTH of RFC 6962 § 2.1, word for word: slow, and what everything else is held against. The entries are the leaves' content. */
export function merkleTreeHash(entries: readonly Uint8Array[]): Uint8Array {
  const [only] = entries;
  if (only === undefined) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0x00), only);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Uint8Array.of(0x01), merkleTreeHash(entries.slice(0, split)), merkleTreeHash(entries.slice(split)));
}

/** Entries that differ from one another. */
export const entriesOf = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, number) => sha256(utf8ToBytes(`entry ${number}`)));
