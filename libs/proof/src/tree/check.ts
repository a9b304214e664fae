import { isHash, sameBytes } from '../bytes.ts';
import { type HashBytes, hashOfPeaks, nodeHash } from './hashes.ts';
import { isCount } from './shape.ts';

/** The root and the number of leaves of a tree. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Where a walk from a leaf to the root stands: the node's place on its level, and the last place there. */
interface Walk {
  readonly place: number;
  readonly last: number;
}

const up = ({ place, last }: Walk): Walk => ({ place: half(place), last: half(last) });

/** Whether the next hash of a proof stands to the left: of a right child, or of the last node, which has nothing on its right. */
const fromLeft = ({ place, last }: Walk): boolean => isOdd(place) || place === last;

/** To the level where the last node has a sibling on its left, or to the root: on those between it has none, and is its own parent. */
function upToSibling(walk: Walk): Walk {
  let at = walk;
  while (!isOdd(at.place) && at.place !== 0) at = up(at);
  return up(at);
}

/**
 * Whether `path` leads from a leaf's hash to the tree's root: RFC 9162 § 2.1.3.2. False for whatever is malformed.
 *
 * @param leaf the leaf's place, from 0
 */
export function provesInclusion(
  leaf: number,
  hashOfLeaf: Uint8Array,
  { size, root }: TreeHead,
  path: readonly Uint8Array[],
  hash?: HashBytes,
): boolean {
  if (!isCount(leaf) || !isCount(size) || leaf >= size || ![hashOfLeaf, root, ...path].every(isHash)) return false;
  let walk: Walk = { place: leaf, last: size - 1 };
  let reached = hashOfLeaf;
  for (const next of path) {
    if (walk.last === 0) return false;
    const left = fromLeft(walk);
    reached = left ? nodeHash(next, reached, hash) : nodeHash(reached, next, hash);
    walk = left ? upToSibling(walk) : up(walk);
  }
  return walk.last === 0 && sameBytes(reached, root);
}

/**
 * Whether `path` proves that one tree continues another: the first leaves are the same, in the same order. RFC 9162 § 2.1.4.2. Every tree
 * continues the empty one. False for whatever is malformed.
 */
export function provesConsistency(earlier: TreeHead, later: TreeHead, path: readonly Uint8Array[], hash?: HashBytes): boolean {
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false;
  if (![earlier.root, later.root, ...path].every(isHash)) return false;
  if (earlier.size === 0) return path.length === 0 && sameBytes(earlier.root, hashOfPeaks([], hash));
  if (earlier.size === later.size) return path.length === 0 && sameBytes(earlier.root, later.root);

  let walk: Walk = { place: earlier.size - 1, last: later.size - 1 };
  while (isOdd(walk.place)) walk = up(walk);
  const [first, ...rest] = walk.place === 0 ? [earlier.root, ...path] : path;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const next of rest) {
    if (walk.last === 0) return false;
    const left = fromLeft(walk);
    if (left) before = nodeHash(next, before, hash);
    after = left ? nodeHash(next, after, hash) : nodeHash(after, next, hash);
    walk = left ? upToSibling(walk) : up(walk);
  }
  return walk.last === 0 && sameBytes(before, earlier.root) && sameBytes(after, later.root);
}
