import { HASH_BYTES, TILE_WIDTH, type Tile, hashAt, sameBytes } from '@kvp/proof';
import type { Pool } from 'pg';
import { readRow } from '../tree/kept-tree.ts';
import type { TreeFault } from './report.ts';

/** What stands at a leaf. */
export interface Standing {
  readonly stream: string;
  readonly revision: number;
}

/** Tiles that are read in one query. */
const ROW = 64;

/** Holds the tiles of the kept tree against those that the log makes, from left to right. */
export class TreeComparison {
  /** The first difference in log order. */
  fault: TreeFault | null = null;
  #row: readonly Tile[] = [];
  #rowFrom = -1;

  constructor(
    private readonly pool: Pool,
    /** Leaves of the kept tree when the comparison began; it may have grown since. */
    private readonly leaves: number,
  ) {}

  /** `standing`: what stands at the leaves of a tile of level 0. */
  async compare({ level, index, hashes }: Tile, standing: readonly Standing[]): Promise<void> {
    if (this.fault !== null) return;
    const expected = Math.min(hashes.length / HASH_BYTES, this.#kept(level) - index * TILE_WIDTH);
    if (expected <= 0) return;
    const kept = await this.#tile(level, index);
    if (kept === undefined || kept.hashes.length < expected * HASH_BYTES) {
      this.fault = { fault: 'tile-missing', level, index };
      return;
    }
    for (let at = 0; at < expected; at += 1) {
      if (sameBytes(hashAt(kept.hashes, at), hashAt(hashes, at))) continue;
      const place = standing[at];
      this.fault =
        level > 0 || place === undefined
          ? { fault: 'node-differs', level, index }
          : { fault: 'leaf-differs', leaf: index * TILE_WIDTH + at, stream: place.stream, revision: place.revision };
      return;
    }
  }

  /** Hashes that the kept tree has on a level. */
  #kept(level: number): number {
    return Math.floor(this.leaves / TILE_WIDTH ** level);
  }

  async #tile(level: number, index: number): Promise<Tile | undefined> {
    if (level > 0) return (await readRow(this.pool, level, index, 1))[0];
    if (this.#rowFrom < 0 || index >= this.#rowFrom + ROW) {
      this.#row = await readRow(this.pool, level, index, ROW);
      this.#rowFrom = index;
    }
    return this.#row.find((tile) => tile.index === index);
  }
}
