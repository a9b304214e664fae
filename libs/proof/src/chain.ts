import { type Sha256, hashOf } from './canonical.ts';

/** What the hash of an event covers: where it stands, what it says, and who said it, `hash` itself left out. */
export interface ChainedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly data: object;
  readonly sealed: object | null;
  readonly metadata: { readonly hash?: unknown; readonly previousHash?: unknown };
}

/** The hash before the first event of a stream. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over stream, revision, type, version, data, sealed and metadata without `hash`, in canonical form. */
export function eventHash({ stream, revision, type, version, data, sealed, metadata }: ChainedEvent, digest?: Sha256): string {
  const { hash, ...rest } = metadata;
  return hashOf({ stream, revision, type, version, data, sealed, metadata: rest }, digest);
}

export interface ChainFault {
  readonly stream: string;
  readonly revision: number;
  readonly fault: 'revision-missing' | 'previous-hash-differs' | 'hash-differs';
}

/**
 * Checks that an event continues its stream: the next revision, the hash of the one before, and a hash that is its own.
 * `previous` is null for the first event of a stream.
 */
export function chainFault(
  previous: { readonly revision: number; readonly hash: string } | null,
  event: ChainedEvent,
  digest?: Sha256,
): ChainFault | null {
  const fault = (what: ChainFault['fault']): ChainFault => ({ stream: event.stream, revision: event.revision, fault: what });
  const expected = previous === null ? 0 : previous.revision + 1;
  if (event.revision !== expected) return fault('revision-missing');
  if (event.metadata.previousHash !== (previous?.hash ?? GENESIS)) return fault('previous-hash-differs');
  return event.metadata.hash === eventHash(event, digest) ? null : fault('hash-differs');
}
