import { fromBase64, isHash, toBase64 } from '../bytes.ts';
import type { TreeHead } from '../tree/check.ts';
import type { VerifierKey } from './keys.ts';
import { type NoteFault, type Signer, type VerifySignature, openNote, parseNote, signNote } from './note.ts';

/** A tree head, and whose log it is of. Signed, it is a checkpoint: C2SP tlog-checkpoint. */
export interface Checkpoint extends TreeHead {
  /** Names the log, such as `kvp.kommune.no/log`. */
  readonly origin: string;
}

/** The text that is signed: origin, size and root, a line each. Throws RangeError for what no checkpoint can say. */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  if (parseCheckpoint(text) === null) throw new RangeError('A checkpoint needs an origin in one line, a number of leaves and a root.');
  return text;
}

/** Null when the text is no checkpoint. Lines after the third are allowed and passed over. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', digits = '', encoded = '', ...more] = text.split('\n');
  const root = fromBase64(encoded);
  const size = Number(digits);
  if (origin === '' || !/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size) || root === null || !isHash(root)) return null;
  // The text ends with a line break: nothing follows it, and no line before it is empty.
  return more.at(-1) === '' && !more.slice(0, -1).includes('') ? { origin, size, root } : null;
}

/** What is wrong with something that is said to be a checkpoint. */
export type CheckpointFault = NoteFault | 'other-origin';

export type OpenedCheckpoint =
  { readonly checkpoint: Checkpoint; readonly signedBy: readonly VerifierKey[] } | { readonly fault: CheckpointFault };

export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): string =>
  signNote(writeCheckpoint(checkpoint), signers);

/** What a checkpoint says, when a known key has signed it and it is of the log that is asked about (any, when left out). */
export function openCheckpoint(
  note: string,
  known: readonly VerifierKey[],
  { origin, verifySignature }: { readonly origin?: string; readonly verifySignature?: VerifySignature } = {},
): OpenedCheckpoint {
  const opened = openNote(note, known, verifySignature);
  if ('fault' in opened) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint === null) return { fault: 'malformed' };
  if (origin !== undefined && checkpoint.origin !== origin) return { fault: 'other-origin' };
  return { checkpoint, signedBy: opened.signedBy };
}

/** What a checkpoint says, whoever signed it: to show it, never to rely on it. Null when it is none. */
export function readUnverified(note: string): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed === null ? null : parseCheckpoint(parsed.text);
}
