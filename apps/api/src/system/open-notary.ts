import type { AppealFileSources } from '@kvp/appeal-file';
import type { EventStore } from '@kvp/event-store';
import { type CheckpointKeys, createLogProofs, createNotary, createProver, openCheckpointKeys, prepareTree } from '@kvp/notary';
import type { KeyRing } from '@kvp/people';
import { writeVerifierKey } from '@kvp/proof';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';
import type { LogDoor } from '../log/log-door.ts';
import type { Probe } from '../ports.ts';
import { VERSION } from '../version.ts';
import { openWorkPool } from './open-database.ts';
import { logTreeProbe } from './probes.ts';

export interface NotaryParts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  /** For proofs. */
  readonly pool: Pool;
  readonly connectionString: string;
  readonly log: Logger;
}

export interface OpenedNotary {
  readonly door: LogDoor;
  /** What files of appeals are proven and signed with. */
  readonly proven: Pick<AppealFileSources, 'prove' | 'signing'>;
  readonly probes: readonly Probe[];
  /** Begins to follow the log, when that is done here. */
  readonly follow: () => void;
}

/** One for as long as it runs, one for what it looks up, and one for its tables. */
const CONNECTIONS = 3;

/** The keys that the log is signed with, read each time: with the embedded database one for development is made, which production refuses. */
export const checkpointKeysOf =
  ({ checkpointKeys, checkpointOrigin, databaseUrl, environment }: SystemConfig) =>
  (): CheckpointKeys | null =>
    openCheckpointKeys(checkpointKeys, { create: databaseUrl === undefined ? checkpointOrigin : null, development: true, environment });

/**
 * The tree over the log and its signatures, for the doors; with `projector: inline` the tree is kept and signed here, until the stack is disposed of.
 * Throws CheckpointKeysError.
 */
export async function openNotary(config: SystemConfig, parts: NotaryParts, stack: AsyncDisposableStack): Promise<OpenedNotary> {
  const { store, keys, pool, log } = parts;
  const checkpointKeys = checkpointKeysOf(config);
  if (checkpointKeys() === null) log.warn('Nothing signs the log: set CHECKPOINT_KEYS, and make a key with kvp checkpoint --new-key.');
  await prepareTree(pool);
  const prover = { store, keys, pool, checkpointKeys, clock: () => Temporal.Now.instant(), codeVersion: VERSION };
  const door = {
    store,
    proofs: createLogProofs({ store, pool }),
    publicKeys: () => checkpointKeys()?.verifiers.map(writeVerifierKey) ?? [],
  };
  const proven = { prove: createProver(prover), signing: checkpointKeys };
  if (config.projector !== 'inline') return { door, proven, probes: [], follow: () => undefined };

  const notary = createNotary({ ...prover, pool: openWorkPool(parts.connectionString, CONNECTIONS, log, stack), log });
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  stack.defer(() => {
    stop.abort();
    return running;
  });
  return { door, proven, probes: [logTreeProbe(notary)], follow: () => void (running ??= notary.run(stop.signal)) };
}
