import type { EventStore, RecordedEvent } from '@kvp/event-store';
import {
  type Inclusion,
  PROOF_FORMAT,
  type ProofFile,
  consistencyParts,
  consistencyProof,
  inclusionParts,
  inclusionProof,
  pathOf,
  subtreesOf,
} from '@kvp/proof';
import type { Pool } from 'pg';
import { type LoggedCheckpoint, lastCheckpoint, readCheckpoints } from './checkpoints/read-checkpoints.ts';
import { sha256Bytes } from './node-hashing.ts';
import { leafOf } from './tree/grow-tree.ts';
import { findLeaf, hashesOf, readHead } from './tree/kept-tree.ts';

/** An event is not in the tree where the log has it: it came after what was signed, or it is not the one that was written. */
export class NotInTree extends Error {
  constructor({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>) {
    super(`${stream} revision ${revision} is not in the tree that was asked about.`);
  }
}

/** There is no checkpoint yet. */
export class NotSigned extends Error {}

/** Proofs from the kept tree. */
export interface LogProofs {
  /** How many leaves the tree has. */
  size(): Promise<number>;
  lastCheckpoint(): Promise<LoggedCheckpoint | null>;
  /** The hashes that prove a leaf to be in the tree when it had `size` leaves, 64 hexadecimal digits each. Throws RangeError for what is not there. */
  inclusion(leaf: number, size: number): Promise<readonly string[]>;
  /** The hashes that prove the tree of `to` leaves to continue that of `from`. Throws RangeError unless 0 < from ≤ to ≤ the tree's size. */
  consistency(from: number, to: number): Promise<readonly string[]>;
  /** Where an event stands in the log, and its proof in the tree of `size` leaves. Throws NotInTree. */
  inclusionOf(event: RecordedEvent, size: number): Promise<Inclusion>;
  /**
   * What proves events against the newest checkpoint, and that it continues those before it that are named by revision of their stream. Throws NotSigned when
   * there is no checkpoint, and NotInTree for an event that came after the newest one (sign first) or is not the one that was written.
   */
  proofFile(events: readonly RecordedEvent[], earlier?: readonly number[]): Promise<ProofFile>;
}

export function createLogProofs({ store, pool }: { readonly store: EventStore; readonly pool: Pool }): LogProofs {
  const inclusion = async (leaf: number, size: number): Promise<readonly string[]> => {
    const { hashOf } = await hashesOf(pool, inclusionParts(leaf, size).flatMap(subtreesOf));
    return pathOf(inclusionProof(leaf, size, hashOf, sha256Bytes));
  };
  const consistency = async (from: number, to: number): Promise<readonly string[]> => {
    const { hashOf } = await hashesOf(pool, consistencyParts(from, to).flatMap(subtreesOf));
    return pathOf(consistencyProof(from, to, hashOf, sha256Bytes));
  };
  const inclusionOf = async (event: RecordedEvent, size: number): Promise<Inclusion> => {
    const leaf = await findLeaf(pool, event.position, leafOf(event));
    if (leaf === null || leaf >= size) throw new NotInTree(event);
    const { stream, revision } = event;
    return { stream, revision, leaf, path: await inclusion(leaf, size) };
  };
  return {
    size: async () => (await readHead(pool)).size,
    lastCheckpoint: () => lastCheckpoint(store),
    inclusion,
    consistency,
    inclusionOf,
    async proofFile(events, earlier = []) {
      const checkpoints = await readCheckpoints(store);
      const last = checkpoints.at(-1);
      if (last === undefined) throw new NotSigned('The log has no checkpoint yet. Run kvp checkpoint.');
      const { size, checkpoint } = last.data;
      const inclusions: Inclusion[] = [];
      for (const event of events) inclusions.push(await inclusionOf(event, size));
      const before = checkpoints.filter(({ revision }) => earlier.includes(revision));
      const continued = before.map(async ({ data }) => ({ checkpoint: data.checkpoint, path: await consistency(data.size, size) }));
      return { format: PROOF_FORMAT, checkpoint, inclusions, earlier: await Promise.all(continued) };
    },
  };
}
