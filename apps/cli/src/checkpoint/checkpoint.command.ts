import { VERSION, readConfig } from '@kvp/api';
import { NOTARY, NoSigningKey, catchUpTree, openCheckpointKeys, rotateCheckpointKey, signHead } from '@kvp/notary';
import { writeVerifierKey } from '@kvp/proof';
import { existsSync } from 'node:fs';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
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
        const checkpointKeys = openCheckpointKeys(config.checkpointKeys, {
          create: isOwn || newKey ? config.checkpointOrigin : null,
          development: !newKey,
          environment: config.environment,
        });
        if (checkpointKeys === null) throw new NoSigningKey();
        await catchUpTree({ store, pool, signal, onProgress: ({ size }) => progress.update(size) }).finally(() => progress.end());
        if (signal.aborted) return end(EXIT.interrupted);
        const writing = { keys, checkpointKeys, actor: NOTARY, now: io.now(), codeVersion: VERSION };
        const { data, isNew, revision } = await signHead({ store, pool, ...writing });
        const publicKeys = checkpointKeys.verifiers.map(writeVerifierKey);
        io.complain(isNew ? `Signed ${data.size} events.` : 'Nothing has happened since the last checkpoint; here it is again.');
        for (const key of publicKeys.slice(0, 1)) io.complain(`Its public key: ${key}`);
        io.print(json ? JSON.stringify({ revision, ...data, publicKeys }) : data.checkpoint.trimEnd());
      });
    });
