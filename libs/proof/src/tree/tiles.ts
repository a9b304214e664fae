import { type HashBytes, nodeHash } from './hashes.ts';
import type { Subtree } from './shape.ts';

/** Levels of the tree that one tile spans, and hashes that it holds: the layout of C2SP tlog-tiles. */
const TILE_LEVELS = 8;
export const TILE_WIDTH = 2 ** TILE_LEVELS;
export const HASH_BYTES = 32;

export interface TilePlace {
  /** Tiles of level 0 hold leaves; those of level n hold the hashes of complete tiles of level n − 1. */
  readonly level: number;
  readonly index: number;
}

/** Hashes side by side, 32 bytes each: 256 of them, or fewer in the last tile of a level. All else in the tree is computed from these. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array;
}

/** The tile that a complete subtree lies in, and which of its hashes are under the subtree. */
export interface InTile extends TilePlace {
  readonly first: number;
  readonly count: number;
}

export function tileOf({ level, index }: Subtree): InTile {
  const count = 2 ** (level % TILE_LEVELS);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_LEVELS),
    index: Math.floor(first / TILE_WIDTH),
    first: first % TILE_WIDTH,
    count,
  };
}

/** The last tile of every level of a tree that is not full: with these it can grow on. */
export function openTiles(size: number): readonly (TilePlace & { readonly filled: number })[] {
  const open = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH))
    open.push({ level, index: Math.floor(count / TILE_WIDTH), filled: count % TILE_WIDTH });
  return open.filter(({ filled }) => filled > 0);
}

export const hashAt = (hashes: Uint8Array, place: number): Uint8Array => hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);

/** The hash of a complete subtree from the hashes of its tile. Throws RangeError when the tile holds too few. */
export function hashInTile(hashes: Uint8Array, { first, count }: Pick<InTile, 'first' | 'count'>, hash?: HashBytes): Uint8Array {
  if ((first + count) * HASH_BYTES > hashes.length) throw new RangeError('The tile holds fewer hashes than are asked for.');
  let row = Array.from({ length: count }, (_, at) => hashAt(hashes, first + at));
  while (row.length > 1) row = pairs(row).map(([left, right]) => nodeHash(left, right, hash));
  return row[0] ?? hashAt(hashes, first);
}

function pairs(row: readonly Uint8Array[]): [Uint8Array, Uint8Array][] {
  const made: [Uint8Array, Uint8Array][] = [];
  for (let at = 0; at + 1 < row.length; at += 2) made.push([row[at] as Uint8Array, row[at + 1] as Uint8Array]);
  return made;
}
