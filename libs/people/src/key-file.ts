import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * The installation's two secrets. `master` wraps the keys of persons; `lookup` makes the names under which persons are found
 * again (HMAC), and can never be changed without renaming streams.
 */
export interface KeyFile {
  readonly masterId: string;
  readonly master: Buffer;
  readonly lookup: Buffer;
}

/** The key file is missing or damaged. The message names the path and what to do, and no secret. */
export class KeyFileError extends Error {}

interface Stored {
  readonly masterId: string;
  readonly master: string;
  readonly lookup: string;
}

/**
 * Reads the key file, or makes one readable by its owner alone when `create` is set. Two processes that make it at the same
 * moment end with the same keys. Throws KeyFileError saying what to do.
 */
export function openKeyFile(path: string, { create }: { readonly create: boolean }): KeyFile {
  if (!existsSync(path)) {
    if (!create)
      throw new KeyFileError(`There is no key file at ${path}. Restore it from backup: without it no personal data can be read.`);
    writeNew(path);
  }
  return parse(path, readFileSync(path, 'utf8'));
}

function writeNew(path: string): void {
  const made: Stored = {
    masterId: 'master-1',
    master: randomBytes(32).toString('base64'),
    lookup: randomBytes(32).toString('base64'),
  };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function parse(path: string, text: string): KeyFile {
  const damaged = new KeyFileError(`The key file ${path} is damaged. Restore it from backup.`);
  let stored: Partial<Stored>;
  try {
    stored = JSON.parse(text) as Partial<Stored>;
  } catch (error) {
    throw error instanceof SyntaxError ? damaged : error;
  }
  const master = Buffer.from(stored.master ?? '', 'base64');
  const lookup = Buffer.from(stored.lookup ?? '', 'base64');
  if (stored.masterId === undefined || master.length !== 32 || lookup.length !== 32) throw damaged;
  return { masterId: stored.masterId, master, lookup };
}

/** Keys that live as long as the process, for specs and for lives that are played and thrown away. */
export const ephemeralKeyFile = (): KeyFile => ({ masterId: 'ephemeral', master: randomBytes(32), lookup: randomBytes(32) });

/** The name under which something personal is found again without being shown: HMAC-SHA256, 64 hexadecimal digits. */
export const lookupName = (keys: KeyFile, kind: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keys.lookup)
    .update([kind, ...parts].join('\n'))
    .digest('hex');
