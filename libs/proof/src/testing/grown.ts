import { GrowingTree } from '../tree/growing-tree.ts';
import { leafHash } from '../tree/hashes.ts';
import type { HashOf } from '../tree/prove.ts';
import { type Tile, hashInTile, tileOf } from '../tree/tiles.ts';

/** A tree with all of its tiles, as a database would hold them. */
export class KeptTree {
  readonly tiles = new Map<string, Tile>();
  #tree = new GrowingTree();

  constructor(entries: readonly Uint8Array[] = []) {
    for (const entry of entries) this.add(entry);
  }

  get size(): number {
    return this.#tree.size;
  }

  add(entry: Uint8Array): void {
    this.#tree.add(leafHash(entry));
    for (const tile of this.#tree.take()) this.tiles.set(`${tile.level} ${tile.index}`, tile);
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  /** Forgets all but what was kept, and goes on from there, as after a restart. */
  reopen(): void {
    this.#tree = new GrowingTree(undefined, this.#tree.size, [...this.tiles.values()]);
  }

  readonly hashOf: HashOf = (subtree) => {
    const place = tileOf(subtree);
    const tile = this.tiles.get(`${place.level} ${place.index}`);
    if (tile === undefined) throw new RangeError('No such tile.');
    return hashInTile(tile.hashes, place);
  };
}
