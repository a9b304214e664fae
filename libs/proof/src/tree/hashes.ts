import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of bytes. The argument may be used again once it has answered. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

/** Runs anywhere, a browser included; whoever has a faster one hands it in. */
export const portableHash: HashBytes = (bytes) => sha256(bytes);

const LEAF = 0x00;
const NODE = 0x01;
const HASH_BYTES = 32;

/** The hash of a leaf that holds `entry`: no leaf can be taken for a node, RFC 6962 § 2.1. */
export function leafHash(entry: Uint8Array, hash: HashBytes = portableHash): Uint8Array {
  const framed = new Uint8Array(1 + entry.length);
  framed[0] = LEAF;
  framed.set(entry, 1);
  return hash(framed);
}

const framedNode = new Uint8Array(1 + 2 * HASH_BYTES);
framedNode[0] = NODE;

/** The hash of a node over its two halves, RFC 6962 § 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: HashBytes = portableHash): Uint8Array {
  framedNode.set(left, 1);
  framedNode.set(right, 1 + HASH_BYTES);
  return hash(framedNode);
}

/** The hash of subtrees that stand side by side, the largest first; of none, that of the empty tree. */
export function hashOfPeaks(peaks: readonly Uint8Array[], hash: HashBytes = portableHash): Uint8Array {
  const last = peaks.at(-1);
  if (last === undefined) return hash(new Uint8Array(0));
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last);
}
