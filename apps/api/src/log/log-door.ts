import type { EventStore } from '@kvp/event-store';
import { type LoggedCheckpoint, type LogProofs, oldestHolding } from '@kvp/notary';
import { Problem } from '../http/problem.ts';
import { invalidFields } from '../validation/validation.pipe.ts';

/** The log as a whole, for whoever verifies it. */
export interface LogDoor {
  readonly store: EventStore;
  readonly proofs: LogProofs;
  /** Public keys of the log, one a line of C2SP, the one that signs now first; none where nothing is signed. */
  readonly publicKeys: () => readonly string[];
}

export const notSigned = (detail?: string): Problem => new Problem('not-signed', detail === undefined ? {} : { detail });

/** The newest checkpoint, or the first that holds so many events. Throws Problem where there is none. */
export async function checkpointOf({ store, proofs }: LogDoor, size: number | undefined): Promise<LoggedCheckpoint> {
  const found = size === undefined ? await proofs.lastCheckpoint() : await oldestHolding(store, size);
  if (found === null) throw notSigned();
  return found;
}

/** The size that proofs are asked for at: as given, or as it was last signed. Throws Problem for a log that has not been so long. */
export async function sizeOf({ proofs }: LogDoor, asked: number | undefined): Promise<number> {
  const last = asked === undefined ? await proofs.lastCheckpoint() : null;
  const size = asked ?? last?.data.size;
  if (size === undefined) throw notSigned();
  const leaves = await proofs.size();
  if (size > leaves) throw wrong('size', `kan være høyst ${leaves}, så mange hendelser som treet over loggen har`);
  return size;
}

/** What was signed over exactly so many events, or null. */
export async function noteAt({ store }: LogDoor, size: number): Promise<string | null> {
  const found = await oldestHolding(store, size);
  return found?.data.size === size ? found.data.checkpoint : null;
}

export const wrong = (field: string, message: string): Problem => invalidFields([{ pointer: `/${field}`, field, message }]);
