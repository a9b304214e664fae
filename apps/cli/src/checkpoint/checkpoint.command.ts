import { VERSION, readConfig } from '@kvp/api';
import { NoSigningKey, growTree, openCheckpointKeys, prepareTree, rotateCheckpointKey, signHead, TREE_LOCK } from '@kvp/notary';
import { openSession } from '@kvp/projections';
import { writeVerifierKey } from '@kvp/proof';
import { existsSync } from 'node:fs';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { type Installation, withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';

interface Options {
  readonly newKey: boolean;
  readonly json: boolean;
}

/** `kvp checkpoint`: signs the state of the whole log, writes that into the log, and prints it to be kept elsewhere. */
export const checkpointCommand: AddCommand = (program, io, end) =>
  program
    .command('checkpoint')
    .description(
      'sign the state of the whole log and print the checkpoint: keep it elsewhere, and kvp verify --checkpoint holds the log against it',
    )
    .option('--new-key', 'sign with a new key from now on, or make the first; the ones before are kept for what they have signed', false)
    .option('--json', 'size, root and public keys as well, as JSON', false)
    .action(async ({ newKey, json }: Options) => {
      const config = readConfig(io.env);
      const isOwn = config.databaseUrl === undefined;
      const signal = io.interruption();
      const progress = progressOn(io, { what: 'growing the tree', unit: 'events' });
      await withInstallation(config, io, async ({ store, pool, keys }) => {
        if (newKey && existsSync(config.checkpointKeys)) rotateCheckpointKey(config.checkpointKeys);
        const checkpointKeys = openCheckpointKeys(config.checkpointKeys, { create: isOwn || newKey ? config.checkpointOrigin : null });
        if (checkpointKeys === null) throw new NoSigningKey();
        await bringUpToDate({ store, pool }, signal, (size) => progress.update(size)).finally(() => progress.end());
        if (signal.aborted) return end(EXIT.interrupted);
        const actor = { id: 'kvp', role: 'operations' } as const;
        const { data, isNew, revision } = await signHead({ store, pool, keys, checkpointKeys, actor, now: io.now(), codeVersion: VERSION });
        const publicKeys = checkpointKeys.verifiers.map(writeVerifierKey);
        io.complain(isNew ? `Signed ${data.size} events.` : 'Nothing has happened since the last checkpoint; here it is again.');
        for (const key of publicKeys.slice(0, 1)) io.complain(`Its public key: ${key}`);
        io.print(json ? JSON.stringify({ revision, ...data, publicKeys }) : data.checkpoint.trimEnd());
      });
    });

/** Adds to the tree what came since, unless a running system is at it. */
async function bringUpToDate(
  { store, pool }: Pick<Installation, 'store' | 'pool'>,
  signal: AbortSignal,
  onSize: (size: number) => void,
): Promise<void> {
  await prepareTree(pool);
  const session = await openSession(pool, ...TREE_LOCK);
  if (session === null) return;
  try {
    await growTree({ store, pool, session, once: true, signal, onProgress: ({ size }) => onSize(size) });
  } finally {
    await session.close();
  }
}
