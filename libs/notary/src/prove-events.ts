import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@kvp/event-store';
import type { ProofFile } from '@kvp/proof';
import { NoSigningKey, signHead } from './checkpoints/sign-checkpoint.ts';
import { NOTARY, type NotaryOptions } from './notary.ts';
import { NotSigned, createLogProofs } from './proofs.ts';
import { readHead } from './tree/kept-tree.ts';

export interface ProverOptions extends Omit<NotaryOptions, 'log' | 'lookMs'> {
  /** Milliseconds that the tree is waited for; three seconds when left out. */
  readonly waitMs?: number;
}

/** The tree over the log has not come to the events that are to be proven, and whoever keeps it may be away. */
export class TreeBehind extends Error {
  constructor() {
    super('The tree over the log does not hold the newest events yet.');
  }
}

const WAIT_MS = 3_000;
const LOOK_MS = 50;

/**
 * Proves events against the oldest checkpoint that holds them; where none does yet, the log is signed now, so that the same events have the same proof
 * from then on. Null in an installation that signs nothing. Throws TreeBehind, NotInTree for an event that is not the log's, NoSigningKey where only
 * another process may sign, NotContinued.
 */
export const createProver = (options: ProverOptions): ((events: readonly RecordedEvent[]) => Promise<ProofFile | null>) => {
  const proofs = createLogProofs(options);
  return async (events) => {
    const checkpointKeys = options.checkpointKeys();
    const last = events.at(-1);
    if (checkpointKeys === null || last === undefined) return null;
    await untilTreeHas(last, options);
    try {
      return await proofs.proofFile(events);
    } catch (error) {
      if (!(error instanceof NotSigned)) throw error;
      if (checkpointKeys.signer === null) throw new NoSigningKey();
      await signHead({ ...options, checkpointKeys, actor: NOTARY, now: options.clock() });
      return await proofs.proofFile(events);
    }
  };
};

/** The tree follows the log by a moment. */
async function untilTreeHas({ position }: RecordedEvent, { pool, waitMs = WAIT_MS }: ProverOptions): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const head = await readHead(pool);
    if (head.position !== null && head.position >= position) return;
    if (waited >= waitMs) throw new TreeBehind();
    await sleep(LOOK_MS);
  }
}
