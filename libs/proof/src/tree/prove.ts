import { type HashBytes, hashOfPeaks } from './hashes.ts';
import { type Leaves, type Subtree, consistencyParts, inclusionParts, subtreesOf } from './shape.ts';

/** The hash of a complete subtree. Throws when it is not at hand. */
export type HashOf = (subtree: Subtree) => Uint8Array;

/** The hash of a part of the tree. */
export const hashOfPart = (part: Leaves, hashOf: HashOf, hash?: HashBytes): Uint8Array => hashOfPeaks(subtreesOf(part).map(hashOf), hash);

/** The hash of the tree when it had so many leaves. */
export const rootAt = (size: number, hashOf: HashOf, hash?: HashBytes): Uint8Array => hashOfPart({ from: 0, to: size }, hashOf, hash);

/** The hashes that prove a leaf to be in a tree of `size` leaves, from its sibling upwards. Throws RangeError for a leaf that is not. */
export const inclusionProof = (leaf: number, size: number, hashOf: HashOf, hash?: HashBytes): readonly Uint8Array[] =>
  inclusionParts(leaf, size).map((part) => hashOfPart(part, hashOf, hash));

/** The hashes that prove a tree of `size` leaves to continue one of `earlier` leaves. Throws RangeError unless 0 < earlier ≤ size. */
export const consistencyProof = (earlier: number, size: number, hashOf: HashOf, hash?: HashBytes): readonly Uint8Array[] =>
  consistencyParts(earlier, size).map((part) => hashOfPart(part, hashOf, hash));
