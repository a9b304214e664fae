import { hexToBytes } from '@noble/hashes/utils.js';
import { type ChainedEvent, GENESIS, eventHash } from '../chain.ts';

import { signCheckpoint } from '../checkpoint/checkpoint.ts';
import type { Signer } from '../checkpoint/note.ts';
import { rootAt, consistencyProof, inclusionProof } from '../tree/prove.ts';
import { PROOF_FORMAT, type ProofFile, pathOf } from '../verifier/proof-file.ts';
import { KeptTree } from './grown.ts';

export type LoggedEvent = ChainedEvent & {
  readonly metadata: { readonly hash: string; readonly previousHash: string; readonly recordedAt: string };
};

/** A log of a few streams whose events come in turn, chained and in a tree, as the stores keep it. */
export class SmallLog {
  readonly events: LoggedEvent[] = [];
  readonly tree = new KeptTree();
  readonly #last = new Map<string, LoggedEvent>();

  constructor(
    readonly origin: string,
    streams: readonly string[],
    count: number,
  ) {
    for (let number = 0; number < count; number += 1) this.write(streams[number % streams.length] ?? '', { number });
  }

  write(stream: string, data: object): LoggedEvent {
    const last = this.#last.get(stream);
    const draft = {
      stream,
      revision: (last?.revision ?? -1) + 1,
      type: 'NoteAdded',
      version: 1,
      data,
      sealed: { alg: 'A256GCM', key: 'person#1', iv: 'aaaa', data: 'bbbb' },
      metadata: { recordedAt: '2026-01-05T11:00:00.000Z', previousHash: last?.metadata.hash ?? GENESIS },
    };
    const event = { ...draft, metadata: { ...draft.metadata, hash: eventHash(draft) } };
    this.#last.set(stream, event);
    this.events.push(event);
    this.tree.add(hexToBytes(event.metadata.hash));
    return event;
  }

  checkpoint(size: number, ...signers: readonly Signer[]): string {
    return signCheckpoint({ origin: this.origin, size, root: rootAt(size, this.tree.hashOf) }, signers);
  }

  /** The events of some streams, and what proves them, as they are handed out. */
  file(
    streams: readonly string[],
    size: number,
    signer: Signer,
    earlier: readonly number[] = [],
  ): { events: LoggedEvent[]; proof: ProofFile } {
    const placed = this.events.slice(0, size).map((event, leaf) => ({ event, leaf }));
    const own = streams.flatMap((stream) => placed.filter(({ event }) => event.stream === stream));
    return {
      events: own.map(({ event }) => event),
      proof: {
        format: PROOF_FORMAT,
        checkpoint: this.checkpoint(size, signer),
        inclusions: own.map(({ event: { stream, revision }, leaf }) => ({
          stream,
          revision,
          leaf,
          path: pathOf(inclusionProof(leaf, size, this.tree.hashOf)),
        })),
        earlier: earlier.map((from) => ({
          checkpoint: this.checkpoint(from, signer),
          path: pathOf(consistencyProof(from, size, this.tree.hashOf)),
        })),
      },
    };
  }
}
