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
import { type LoggedCheckpoint, lastCheckpoint, oldestHolding, readCheckpoints } from './checkpoints/read-checkpoints.ts';
import { sha256Bytes } from './node-hashing.ts';
import { leafOf } from './tree/grow-tree.ts';
import { findLeaves, hashesOf, readHead } from './tree/kept-tree.ts';

/** An event is not in the tree where the log has it: it came after what was signed, or it is not the one that was written. */
export class NotInTree extends Error {
  constructor({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>) {
    super(`${stream} revision ${revision} is not in the tree that was asked about.`);
  }
}

/** No checkpoint holds what is asked about: the newest is older, or there is none. */
export class NotSigned extends Error {
  constructor() {
    super('No checkpoint of the log holds the events that are asked about. Run kvp checkpoint.');
  }
}

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
   * What proves events against the oldest checkpoint that holds them all, so that the same events have the same proof whenever it is asked for, and that it
   * continues those before it that are named by revision of their stream. Throws NotSigned when no checkpoint holds them yet (sign first), and NotInTree for
   * an event that the tree does not have, or that is not the one that was written.
   */
  proofFile(events: readonly RecordedEvent[], earlier?: readonly number[]): Promise<ProofFile>;
}

export function createLogProofs({ store, pool }: { readonly store: EventStore; readonly pool: Pool }): LogProofs {
  const inclusions = async (leaves: readonly number[], size: number): Promise<readonly (readonly string[])[]> => {
    const { hashOf } = await hashesOf(
      pool,
      leaves.flatMap((leaf) => inclusionParts(leaf, size).flatMap(subtreesOf)),
    );
    return leaves.map((leaf) => pathOf(inclusionProof(leaf, size, hashOf, sha256Bytes)));
  };
  const consistency = async (from: number, to: number): Promise<readonly string[]> => {
    const { hashOf } = await hashesOf(pool, consistencyParts(from, to).flatMap(subtreesOf));
    return pathOf(consistencyProof(from, to, hashOf, sha256Bytes));
  };
  const placesOf = async (events: readonly RecordedEvent[]): Promise<readonly number[]> => {
    const sought = events.map((event) => ({ position: event.position, leaf: leafOf(event) }));
    const places = await findLeaves(pool, sought);
    return events.map((event, at) => {
      const place = places[at] ?? null;
      if (place === null) throw new NotInTree(event);
      return place;
    });
  };
  const inclusionsOf = async (events: readonly RecordedEvent[], leaves: readonly number[], size: number): Promise<readonly Inclusion[]> => {
    const paths = await inclusions(leaves, size);
    return events.map(({ stream, revision }, at) => ({ stream, revision, leaf: leaves[at] ?? 0, path: paths[at] ?? [] }));
  };
  return {
    size: async () => (await readHead(pool)).size,
    lastCheckpoint: () => lastCheckpoint(store),
    inclusion: async (leaf, size) => (await inclusions([leaf], size))[0] ?? [],
    consistency,
    async inclusionOf(event, size) {
      const [leaf = size] = await placesOf([event]);
      if (leaf >= size) throw new NotInTree(event);
      const [inclusion] = await inclusionsOf([event], [leaf], size);
      if (inclusion === undefined) throw new NotInTree(event);
      return inclusion;
    },
    async proofFile(events, earlier = []) {
      const leaves = await placesOf(events);
      const holding = await oldestHolding(store, Math.max(0, ...leaves) + 1);
      if (holding === null) throw new NotSigned();
      const { size, checkpoint } = holding.data;
      const before = earlier.length === 0 ? [] : await readCheckpoints(store);
      const continued = before
        .filter(({ revision }) => earlier.includes(revision))
        .map(async ({ data }) => ({ checkpoint: data.checkpoint, path: await consistency(data.size, size) }));
      return {
        format: PROOF_FORMAT,
        checkpoint,
        inclusions: await inclusionsOf(events, leaves, size),
        earlier: await Promise.all(continued),
      };
    },
  };
}

const noTree = async (): Promise<never> => {
  throw new RangeError('No tree is kept over this log.');
};

/** For a log that no tree is kept over, such as one in memory: it was never signed, and nothing is proven. */
export const WITHOUT_TREE: LogProofs = {
  size: async () => 0,
  lastCheckpoint: async () => null,
  inclusion: noTree,
  consistency: noTree,
  inclusionOf: noTree,
  proofFile: noTree,
};
