import { createLogProofs, prepareTree } from '@kvp/notary';
import { createInMemoryEventStore } from '@kvp/event-store';
import { HASH_BYTES, TILE_WIDTH, hashFromHex, hashInTile, provesInclusion, rootAt, tileOf } from '@kvp/proof';
import pg from 'pg';
import { percentile } from '../harness/closed-loop.ts';
import { program } from '../harness/program.ts';

export interface LargeTree {
  readonly connectionString: string;
  readonly leaves: number;
}

export interface ProofsMade {
  readonly leaves: number;
  readonly megabytes: number;
  /** Milliseconds a proof, one after the other. */
  readonly p50: number;
  readonly p99: number;
  /** Hashes in the longest. */
  readonly longest: number;
}

const PROOFS = 1_000;
const WARM_UP = 50;
const MEGABYTE = 1024 ** 2;
/** One whole tile of leaves: every other one is filled with the same, so that the tree is true and costs nothing to make. */
const LEAVES = Buffer.from(Array.from({ length: TILE_WIDTH * HASH_BYTES }, (_, at) => (at * 7) % 256));

/** Fills the tables of the tree in bulk, and asks for proofs all over it; each is checked against the root. */
await program(async ({ connectionString, leaves: wanted }: LargeTree): Promise<ProofsMade> => {
  const pool = new pg.Pool({ connectionString, max: 2 });
  await prepareTree(pool);
  const tiles = Math.floor(wanted / TILE_WIDTH);
  const size = tiles * TILE_WIDTH;
  const rows = levels(tiles);
  for (const { level, full, open } of rows) {
    const text = `insert into proof.tile (level, index, hashes, first_position)
      select $1::smallint, n, $2::bytea, case when $1::smallint = 0 then lpad(n::text, 20, '0') end from generate_series(0, $3::bigint - 1) n`;
    await pool.query(text, [level, Buffer.from(full.hashes), full.count]);
    if (open.length > 0)
      await pool.query('insert into proof.tile (level, index, hashes) values ($1, $2, $3)', [level, full.count, Buffer.from(open)]);
  }
  await pool.query('update proof.head set size = $1, position = $2', [size, '1']);
  await pool.query('analyze proof.tile');
  const { rows: measured } = await pool.query<{ bytes: string }>("select pg_total_relation_size('proof.tile') as bytes");

  const proofs = createLogProofs({ store: createInMemoryEventStore(), pool });
  const root = rootAt(size, (subtree) => {
    const place = tileOf(subtree);
    const row = rows[place.level];
    if (row === undefined) throw new RangeError('The tree has no such level.');
    return hashInTile(place.index < row.full.count ? row.full.hashes : row.open, place);
  });
  const took: number[] = [];
  let longest = 0;
  for (let n = 0; n < PROOFS + WARM_UP; n += 1) {
    const leaf = (n * 7_919_993) % size;
    const began = performance.now();
    const path = await proofs.inclusion(leaf, size);
    if (n >= WARM_UP) took.push(performance.now() - began);
    longest = Math.max(longest, path.length);
    const start = (leaf % TILE_WIDTH) * HASH_BYTES;
    const hashes = path.map((each) => hashFromHex(each) ?? new Uint8Array());
    if (n % 100 === 0 && !provesInclusion(leaf, LEAVES.subarray(start, start + HASH_BYTES), { size, root }, hashes))
      throw new Error('A proof does not lead to the root.');
  }
  await pool.end();
  took.sort((one, other) => one - other);
  return {
    leaves: size,
    megabytes: Math.round(Number(measured[0]?.bytes) / MEGABYTE),
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    longest,
  };
});

interface Level {
  readonly level: number;
  readonly full: { readonly hashes: Uint8Array; readonly count: number };
  /** The tile that is not full; empty when there is none. */
  readonly open: Uint8Array;
}

/** What the tiles of each level hold: all full ones of a level are alike. */
function levels(tiles: number): readonly Level[] {
  const made: Level[] = [{ level: 0, full: { hashes: LEAVES, count: tiles }, open: new Uint8Array() }];
  for (let count = tiles; count > 0; count = Math.floor(count / TILE_WIDTH)) {
    const below = made.at(-1);
    if (below === undefined) break;
    const node = hashInTile(below.full.hashes, { first: 0, count: TILE_WIDTH });
    const row = (length: number): Uint8Array => Buffer.concat(Array.from({ length }, () => node));
    made.push({
      level: below.level + 1,
      full: { hashes: row(TILE_WIDTH), count: Math.floor(count / TILE_WIDTH) },
      open: row(count % TILE_WIDTH),
    });
  }
  return made;
}
