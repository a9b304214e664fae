import { hashFromHex } from '../bytes.ts';
import type { Sha256 } from '../canonical.ts';
import { type ChainFault, type ChainedEvent, chainFault } from '../chain.ts';
import { type Checkpoint, openCheckpoint } from '../checkpoint/checkpoint.ts';
import type { VerifierKey } from '../checkpoint/keys.ts';
import type { VerifySignature } from '../checkpoint/note.ts';
import { type TreeHead, provesConsistency, provesInclusion } from '../tree/check.ts';
import { type HashBytes, leafHash } from '../tree/hashes.ts';
import type { Fault, Finding, Place } from './findings.ts';
import { readEvents, readProofFile } from './read.ts';
import type { Continuation, Inclusion, ProofFile } from './proof-file.ts';

export interface VerifyOptions {
  /** The keys that are believed, from elsewhere than the file itself. */
  readonly keys: readonly VerifierKey[];
  /** The log that the file must be of; any, when left out. */
  readonly origin?: string;
  /** Faster ones than those of the library, which run anywhere. */
  readonly digest?: Sha256;
  readonly hash?: HashBytes;
  readonly verifySignature?: VerifySignature;
}

export interface Verdict {
  readonly holds: boolean;
  /** The log as it was signed: null when no key that is believed has signed it. */
  readonly checkpoint: Checkpoint | null;
  readonly events: number;
  /** All that was looked at, and whether it holds. */
  readonly findings: readonly Finding[];
}

/**
 * Says of events that were handed out what holds and what does not: that each is as it was written, that none is missing or moved, and that
 * all stand in the log whose state was signed. Takes any JSON; what is malformed is a finding, never an exception.
 */
export function verifyProof(events: unknown, proof: unknown, options: VerifyOptions): Verdict {
  const given = readEvents(events);
  const file = readProofFile(proof);
  const opened = file === null ? null : openCheckpoint(file.checkpoint, options.keys, options);
  const signed = opened !== null && 'checkpoint' in opened ? opened.checkpoint : null;
  const findings = [
    finding('checkpoint', {}, opened === null ? 'form' : 'fault' in opened ? opened.fault : null),
    ...(given === null ? [finding('chain', {}, 'form')] : chains(given, options)),
    ...inclusions(given ?? [], file?.inclusions ?? [], signed, options),
    ...continuations(file?.earlier ?? [], signed, options),
  ];
  return { holds: findings.every(({ fault }) => fault === null), checkpoint: signed, events: given?.length ?? 0, findings };
}

const finding = (check: Finding['check'], place: Place, fault: Fault | null): Finding => ({ check, place, fault });

/** One finding a stream: its first fault, or that it holds. */
function chains(events: readonly ChainedEvent[], { digest }: VerifyOptions): readonly Finding[] {
  return [...Map.groupBy(events, ({ stream }) => stream)].map(([stream, own]) => {
    let previous: { readonly revision: number; readonly hash: string } | null = null;
    for (const event of own) {
      const broken: ChainFault | null = chainFault(previous, event, digest);
      if (broken !== null) return finding('chain', { stream, revision: broken.revision }, broken.fault);
      previous = { revision: event.revision, hash: event.metadata.hash as string };
    }
    return finding('chain', { stream }, null);
  });
}

const keyOf = ({ stream, revision }: { readonly stream: string; readonly revision: number }): string => `${revision} ${stream}`;

/** One finding an event, and one for each proof of an event that is not there. */
function inclusions(
  events: readonly ChainedEvent[],
  proofs: readonly Inclusion[],
  signed: TreeHead | null,
  { hash }: VerifyOptions,
): readonly Finding[] {
  const byEvent = new Map(proofs.map((proof) => [keyOf(proof), proof]));
  const lastLeaf = new Map<string, number>();
  const found = events.map((event) => {
    const { stream, revision } = event;
    const proof = byEvent.get(keyOf(event));
    byEvent.delete(keyOf(event));
    const before = lastLeaf.get(stream) ?? -1;
    if (proof !== undefined) lastLeaf.set(stream, proof.leaf);
    return finding('inclusion', { stream, revision }, inclusionFault(event, proof, before, signed, hash));
  });
  const left = [...byEvent.values()].map(({ stream, revision }) => finding('inclusion', { stream, revision }, 'event-missing'));
  return [...found, ...left];
}

function inclusionFault(
  { metadata }: ChainedEvent,
  proof: Inclusion | undefined,
  before: number,
  signed: TreeHead | null,
  hash?: HashBytes,
): Fault | null {
  if (proof === undefined) return 'proof-missing';
  const entry = hashFromHex(metadata.hash);
  const path = hashesOf(proof.path);
  if (entry === null || path === null) return 'form';
  if (signed === null || !provesInclusion(proof.leaf, leafHash(entry, hash), signed, path, hash)) return 'not-in-log';
  return proof.leaf > before ? null : 'out-of-order';
}

function continuations(earlier: ProofFile['earlier'], signed: TreeHead | null, options: VerifyOptions): readonly Finding[] {
  return earlier.map((each, number) => finding('continuation', { earlier: number }, continuationFault(each, signed, options)));
}

function continuationFault({ checkpoint, path }: Continuation, signed: TreeHead | null, options: VerifyOptions): Fault | null {
  const opened = openCheckpoint(checkpoint, options.keys, options);
  if ('fault' in opened) return opened.fault;
  const hashes = hashesOf(path);
  if (hashes === null) return 'form';
  if (signed === null) return 'not-continued';
  if (opened.checkpoint.size > signed.size) return 'rolled-back';
  return provesConsistency(opened.checkpoint, signed, hashes, options.hash) ? null : 'not-continued';
}

function hashesOf(path: readonly string[]): readonly Uint8Array[] | null {
  const hashes = path.map(hashFromHex);
  return hashes.every((hash) => hash !== null) ? hashes : null;
}
