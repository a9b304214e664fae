import type { Position } from '@kvp/event-store';
import { HASH_BYTES, type HashOf, type Subtree, TILE_WIDTH, type Tile, type TilePlace, hashAt, hashInTile, tileOf } from '@kvp/proof';
import type { Pool } from 'pg';
import { sha256Bytes } from '../node-hashing.ts';

/** How far the tree has come. */
export interface KeptHead {
  readonly size: number;
  /** The last event of the log that is a leaf; null before the first. */
  readonly position: Position | null;
}

interface TileRow {
  readonly level: number;
  readonly index: string;
  readonly hashes: Buffer;
}

const asTile = ({ level, index, hashes }: TileRow): Tile => ({ level, index: Number(index), hashes });

export async function readHead(pool: Pool): Promise<KeptHead> {
  const { rows } = await pool.query<{ size: string; position: Position | null }>('select size, position from proof.head');
  const [row] = rows;
  return row === undefined ? { size: 0, position: null } : { size: Number(row.size), position: row.position };
}

/** Those of the tiles that there are. */
export async function readTiles(pool: Pick<Pool, 'query'>, places: readonly TilePlace[]): Promise<readonly Tile[]> {
  const { rows } = await pool.query<TileRow>({
    name: 'proof-tiles',
    text: `select t.level, t.index, t.hashes from proof.tile t
           join unnest($1::smallint[], $2::bigint[]) as asked(level, index) on asked.level = t.level and asked.index = t.index`,
    values: [places.map(({ level }) => level), places.map(({ index }) => index)],
  });
  return rows.map(asTile);
}

/** The tiles of a level from one on, in order. */
export async function readRow(pool: Pool, level: number, from: number, count: number): Promise<readonly Tile[]> {
  const text = 'select level, index, hashes from proof.tile where level = $1 and index >= $2 and index < $3 order by index';
  const { rows } = await pool.query<TileRow>({ name: 'proof-row', text, values: [level, from, from + count] });
  return rows.map(asTile);
}

/** An event as it is looked for: its position in the log, and its leaf. */
export interface Sought {
  readonly position: Position;
  readonly leaf: Uint8Array;
}

/** The places of leaves in the log, found by the positions of their events: null for one that the tree does not hold there. Two queries, however many. */
export async function findLeaves(pool: Pool, sought: readonly Sought[]): Promise<readonly (number | null)[]> {
  const { rows } = await pool.query<{ index: string | null }>({
    name: 'proof-find',
    text: `select (select t.index from proof.tile t where t.level = 0 and t.first_position <= asked.position collate "C"
                   order by t.first_position desc limit 1) as index
           from unnest($1::text[]) with ordinality as asked(position, n) order by asked.n`,
    values: [sought.map(({ position }) => position)],
  });
  const indexes = rows.map(({ index }) => (index === null ? null : Number(index)));
  const places = [...new Set(indexes)].flatMap((index) => (index === null ? [] : { level: 0, index }));
  const tiles = new Map((await readTiles(pool, places)).map((tile) => [tile.index, tile]));
  return sought.map(({ leaf }, at) => placeIn(tiles.get(indexes[at] ?? -1), leaf));
}

function placeIn(tile: Tile | undefined, leaf: Uint8Array): number | null {
  if (tile === undefined) return null;
  for (let at = 0; at * HASH_BYTES < tile.hashes.length; at += 1)
    if (Buffer.compare(hashAt(tile.hashes, at), leaf) === 0) return tile.index * TILE_WIDTH + at;
  return null;
}

/** The hashes of subtrees, their tiles read in one query. `HashOf` throws RangeError for one whose tile is missing or too short. */
export async function hashesOf(
  pool: Pick<Pool, 'query'>,
  subtrees: readonly Subtree[],
): Promise<{ readonly hashOf: HashOf; readonly tiles: number }> {
  const keyOf = ({ level, index }: TilePlace): string => `${level} ${index}`;
  const known = new Map<string, Uint8Array>();
  const places = new Map(subtrees.map((subtree) => tileOf(subtree)).map((place) => [keyOf(place), place]));
  const tiles = new Map((await readTiles(pool, [...places.values()])).map((tile) => [keyOf(tile), tile]));
  const hashOf: HashOf = (subtree) => {
    const before = known.get(keyOf(subtree));
    if (before !== undefined) return before;
    const place = tileOf(subtree);
    const tile = tiles.get(keyOf(place));
    if (tile === undefined) throw new RangeError(`The tree lacks tile ${place.index} of level ${place.level}.`);
    const hash = hashInTile(tile.hashes, place, sha256Bytes);
    known.set(keyOf(subtree), hash);
    return hash;
  };
  return { hashOf, tiles: tiles.size };
}
