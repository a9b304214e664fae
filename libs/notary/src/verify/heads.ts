import { type Checkpoint, type VerifierKey, openCheckpoint, readUnverified, sameBytes, toHex } from '@kvp/proof';
import type { LoggedCheckpoint } from '../checkpoints/read-checkpoints.ts';
import { verifySignature } from '../node-hashing.ts';
import type { CheckedHead, HeadFault, HeadPlace } from './report.ts';

/** A checkpoint to hold the log against. */
export interface Head {
  readonly place: HeadPlace;
  /** What it says; null when that cannot be read. */
  readonly says: Checkpoint | null;
  readonly signedBy: readonly VerifierKey[];
  readonly fault: HeadFault | null;
}

export interface HeadKeys {
  readonly origin: string;
  readonly verifiers: readonly VerifierKey[];
}

/** A checkpoint that somebody kept outside of the log. */
export interface KnownCheckpoint {
  /** What it is called in the report, such as the name of its file. */
  readonly name: string;
  readonly checkpoint: string;
}

export function headsOf(logged: readonly LoggedCheckpoint[], known: readonly KnownCheckpoint[], keys: HeadKeys): readonly Head[] {
  let before = 0;
  const own = logged.map(({ revision, data }): Head => {
    const head = open(revision, data.checkpoint, keys);
    const { says } = head;
    if (head.fault !== null || says === null) return head;
    const fault = says.size !== data.size || toHex(says.root) !== data.root ? 'says-otherwise' : says.size < before ? 'out-of-order' : null;
    before = Math.max(before, says.size);
    return { ...head, fault };
  });
  return [...own, ...known.map(({ name, checkpoint }) => open(name, checkpoint, keys))];
}

function open(place: HeadPlace, note: string, { origin, verifiers }: HeadKeys): Head {
  const opened = openCheckpoint(note, verifiers, { origin, verifySignature });
  if ('fault' in opened) return { place, says: readUnverified(note), signedBy: [], fault: opened.fault };
  return { place, says: opened.checkpoint, signedBy: opened.signedBy, fault: null };
}

/** The sizes at which the log's root has to be known. */
export const sizesOf = (heads: readonly Head[]): ReadonlySet<number> => new Set(heads.flatMap(({ says }) => says?.size ?? []));

/** Holds every checkpoint against the roots that the log had. */
export function checkHeads(heads: readonly Head[], rootAt: ReadonlyMap<number, Uint8Array>): readonly CheckedHead[] {
  const differs = ({ says }: Head): HeadFault | null => {
    if (says === null) return null;
    const root = rootAt.get(says.size);
    if (root === undefined) return 'rolled-back';
    return sameBytes(root, says.root) ? null : 'root-differs';
  };
  const holding = heads.flatMap((head) => (head.fault === null && differs(head) === null && head.says !== null ? [head.says.size] : []));
  return heads.map((head) => {
    const fault = head.fault ?? differs(head);
    const size = head.says?.size ?? null;
    const holdsUpTo = Math.max(0, ...holding.filter((each) => size !== null && each < size));
    const { place, signedBy } = head;
    return { place, size, signedBy, fault, ...(fault === 'root-differs' ? { holdsUpTo } : {}) };
  });
}
