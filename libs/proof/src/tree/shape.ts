/** A complete subtree: the leaves from `index · 2^level` on, `2^level` of them. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves from one to before another, counted from 0. */
export interface Leaves {
  readonly from: number;
  readonly to: number;
}

/** Leaves in the tree, or the place of one, as a whole number that counts exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The level of the largest complete subtree of so many leaves; at least one. */
function levelWithin(leaves: number): number {
  let level = 0;
  for (let width = 2; width <= leaves; width *= 2) level += 1;
  return level;
}

/** Where a tree of so many leaves is split: the largest power of two below their number; at least two. */
const splitOf = (leaves: number): number => 2 ** levelWithin(leaves - 1);

/** The complete subtrees that make up a part of the tree as RFC 6962 splits it, from left to right: each is smaller than the one before. */
export function subtreesOf({ from, to }: Leaves): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = from; at < to;) {
    const level = levelWithin(to - at);
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/**
 * The parts of a tree whose hashes prove that a leaf is in it, from the leaf's sibling upwards: PATH of RFC 6962 § 2.1.1. Throws RangeError
 * for a leaf that a tree of that size does not have.
 */
export function inclusionParts(leaf: number, size: number): readonly Leaves[] {
  if (!isCount(leaf) || !isCount(size) || leaf >= size) throw new RangeError(`A tree of ${size} leaves has no leaf ${leaf}.`);
  const parts: Leaves[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      parts.push({ from: middle, to });
      to = middle;
    } else {
      parts.push({ from, to: middle });
      from = middle;
    }
  }
  return parts.reverse();
}

/**
 * The parts of a tree whose hashes prove that it continues an earlier one: PROOF of RFC 6962 § 2.1.2. None for equal sizes. Throws
 * RangeError unless 0 < earlier ≤ size: nothing has to be proven about an empty tree.
 */
export function consistencyParts(earlier: number, size: number): readonly Leaves[] {
  if (!isCount(earlier) || !isCount(size) || earlier === 0 || earlier > size)
    throw new RangeError(`A tree of ${size} leaves does not continue one of ${earlier}.`);
  const parts: Leaves[] = [];
  let [from, to] = [0, size];
  while (earlier !== to) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      parts.push({ from: middle, to });
      to = middle;
    } else {
      parts.push({ from, to: middle });
      from = middle;
    }
  }
  // The earlier tree itself is known to whoever checks; any other part of it is not.
  if (from > 0) parts.push({ from, to });
  return parts.reverse();
}
