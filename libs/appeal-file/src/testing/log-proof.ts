import { hash } from 'node:crypto';
import type { RecordedEvent } from '@kvp/event-store';
import { type ProofFile, type Signer, signCheckpoint } from '@kvp/proof';

/* RFC 6962 § 2.1 as it is written there, apart from the library that is tested against it. */
const sha = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.from(hash('sha256', Buffer.concat(parts), 'hex'), 'hex');
const leafOf = (event: RecordedEvent): Uint8Array => sha(Buffer.of(0), Buffer.from(event.metadata['hash'] as string, 'hex'));
const split = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

function root(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const at = split(leaves.length);
  return sha(Buffer.of(1), root(leaves.slice(0, at)), root(leaves.slice(at)));
}

function path(leaf: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return [];
  const at = split(leaves.length);
  return leaf < at
    ? [...path(leaf, leaves.slice(0, at)), root(leaves.slice(at))]
    : [...path(leaf - at, leaves.slice(at)), root(leaves.slice(0, at))];
}

/** Proves events in a log that holds nothing else. */
export function proveAlone(events: readonly RecordedEvent[], signer: Signer): ProofFile {
  const leaves = events.map(leafOf);
  return {
    format: 'kvp-proof-1',
    checkpoint: signCheckpoint({ origin: signer.key.name, size: leaves.length, root: root(leaves) }, [signer]),
    inclusions: events.map(({ stream, revision }, leaf) => ({
      stream,
      revision,
      leaf,
      path: path(leaf, leaves).map((node) => Buffer.from(node).toString('hex')),
    })),
    earlier: [],
  };
}
