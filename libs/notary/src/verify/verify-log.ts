import { type ChainWalk, walkChains } from '@kvp/deciding';
import type { EventStore, RecordedEvent } from '@kvp/event-store';
import { GrowingTree, TILE_WIDTH, hashFromHex, leafHash, toHex } from '@kvp/proof';
import type { Pool } from 'pg';
import { readCheckpoints } from '../checkpoints/read-checkpoints.ts';
import { sha256Bytes } from '../node-hashing.ts';
import { readHead } from '../tree/kept-tree.ts';
import { hasTree } from '../tree/tables.ts';
import { type Standing, TreeComparison } from './compare-tree.ts';
import { type HeadKeys, type KnownCheckpoint, checkHeads, headsOf, sizesOf } from './heads.ts';
import type { LogReport } from './report.ts';

export interface VerifyLogOptions {
  readonly store: EventStore;
  /** Where the tree may be kept. */
  readonly pool: Pool | null;
  /** Whose signatures are believed. */
  readonly keys: HeadKeys;
  /** Checkpoints that were kept outside of the log: they show that its end is gone, or that all of it was written anew. */
  readonly known?: readonly KnownCheckpoint[];
  readonly onProgress?: (events: number) => void;
  readonly signal?: AbortSignal;
}

/** What no event can have: stands in the tree for an event without a hash, which the chain's fault names. */
const NO_HASH = new Uint8Array(0);

/**
 * Walks the whole log up to its head: every stream's chain of hashes, the kept tree leaf by leaf, and every checkpoint's signature and root. Only
 * reads. `onProgress` is told the number of events after each page; the signal stops it.
 */
export async function verifyLog({ store, pool, keys, known = [], onProgress, signal }: VerifyLogOptions): Promise<LogReport> {
  const kept = pool !== null && (await hasTree(pool)) ? pool : null;
  const leaves = kept === null ? null : (await readHead(kept)).size;
  const comparison = kept === null ? null : new TreeComparison(kept, leaves ?? 0);
  const heads = headsOf(await readCheckpoints(store), known, keys);
  const walk = new LogWalk(walkChains(), sizesOf(heads), comparison);
  for await (const page of store.subscribeAll(signal === undefined ? {} : { signal })) {
    for (const event of page.events) walk.add(event);
    await walk.compare();
    onProgress?.(walk.events);
    if (page.caughtUp) break;
  }
  const { events, ...chains } = walk.chains.report();
  const cut = leaves !== null && leaves > events ? ({ fault: 'log-cut', leaves, events } as const) : null;
  return {
    events,
    ...chains,
    leaves,
    treeFault: comparison?.fault ?? cut,
    heads: checkHeads(heads, walk.roots),
    root: toHex(walk.root()),
  };
}

class LogWalk {
  readonly roots = new Map<number, Uint8Array>();
  readonly #tree = new GrowingTree(sha256Bytes);
  /** What stands at the leaves that are not compared yet, the first of them at `#from`. */
  #standing: Standing[] = [];
  #from = 0;

  constructor(
    readonly chains: ChainWalk,
    private readonly sizes: ReadonlySet<number>,
    private readonly comparison: TreeComparison | null,
  ) {
    this.#remember();
  }

  get events(): number {
    return this.#tree.size;
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  add(event: RecordedEvent): void {
    this.chains.add(event);
    this.#tree.add(leafHash(hashFromHex(event.metadata['hash']) ?? NO_HASH, sha256Bytes));
    if (this.comparison !== null) this.#standing.push({ stream: event.stream, revision: event.revision });
    this.#remember();
  }

  async compare(): Promise<void> {
    for (const tile of this.#tree.take()) {
      const first = tile.index * TILE_WIDTH;
      await this.comparison?.compare(tile, tile.level === 0 ? this.#standing.slice(first - this.#from) : []);
    }
    // What stands at the open tile of leaves is compared again when that has grown.
    const open = this.#tree.size - (this.#tree.size % TILE_WIDTH);
    this.#standing.splice(0, open - this.#from);
    this.#from = open;
  }

  #remember(): void {
    if (this.sizes.has(this.#tree.size)) this.roots.set(this.#tree.size, this.#tree.root());
  }
}
