import type { HashBytes } from './hashes.ts';
import { rootAt } from './prove.ts';
import { HASH_BYTES, TILE_WIDTH, type Tile, hashInTile, openTiles, tileOf } from './tiles.ts';

interface OpenTile {
  index: number;
  filled: number;
  hashes: Uint8Array;
  changed: boolean;
}

/** A tree that leaves are added to. It holds the open tile of each level, and the full ones until they are taken. */
export class GrowingTree {
  #size: number;
  readonly #levels: OpenTile[] = [];
  #full: Tile[] = [];

  /**
   * Goes on from a tree of `size` leaves. Throws RangeError when a tile is missing among those that `openTiles` names, or is no tile of
   * that size.
   */
  constructor(
    private readonly hash?: HashBytes,
    size = 0,
    tiles: readonly Tile[] = [],
  ) {
    this.#size = size;
    for (const { level, index, filled } of openTiles(size)) {
      const given = tiles.find((tile) => tile.level === level && tile.index === index);
      if (given?.hashes.length !== filled * HASH_BYTES)
        throw new RangeError(`Tile ${index} of level ${level} does not hold ${filled} hashes.`);
      const open = this.#open(level);
      open.index = index;
      open.filled = filled;
      open.hashes.set(given.hashes);
    }
    // A level whose last tile is full has no open one: the next hash begins another.
    for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH))
      this.#open(level).index = Math.floor(count / TILE_WIDTH);
  }

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    this.#add(0, leaf);
    this.#size += 1;
  }

  /** The root of the tree as it is now. */
  root(): Uint8Array {
    return rootAt(
      this.#size,
      (subtree) => {
        const place = tileOf(subtree);
        return hashInTile(this.#open(place.level).hashes, place, this.hash);
      },
      this.hash,
    );
  }

  /** The tiles that have changed since they were last taken: full ones, then those still open, lower levels first. */
  take(): readonly Tile[] {
    const full = this.#full;
    this.#full = [];
    const open = this.#levels.flatMap((tile, level) => {
      if (!tile.changed || tile.filled === 0) return [];
      tile.changed = false;
      return [{ level, index: tile.index, hashes: tile.hashes.slice(0, tile.filled * HASH_BYTES) }];
    });
    return [...full, ...open];
  }

  #open(level: number): OpenTile {
    return (this.#levels[level] ??= { index: 0, filled: 0, hashes: new Uint8Array(TILE_WIDTH * HASH_BYTES), changed: false });
  }

  #add(level: number, hash: Uint8Array): void {
    const tile = this.#open(level);
    tile.hashes.set(hash, tile.filled * HASH_BYTES);
    tile.filled += 1;
    tile.changed = true;
    if (tile.filled < TILE_WIDTH) return;
    this.#full.push({ level, index: tile.index, hashes: tile.hashes });
    this.#add(level + 1, hashInTile(tile.hashes, { first: 0, count: TILE_WIDTH }, this.hash));
    this.#levels[level] = { index: tile.index + 1, filled: 0, hashes: new Uint8Array(TILE_WIDTH * HASH_BYTES), changed: false };
  }
}
