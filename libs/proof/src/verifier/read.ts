import { canonical } from '../canonical.ts';
import type { ChainedEvent } from '../chain.ts';
import { isCount } from '../tree/shape.ts';
import { type Continuation, type Inclusion, PROOF_FORMAT, type ProofFile } from './proof-file.ts';

type Fields<Of> = Readonly<Record<keyof Of, unknown>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem);

/** The events, when they have the form of events; null when one has not. */
export const readEvents = (value: unknown): readonly ChainedEvent[] | null => (isListOf(value, isEvent) ? value : null);

function isEvent(value: unknown): value is ChainedEvent {
  if (!isRecord(value)) return false;
  const { stream, revision, type, version, data, sealed, metadata } = value as Fields<ChainedEvent>;
  const formed = typeof stream === 'string' && typeof type === 'string' && isCount(revision) && isCount(version);
  return formed && isRecord(data) && isRecord(metadata) && (sealed === null || isRecord(sealed)) && hasCanonicalForm(value);
}

/** Text that JSON can hold and no canonical form has: half a surrogate pair. */
function hasCanonicalForm(value: unknown): boolean {
  try {
    canonical(value);
    return true;
  } catch {
    return false;
  }
}

const isInclusion = (value: unknown): value is Inclusion => {
  if (!isRecord(value)) return false;
  const { stream, revision, leaf, path } = value as Fields<Inclusion>;
  return typeof stream === 'string' && isCount(revision) && isCount(leaf) && isTexts(path);
};

const isContinuation = (value: unknown): value is Continuation =>
  isRecord(value) && typeof value['checkpoint'] === 'string' && isTexts(value['path']);

/** The proof file, or null when it is none. */
export function readProofFile(value: unknown): ProofFile | null {
  if (!isRecord(value)) return null;
  const { format, checkpoint, inclusions, earlier } = value as Fields<ProofFile>;
  const formed = format === PROOF_FORMAT && typeof checkpoint === 'string';
  return formed && isListOf(inclusions, isInclusion) && isListOf(earlier, isContinuation)
    ? { format: PROOF_FORMAT, checkpoint, inclusions, earlier }
    : null;
}
