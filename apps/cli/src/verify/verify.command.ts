import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readConfig } from '@kvp/api';
import { type HeadKeys, type KnownCheckpoint, holds, openCheckpointKeys, verifyLog } from '@kvp/notary';
import { MalformedKey, parseVerifierKey } from '@kvp/proof';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { tellLog } from './tell-log.ts';

interface Options {
  readonly checkpoint: readonly string[];
  readonly key: readonly string[];
}

const more = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `kvp verify`: is the log what was written, event for event, and what was signed? */
export const verifyCommand: AddCommand = (program, io, end) =>
  program
    .command('verify')
    .description('check every chain of hashes, the tree over the log and all signed checkpoints; exit status 1 when anything differs')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere, to hold the log against; may be given several times', more, [])
    .option(
      '--key <key>',
      'a public key to believe, <name>+<id>+…, instead of those in CHECKPOINT_KEYS; may be given several times',
      more,
      [],
    )
    .action(async ({ checkpoint, key }: Options) => {
      const config = readConfig(io.env);
      const known = checkpoint.map(readCheckpoint);
      const keys = key.length > 0 ? given(key) : (openCheckpointKeys(config.checkpointKeys, { create: null }) ?? NOBODY);
      const signal = io.interruption();
      const progress = progressOn(io, { what: 'verifying', unit: 'events' });
      const report = await withInstallation(config, io, ({ store, pool }) =>
        verifyLog({ store, pool, keys, known, signal, onProgress: (events) => progress.update(events) }),
      );
      progress.end();
      if (signal.aborted) return end(EXIT.interrupted);
      for (const line of tellLog(report)) io.print(line);
      end(holds(report) ? EXIT.ok : EXIT.failure);
    });

const NOBODY: HeadKeys = { origin: '', verifiers: [] };

function given(keys: readonly string[]): HeadKeys {
  try {
    const verifiers = keys.map(parseVerifierKey);
    return { origin: verifiers[0]?.name ?? '', verifiers };
  } catch (error) {
    throw error instanceof MalformedKey ? new CliError(`--key: ${error.message}`, EXIT.malformed) : error;
  }
}

function readCheckpoint(path: string): KnownCheckpoint {
  try {
    return { name: basename(path), checkpoint: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CliError(`--checkpoint: ${path} cannot be read (${code}).`, EXIT.malformed);
  }
}
