import type { Position } from '@kvp/event-store';
import { PositionMoved, type WriterSession } from '@kvp/projections';
import type { Tile } from '@kvp/proof';
import { sql } from 'kysely';
import type { KeptHead } from './kept-tree.ts';

/** Position of the first leaf of a tile of level 0, by its index. */
export type FirstPositions = ReadonlyMap<number, Position>;

/**
 * Writes tiles, and how far the tree has come, in one transaction. Throws PositionMoved, and writes nothing, when the tree does not stand where
 * the step begins.
 */
export async function writeTree(
  db: WriterSession['db'],
  from: KeptHead,
  to: KeptHead,
  tiles: readonly Tile[],
  firstPositions: FirstPositions,
): Promise<void> {
  const rows = tiles.map(({ level, index, hashes }) => ({
    level,
    index,
    hashes: Buffer.from(hashes),
    first: level === 0 ? (firstPositions.get(index) ?? null) : null,
  }));
  await db.transaction().execute(async (tx) => {
    // First, because the row is also a lock: a second writer waits here and then finds that the tree has moved.
    const { rows: moved } = await sql`
      update proof.head set size = ${to.size}, position = ${to.position}
      where size = ${from.size} and position is not distinct from ${from.position} returning 1`.execute(tx);
    if (moved.length === 0) throw new PositionMoved('The tree over the log was moved by another process.');
    await sql`
      insert into proof.tile (level, index, hashes, first_position)
      select * from unnest(${rows.map(({ level }) => level)}::smallint[], ${rows.map(({ index }) => index)}::bigint[],
                           ${rows.map(({ hashes }) => hashes)}::bytea[], ${rows.map(({ first }) => first)}::text[])
      on conflict (level, index) do update
      set hashes = excluded.hashes, first_position = coalesce(proof.tile.first_position, excluded.first_position)`.execute(tx);
  });
}
