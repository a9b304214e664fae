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

/** Of three events in the log, the second is of the case; two of others stand at its end. */
const APART = 3;
const placeOf = (at: number): number => at * APART + 1;
const leavesOf = (events: readonly RecordedEvent[]): readonly Uint8Array[] => {
  const others = Array.from({ length: events.length * APART + 2 }, (_, at) => sha(Buffer.of(0), sha(Buffer.from(`other ${at}`))));
  const own = new Map(events.map((event, at) => [placeOf(at), leafOf(event)]));
  return others.map((other, at) => own.get(at) ?? other);
};

/** The log as it was when it had so many leaves, signed. */
export function headOf(events: readonly RecordedEvent[], signer: Signer, size = leavesOf(events).length): string {
  return signCheckpoint({ origin: signer.key.name, size, root: root(leavesOf(events).slice(0, size)) }, [signer]);
}

/** Proves events of a case in a log that holds events of others between them: 3 n + 2 for n events. */
export function proveAmongOthers(events: readonly RecordedEvent[], signer: Signer): ProofFile {
  const leaves = leavesOf(events);
  return {
    format: 'kvp-proof-1',
    checkpoint: headOf(events, signer),
    inclusions: events.map(({ stream, revision }, at) => ({
      stream,
      revision,
      leaf: placeOf(at),
      path: path(placeOf(at), leaves).map((node) => Buffer.from(node).toString('hex')),
    })),
    earlier: [],
  };
}
