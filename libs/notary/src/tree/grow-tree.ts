import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@kvp/event-store';
import { type WriterSession, openSession } from '@kvp/projections';
import { GrowingTree, TILE_WIDTH, hashFromHex, leafHash, openTiles } from '@kvp/proof';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { sha256Bytes } from '../node-hashing.ts';
import { type KeptHead, readHead, readTiles } from './kept-tree.ts';
import { prepareTree } from './tables.ts';
import { writeTree } from './write-tree.ts';

export interface Grown extends KeptHead {
  /** Nothing came after it at the last look. */
  readonly caughtUp: boolean;
}

export interface GrowOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly session: WriterSession;
  /** Ends when it has caught up. */
  readonly once?: boolean;
  /** Milliseconds of rest after each write once it has caught up: what is written meanwhile comes together. None when left out. */
  readonly restMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (grown: Grown) => void;
}

/** An event of the log has no hash that could be a leaf. Nothing of it, or after it, is in the tree. */
export class LeafMissing extends Error {
  constructor({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>) {
    super(`${stream} revision ${revision} has no hash of its own: the tree over the log ends before it.`);
  }
}

/** Events in one transaction while it is behind. */
const BATCH = 5_000;
const PAGE = 1_000;

/** The leaf of an event. Throws LeafMissing. */
export function leafOf(event: Pick<RecordedEvent, 'stream' | 'revision' | 'metadata'>): Uint8Array {
  const entry = hashFromHex(event.metadata['hash']);
  if (entry === null) throw new LeafMissing(event);
  return leafHash(entry, sha256Bytes);
}

/** Follows the log and adds every event to the tree, in order, from where the tree stands. Throws LeafMissing, and errors of an outage. */
export async function growTree({ store, pool, session, once = false, restMs = 0, signal, onProgress }: GrowOptions): Promise<Grown> {
  let head = await readHead(pool);
  const tree = new GrowingTree(sha256Bytes, head.size, await readTiles(pool, openTiles(head.size)));
  let firsts = new Map<number, Position>();
  let reached: Position | null = head.position;
  const leave = new AbortController();
  const after = head.position === null ? {} : { after: head.position };
  const write = async (position: Position): Promise<void> => {
    const to = { size: tree.size, position };
    const [tiles, positions] = [tree.take(), firsts];
    firsts = new Map();
    await session.run((db) => writeTree(db, head, to, tiles, positions));
    head = to;
  };
  try {
    for await (const page of store.subscribeAll({ ...after, signal: AbortSignal.any([signal, leave.signal]), pageSize: PAGE })) {
      for (const event of page.events) {
        if (tree.size % TILE_WIDTH === 0) firsts.set(tree.size / TILE_WIDTH, event.position);
        tree.add(leafOf(event));
      }
      reached = page.events.at(-1)?.position ?? reached;
      const waiting = tree.size - head.size;
      if (reached !== null && waiting > 0 && (page.caughtUp || waiting >= BATCH)) await write(reached);
      onProgress?.({ ...head, caughtUp: page.caughtUp });
      if (once && page.caughtUp) return { ...head, caughtUp: true };
      if (restMs > 0 && page.caughtUp && waiting > 0) await sleep(restMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  } finally {
    leave.abort();
  }
  return { ...head, caughtUp: false };
}

/** Adds to the tree what came since, unless somebody else keeps it: then it is theirs to do. False then, and when the signal ended it. */
export async function catchUpTree(options: Omit<GrowOptions, 'session' | 'once' | 'restMs'>): Promise<boolean> {
  await prepareTree(options.pool);
  const session = await openSession(options.pool, ...TREE_LOCK);
  if (session === null) return false;
  try {
    return (await growTree({ ...options, session, once: true })).caughtUp;
  } finally {
    await session.close();
  }
}

/** The lock that the one who writes the tree holds. */
export const TREE_LOCK = ['log tree', 1] as const;

/**
 * Empties the tree, for it to be grown anew from the log: until then there are no proofs. Needs the session that writes the tree.
 */
export async function emptyTree(session: WriterSession): Promise<void> {
  await session.run((db) =>
    db.transaction().execute(async (tx) => {
      await sql`update proof.head set size = 0, position = null`.execute(tx);
      await sql`delete from proof.tile`.execute(tx);
    }),
  );
}
