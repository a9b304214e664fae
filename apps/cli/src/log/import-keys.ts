import { type KeyFile, type KeyStore, type Sealed, SealBroken, type StoredKey, createKeyRing, personOf } from '@kvp/people';
import { canonical } from '@kvp/proof';
import { CliError, EXIT } from '../exit-status.ts';
import { MalformedFile, checkCounted, countedLines } from './counted-file.ts';
import { KEYS_FORMAT } from './export-log.ts';

/**
 * Takes over the keys of persons, after it has been seen that this installation's key file opens every one of them: else all that is
 * sealed would be there and unreadable. @returns how many there are. Throws CliError when a key here is another one already.
 */
export async function importKeys(path: string, keyStore: KeyStore, keyFile: KeyFile): Promise<number> {
  const { lines } = await checkCounted(path, KEYS_FORMAT);
  for await (const stored of keysIn(path)) await requireOpens(stored, keyFile);
  for await (const { key, wrapped } of keysIn(path)) {
    await keyStore.add(key, wrapped);
    const [held] = await keyStore.find([key]);
    if (canonical(held?.wrapped) !== canonical(wrapped))
      throw new CliError(`The target holds another key ${key} than the export does: it is no copy of the same installation.`);
  }
  return lines;
}

async function* keysIn(path: string): AsyncGenerator<StoredKey> {
  let number = 0;
  for await (const line of countedLines(path)) {
    number += 1;
    const { key, wrapped } = JSON.parse(line) as { readonly key?: unknown; readonly wrapped?: unknown };
    if (typeof key !== 'string' || typeof wrapped !== 'object' || wrapped === null)
      throw new MalformedFile(path, `line ${number} is no key`);
    yield { key, wrapped: wrapped as Sealed };
  }
}

async function requireOpens(stored: StoredKey, keyFile: KeyFile): Promise<void> {
  const only: KeyStore = {
    add: async () => undefined,
    find: async () => [stored],
    all: async function* () {
      yield [stored];
    },
  };
  try {
    await createKeyRing({ keyStore: only, keyFile }).load([personOf(stored)]);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new CliError(
      'The key file of this installation does not open the exported keys. Put the key file of the installation that was exported in its place (KVP_KEY_FILE).',
      EXIT.configuration,
    );
  }
}
