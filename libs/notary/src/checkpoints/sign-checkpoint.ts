import { randomUUID } from 'node:crypto';
import { isAfter, iso } from '@kvp/calendar';
import { checkpointCommandId, dayIn, eventId, notBefore, recordedTime, writeEvents } from '@kvp/deciding';
import { type EventStore, WrongExpectedRevision } from '@kvp/event-store';
import type { Actor, CheckpointSigned } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { GENESIS, type TreeHead, hashFromHex, openCheckpoint, rootAt, sameBytes, signCheckpoint, subtreesOf, toHex } from '@kvp/proof';
import { RATES_RELEASE, rulebook } from '@kvp/rulebook';
import type { Pool } from 'pg';
import type { CheckpointKeys } from '../keys/checkpoint-keys.ts';
import { sha256Bytes, verifySignature } from '../node-hashing.ts';
import { hashesOf, readHead } from '../tree/kept-tree.ts';
import { CHECKPOINTS, type LoggedCheckpoint, lastCheckpoint } from './read-checkpoints.ts';

export interface SignOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly checkpointKeys: CheckpointKeys;
  readonly actor: Pick<Actor, 'id' | 'role'>;
  readonly now: Temporal.Instant;
  readonly codeVersion: string;
}

/** Nothing is signed: the tree does not continue what was signed before, or that was signed by nobody who is known. The message says which. */
export class NotContinued extends Error {}

/** There is no key to sign with. */
export class NoSigningKey extends Error {
  constructor() {
    super('There is no key to sign checkpoints with. Set CHECKPOINT_KEYS to a file with one.');
  }
}

export interface SignedCheckpoint extends LoggedCheckpoint {
  /** False when the last checkpoint is given again: nothing has happened since but its signing, or the day has one. */
  readonly isNew: boolean;
}

const TRIES = 3;

/**
 * Signs the tree as it stands and writes the checkpoint into the log, once it is seen that the tree continues the last one. Throws NoSigningKey,
 * NotContinued, and errors of the store and the database.
 */
export const signHead = (options: SignOptions): Promise<SignedCheckpoint> =>
  unlessOvertaken(async () => await signAfter(options, await lastCheckpoint(options.store), randomUUID()));

/**
 * The checkpoint of a day in Oslo: signs as `signHead` does, unless something was signed on that day or later. Whoever does it first, in however many
 * processes, there is one. Null while the tree is empty.
 */
export const signDaily = (options: SignOptions): Promise<SignedCheckpoint | null> =>
  unlessOvertaken(async () => {
    const today = dayIn(options.now);
    const last = await lastCheckpoint(options.store);
    if (last !== null && !isAfter(today, dayIn(Temporal.Instant.from(last.signedAt)))) return { ...last, isNew: false };
    if ((await readHead(options.pool)).size === 0) return null;
    return await signAfter(options, last, checkpointCommandId(options.checkpointKeys.origin, iso(today)));
  });

/** Somebody else may sign at the same moment: then what they signed is looked at. */
async function unlessOvertaken<Result>(sign: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sign();
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || tries === TRIES) throw error;
    }
  }
}

async function signAfter(options: SignOptions, last: LoggedCheckpoint | null, commandId: string): Promise<SignedCheckpoint> {
  const { pool, checkpointKeys } = options;
  const { signer, origin } = checkpointKeys;
  if (signer === null) throw new NoSigningKey();
  const { size } = await readHead(pool);
  if (last !== null) await requireContinued(pool, last, size, checkpointKeys);
  if (last !== null && size <= last.data.size + 1) return { ...last, isNew: false };
  const root = await rootOf(pool, size);
  const data: CheckpointSigned['data'] = {
    origin,
    size,
    root: toHex(root),
    checkpoint: signCheckpoint({ origin, size, root }, [signer]),
  };
  return await append(options, last, commandId, data);
}

/** The root that the kept tree had with so many leaves. */
export async function rootOf(pool: Pool, size: number): Promise<Uint8Array> {
  const { hashOf } = await hashesOf(pool, subtreesOf({ from: 0, to: size }));
  return rootAt(size, hashOf, sha256Bytes);
}

async function requireContinued(pool: Pool, { revision, data }: LoggedCheckpoint, size: number, keys: CheckpointKeys): Promise<void> {
  const opened = openCheckpoint(data.checkpoint, keys.verifiers, { origin: keys.origin, verifySignature });
  const refuse = (why: string): NotContinued => new NotContinued(`Checkpoint ${revision} ${why}. Nothing was signed: run kvp verify.`);
  if ('fault' in opened) throw refuse(`is not one of ours (${opened.fault})`);
  const before: TreeHead = opened.checkpoint;
  if (before.size > size) throw refuse(`says ${before.size} events, and the tree holds ${size}`);
  if (!sameBytes(before.root, await rootOf(pool, before.size))) throw refuse('has another root than the tree had then');
  if (hashFromHex(data.root) === null || !sameBytes(before.root, hashFromHex(data.root) as Uint8Array) || data.size !== before.size)
    throw refuse('says something else than what was signed');
}

async function append(
  { store, keys, actor, now, codeVersion }: SignOptions,
  last: LoggedCheckpoint | null,
  commandId: string,
  data: CheckpointSigned['data'],
): Promise<SignedCheckpoint> {
  const today = dayIn(now);
  const recordedAt = notBefore(last?.signedAt ?? null, recordedTime(now));
  const event: CheckpointSigned = { type: 'CheckpointSigned', version: 1, data, personal: null };
  const [written] = writeEvents(
    keys,
    [event],
    {
      stream: CHECKPOINTS,
      after: last?.revision ?? -1,
      previousHash: last?.hash ?? GENESIS,
      personId: null,
      idOf: (index) => eventId(commandId, index),
    },
    {
      commandId,
      correlationId: commandId,
      actor: { ...actor, municipality: '', office: '' },
      recordedAt,
      codeVersion,
      law: { release: rulebook.at(today, today).release, ratesRevision: RATES_RELEASE, policyRevision: null },
    },
  );
  if (written === undefined) throw new RangeError('Nothing was written.');
  const { revision, repeated } = await store.append(CHECKPOINTS, last?.revision ?? 'no-stream', [written.stored]);
  // Another process has signed the same day: what it wrote stands, and may be of another size.
  const theirs = repeated ? await lastCheckpoint(store) : null;
  return theirs === null
    ? { revision, signedAt: recordedAt, data, hash: written.opened.metadata.hash, isNew: true }
    : { ...theirs, isNew: false };
}
