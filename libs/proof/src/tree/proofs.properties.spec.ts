import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entriesOf, merkleTreeHash } from '../testing/definition.ts';
import { KeptTree } from '../testing/grown.ts';
import { provesConsistency, provesInclusion } from './check.ts';
import { leafHash } from './hashes.ts';
import { consistencyProof, inclusionProof, rootAt } from './prove.ts';
import { subtreesOf } from './shape.ts';

const MOST = 1_100; // more than four tiles of leaves
const entries = entriesOf(MOST);
const leaves = entries.map((entry) => leafHash(entry));
const kept = new KeptTree(entries);
const head = (size: number) => ({ size, root: rootAt(size, kept.hashOf) });

const sizes = fc.integer({ min: 1, max: MOST });
const leafOf = sizes.chain((size) => fc.record({ size: fc.constant(size), leaf: fc.integer({ min: 0, max: size - 1 }) }));
const growth = sizes.chain((size) => fc.record({ size: fc.constant(size), earlier: fc.integer({ min: 1, max: size }) }));

/** A path with one bit of one hash turned over. */
const flipped = (path: readonly Uint8Array[], bit: number): readonly Uint8Array[] => {
  const at = bit % (path.length * 256);
  return path.map((hash, number) => (number === Math.floor(at / 256) ? turned(hash, at % 256) : hash));
};
const turned = (hash: Uint8Array, bit: number): Uint8Array => hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

test('the root is what RFC 6962 defines, at every size around a tile and at any other', () => {
  for (const size of [...Array(70).keys(), 255, 256, 257, 511, 512, 513, 1_023, 1_024, 1_025])
    expect(head(size).root).toEqual(merkleTreeHash(entries.slice(0, size)));
  fc.assert(
    fc.property(sizes, (size) => {
      expect(head(size).root).toEqual(merkleTreeHash(entries.slice(0, size)));
    }),
    { numRuns: 20 },
  );
});

describe('inclusion', () => {
  test('every leaf of every tree of up to 40 leaves is proven, with at most ⌈log₂ n⌉ hashes', () => {
    for (let size = 1; size <= 40; size += 1)
      for (let leaf = 0; leaf < size; leaf += 1) {
        const path = inclusionProof(leaf, size, kept.hashOf);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(provesInclusion(leaf, leaves[leaf]!, head(size), path)).toBe(true);
      }
  });

  test('any leaf of any tree is proven, and by its own proof alone', () => {
    fc.assert(
      fc.property(leafOf, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(MOST), ({ size, leaf }, bit, bitOfHash, other) => {
        const path = inclusionProof(leaf, size, kept.hashOf);
        const hash = leaves[leaf]!;
        const root = head(size);
        expect(provesInclusion(leaf, hash, root, path)).toBe(true);
        if (path.length > 0) expect(provesInclusion(leaf, hash, root, flipped(path, bit))).toBe(false);
        expect(provesInclusion(leaf, turned(hash, bitOfHash), root, path)).toBe(false);
        expect(provesInclusion(leaf, hash, { size, root: turned(root.root, bitOfHash) }, path)).toBe(false);
        if (other !== leaf) expect(provesInclusion(other, hash, root, path)).toBe(false);
        expect(provesInclusion(leaf, hash, root, [...path, hash])).toBe(false);
        if (path.length > 0) expect(provesInclusion(leaf, hash, root, path.slice(1))).toBe(false);
        if (path.length > 0) expect(provesInclusion(leaf, hash, root, path.slice(0, -1))).toBe(false);
        if (other > leaf && other !== size)
          expect(provesInclusion(leaf, hash, { ...head(size), size: other }, path)).toBe(sameShape(leaf, size, other));
      }),
    );
  });

  test.each([
    ['a place that is not there', 5, 5],
    ['a place below zero', -1, 5],
    ['half a place', 0.5, 5],
    ['no leaves', 0, 0],
    ['more leaves than can be counted', 0, 2 ** 53],
  ])('%s is never proven', (_what, leaf, size) => {
    expect(provesInclusion(leaf, leaves[0]!, { size, root: leaves[0]! }, [])).toBe(false);
    expect(() => inclusionProof(leaf, size, kept.hashOf)).toThrow(RangeError);
  });

  test('what is no hash proves nothing', () => {
    expect(provesInclusion(0, leaves[0]!.subarray(1), { size: 1, root: leaves[0]!.subarray(1) }, [])).toBe(false);
  });
});

describe('consistency', () => {
  test('every tree of up to 40 leaves continues each that is smaller', () => {
    for (let size = 1; size <= 40; size += 1)
      for (let earlier = 1; earlier <= size; earlier += 1)
        expect(provesConsistency(head(earlier), head(size), consistencyProof(earlier, size, kept.hashOf))).toBe(true);
  });

  test('any tree continues any that is smaller, and by its own proof alone', () => {
    fc.assert(
      fc.property(growth, fc.nat(), fc.integer({ min: 0, max: 255 }), ({ size, earlier }, bit, bitOfRoot) => {
        const path = consistencyProof(earlier, size, kept.hashOf);
        const [before, now] = [head(earlier), head(size)];
        expect(provesConsistency(before, now, path)).toBe(true);
        expect(provesConsistency({ ...before, root: turned(before.root, bitOfRoot) }, now, path)).toBe(false);
        expect(provesConsistency(before, { ...now, root: turned(now.root, bitOfRoot) }, path)).toBe(false);
        if (earlier === size) return;
        expect(provesConsistency(now, before, path)).toBe(false);
        expect(provesConsistency(before, now, [])).toBe(false);
        expect(provesConsistency(before, now, flipped(path, bit))).toBe(false);
        expect(provesConsistency(before, now, [...path, now.root])).toBe(false);
        expect(provesConsistency(before, now, path.slice(0, -1))).toBe(false);
      }),
    );
  });

  test('a tree in which one earlier leaf was changed does not continue the one before', () => {
    fc.assert(
      fc.property(growth, fc.nat(), ({ size, earlier }, chosen) => {
        const changed = chosen % earlier;
        const forged = new KeptTree(entries.slice(0, size).map((entry, at) => (at === changed ? turned(entry, 0) : entry)));
        const path = consistencyProof(earlier, size, forged.hashOf);
        expect(provesConsistency(head(earlier), { size, root: forged.root() }, path)).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test('every tree continues the empty one, and needs no proof of it', () => {
    expect(provesConsistency(head(0), head(7), [])).toBe(true);
    expect(provesConsistency({ size: 0, root: leaves[0]! }, head(7), [])).toBe(false);
    expect(() => consistencyProof(0, 7, kept.hashOf)).toThrow(RangeError);
    expect(() => consistencyProof(8, 7, kept.hashOf)).toThrow(RangeError);
  });
});

/** Whether the walk from a leaf to the root turns the same ways in trees of two sizes: the size alone is then not seen, but the root is. */
function sameShape(leaf: number, size: number, other: number): boolean {
  const turns = (of: number): string => inclusionTurns(leaf, of).join('');
  return turns(size) === turns(other);
}

function inclusionTurns(leaf: number, size: number): readonly string[] {
  const turns: string[] = [];
  for (let [from, to] = [0, size]; to - from > 1;) {
    const middle = from + 2 ** subtreesOf({ from: 0, to: to - from - 1 })[0]!.level;
    turns.unshift(leaf < middle ? 'right' : 'left');
    [from, to] = leaf < middle ? [from, middle] : [middle, to];
  }
  return turns;
}
