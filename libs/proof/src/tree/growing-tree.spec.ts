import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entriesOf, merkleTreeHash } from '../testing/definition.ts';
import { KeptTree } from '../testing/grown.ts';
import { GrowingTree } from './growing-tree.ts';
import { leafHash } from './hashes.ts';
import { hashAt, openTiles } from './tiles.ts';

const leaves = entriesOf(600).map((entry) => leafHash(entry));

test('600 leaves lie in three tiles, and two full ones make the tile above', () => {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leaf);
  const tiles = tree.take();
  // 600 = 256 + 256 + 88, and the hashes of the two full tiles.
  expect(tiles.map(({ level, index, hashes }) => [level, index, hashes.length / 32])).toEqual([
    [0, 0, 256],
    [0, 1, 256],
    [0, 2, 88],
    [1, 0, 2],
  ]);
  expect(hashAt(tiles[1]!.hashes, 3)).toEqual(leaves[256 + 3]);
  expect(hashAt(tiles[3]!.hashes, 1)).toEqual(merkleTreeHash(entriesOf(600).slice(256, 512)));
  expect(tree.take()).toEqual([]);
});

test('a tree that is opened again at any size goes on as one that was never closed', () => {
  const entries = entriesOf(600);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }), (parts) => {
      const kept = new KeptTree();
      let at = 0;
      for (const part of parts) {
        for (const entry of entries.slice(at, at + part)) kept.add(entry);
        at = Math.min(600, at + part);
        kept.reopen();
        expect(kept.size).toBe(at);
      }
      expect(kept.root()).toEqual(merkleTreeHash(entries.slice(0, at)));
    }),
    { numRuns: 15 },
  );
});

test('a tree is not opened on tiles that are missing, short or too long', () => {
  const kept = new KeptTree(entriesOf(300));
  const [leafTile, above] = [kept.tiles.get('0 1')!, kept.tiles.get('1 0')!];
  expect(openTiles(300)).toEqual([
    { level: 0, index: 1, filled: 44 },
    { level: 1, index: 0, filled: 1 },
  ]);
  expect(() => new GrowingTree(undefined, 300, [leafTile])).toThrow(RangeError);
  expect(() => new GrowingTree(undefined, 300, [above, { ...leafTile, hashes: leafTile.hashes.subarray(32) }])).toThrow(RangeError);
  expect(() => new GrowingTree(undefined, 301, [above, leafTile])).toThrow(RangeError);
  expect(new GrowingTree(undefined, 300, [above, leafTile]).root()).toEqual(kept.root());
});
