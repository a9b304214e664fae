import { setTimeout as sleep } from 'node:timers/promises';
import { dayIn } from '@kvp/deciding';
import { type EngineLog, isOutage, outageOf, silent } from '@kvp/projections';
import type { Pool } from 'pg';
import { NoSigningKey, NotContinued, type SignOptions, signDaily } from './checkpoints/sign-checkpoint.ts';
import { type CheckpointKeys, CheckpointKeysError } from './keys/checkpoint-keys.ts';
import { type KeeperStatus, createTreeKeeper } from './tree/tree-keeper.ts';

/** Who signs, where nobody has asked for it. */
export const NOTARY = { id: 'kvp', role: 'operations' } as const;

export interface NotaryOptions extends Pick<SignOptions, 'store' | 'keys' | 'codeVersion'> {
  /** One connection of it is held for as long as the notary runs. */
  readonly pool: Pool;
  /** Read whenever something is signed, so that a key is changed without a restart. Null where nothing is signed. */
  readonly checkpointKeys: () => CheckpointKeys | null;
  readonly clock: () => Temporal.Instant;
  readonly log?: EngineLog;
  /** Milliseconds between looks at the calendar; a minute when left out. */
  readonly lookMs?: number;
}

export interface NotaryStatus extends KeeperStatus {
  /** The day of the last checkpoint that this process has seen, in Oslo; null before the first. */
  readonly signedOn: string | null;
  /** Why nothing is signed; null when all is well. */
  readonly notSigned: string | null;
}

/** Keeps the tree over the log, and signs it once a day. */
export interface Notary {
  /** Ends when the signal aborts. Never throws: trouble is in `status`, and in the log. */
  run(signal: AbortSignal): Promise<void>;
  status(): NotaryStatus;
}

const MINUTE_MS = 60_000;
const UNTIL_LIVE_MS = 500;

export function createNotary(options: NotaryOptions): Notary {
  const { store, pool, log = silent, lookMs = MINUTE_MS } = options;
  const keeper = createTreeKeeper({ store, pool, log });
  let signedOn: string | null = null;
  let notSigned: string | null = null;

  /** Signs unless the day is signed. A day that brings nothing is looked at again: what comes later in it is signed then. */
  async function look(): Promise<void> {
    const now = options.clock();
    if (signedOn === dayIn(now).toString()) return;
    const checkpointKeys = options.checkpointKeys();
    if (checkpointKeys === null || checkpointKeys.signer === null) throw new NoSigningKey();
    const signed = await signDaily({ ...options, checkpointKeys, actor: NOTARY, now });
    notSigned = null;
    if (signed === null) return;
    signedOn = dayIn(Temporal.Instant.from(signed.signedAt)).toString();
    if (signed.isNew) log.info({ size: signed.data.size, revision: signed.revision }, 'The log was signed.');
  }

  /** The same trouble is told once; it is tried again at every look. */
  function cannot(error: unknown): void {
    const reason = reasonOf(error);
    if (reason !== notSigned) log[error instanceof NotContinued ? 'error' : 'warn']({ reason }, 'The log of this day is not signed.');
    notSigned = reason;
  }

  async function signDays(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isLive = keeper.status().state === 'live';
      if (isLive) await look().catch(cannot);
      await sleep(isLive ? lookMs : Math.min(lookMs, UNTIL_LIVE_MS), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    status: () => ({ ...keeper.status(), signedOn, notSigned }),
    async run(signal) {
      await Promise.all([keeper.run(signal), signDays(signal)]);
    },
  };
}

function reasonOf(error: unknown): string {
  if (isOutage(error)) return outageOf(error);
  const isTold = error instanceof NotContinued || error instanceof NoSigningKey || error instanceof CheckpointKeysError;
  return isTold ? error.message : Error.isError(error) ? error.name : 'unknown';
}
