import { expect, test } from '@jest/globals';
import { hexToBytes } from '@noble/hashes/utils.js';
import { toHex } from '../bytes.ts';
import { KeptTree } from '../testing/grown.ts';
import { provesConsistency, provesInclusion } from './check.ts';
import { leafHash, nodeHash } from './hashes.ts';
import { consistencyProof, inclusionProof, rootAt } from './prove.ts';

// The tree of eight leaves that the reference implementation of RFC 6962 is tested with: google/certificate-transparency,
// cpp/merkletree/merkle_tree_test.cc; the same in transparency-dev/merkle and google/trillian.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const G = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f';

const INCLUSION: readonly [leaf: number, size: number, path: readonly string[]][] = [
  [0, 1, []],
  [0, 8, [A, B, C]],
  [5, 8, [D, E, ROOTS[4]!]],
  [2, 3, [ROOTS[2]!]],
  [1, 5, [ROOTS[1]!, B, D]],
];
const CONSISTENCY: readonly [earlier: number, size: number, path: readonly string[]][] = [
  [1, 1, []],
  [1, 8, [A, B, C]],
  [6, 7, [F, G, ROOTS[4]!]],
  [6, 8, [F, E, ROOTS[4]!]],
  [2, 5, [B, D]],
];

const kept = new KeptTree(LEAVES.map(hexToBytes));
const head = (size: number) => ({ size, root: hexToBytes(ROOTS[size]!) });

test.each(ROOTS.map((root, size) => [size, root] as const))('the root of %i leaves is as published', (size, root) => {
  expect(toHex(rootAt(size, kept.hashOf))).toBe(root);
  expect(toHex(new KeptTree(LEAVES.slice(0, size).map(hexToBytes)).root())).toBe(root);
});

test.each(INCLUSION)('leaf %i of %i leaves is proven as published', (leaf, size, path) => {
  expect(inclusionProof(leaf, size, kept.hashOf).map(toHex)).toEqual(path);
  expect(provesInclusion(leaf, leafHash(hexToBytes(LEAVES[leaf]!)), head(size), path.map(hexToBytes))).toBe(true);
});

test.each(CONSISTENCY)('that %i leaves are continued by %i is proven as published', (earlier, size, path) => {
  expect(consistencyProof(earlier, size, kept.hashOf).map(toHex)).toEqual(path);
  expect(provesConsistency(head(earlier), head(size), path.map(hexToBytes))).toBe(true);
});

test('the tree of seven leaves that RFC 6962 § 2.1.3 draws is proven with the nodes that it names', () => {
  const seven = new KeptTree(LEAVES.slice(0, 7).map(hexToBytes));
  const [b, c, d, f, j] = [1, 2, 3, 5, 6].map((leaf) => toHex(leafHash(hexToBytes(LEAVES[leaf]!)))) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [g, h, i, k] = [
    { level: 1, index: 0 },
    { level: 1, index: 1 },
    { level: 1, index: 2 },
    { level: 2, index: 0 },
  ].map((subtree) => toHex(seven.hashOf(subtree))) as [string, string, string, string];
  const path = (leaf: number): readonly string[] => inclusionProof(leaf, 7, seven.hashOf).map(toHex);
  // § 2.1.3 calls the node over d4 to d6 l: that is H(0x01 || i || j).
  const l = toHex(nodeHash(hexToBytes(i), hexToBytes(j)));
  expect(path(0)).toEqual([b, h, l]);
  expect(path(3)).toEqual([c, g, l]);
  expect(path(4)).toEqual([f, j, k]);
  expect(path(6)).toEqual([i, k]);
  const since = (earlier: number): readonly string[] => consistencyProof(earlier, 7, seven.hashOf).map(toHex);
  expect(since(3)).toEqual([c, d, g, l]);
  expect(since(4)).toEqual([l]);
  expect(since(6)).toEqual([i, j, k]);
});
