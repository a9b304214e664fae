import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@kvp/event-store';
import { LRUCache } from 'lru-cache';
import type { KeyFile } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import { type Sealed, SealBroken, keyOfBytes, sealBytesWith, sealWith, unsealBytesWith, unsealWith } from './sealing.ts';

/** There is no key (any more) for what is sealed: it can never be read again. */
export class KeyMissing extends Error {
  constructor(readonly key: string) {
    super(`There is no key ${key}.`);
  }
}

/** The keys of persons, at hand for sealing and opening. Load first, then seal and open without waiting. */
export interface KeyRing {
  /** Makes a key for a new person; nothing happens when there is one. */
  provide(personId: string): Promise<void>;
  /** Brings the keys of persons into memory, in one query for all that are not there yet. Missing ones are no error here. */
  load(personIds: Iterable<string>): Promise<void>;
  /** `context` says where the sealed bytes stand (stream and event id, table and row); they open nowhere else. Throws KeyMissing. */
  seal(personId: string, context: string, plain: JsonObject): Sealed;
  /** Throws KeyMissing, or SealBroken when the bytes were changed or moved. */
  unseal(context: string, sealed: Sealed): JsonObject;
  /** The same for bytes, which are one piece and say themselves which key opens them. Throws KeyMissing. */
  sealBytes(personId: string, context: string, plain: Uint8Array): Uint8Array;
  /** Loads the key of the person itself. Throws KeyMissing, or SealBroken when the bytes were changed, moved, or are another person's. */
  unsealBytes(personId: string, context: string, sealed: Uint8Array): Promise<Uint8Array>;
}

export const personOf = (sealed: { readonly key: string }): string => sealed.key.slice(0, sealed.key.lastIndexOf('#'));

const FIRST_VERSION = '#1';
const KEPT_KEYS = 50_000;

/** In memory of its own: a small `Buffer.from` is cut from a shared 8 kB, all of which lives as long as any cut of it. */
function secretFrom(base64: string): Buffer {
  const secret = Buffer.alloc(Buffer.byteLength(base64, 'base64'));
  secret.write(base64, 'base64');
  return secret;
}

/** Keys of persons, each wrapped with the master key: destroying a stored key erases the person from the log without touching it. */
export function createKeyRing({ keyStore, keyFile }: { readonly keyStore: KeyStore; readonly keyFile: KeyFile }): KeyRing {
  const kept = new LRUCache<string, Buffer>({ max: KEPT_KEYS });

  const secretOf = (key: string): Buffer => {
    const secret = kept.get(key);
    if (secret === undefined) throw new KeyMissing(key);
    return secret;
  };
  const load = async (personIds: Iterable<string>): Promise<void> => {
    const wanted = new Set<string>();
    for (const id of personIds) if (!kept.has(id + FIRST_VERSION)) wanted.add(id + FIRST_VERSION);
    if (wanted.size === 0) return;
    for (const { key, wrapped } of await keyStore.find([...wanted])) {
      kept.set(key, secretFrom(unsealWith(keyFile.master, key, wrapped).secret as string));
    }
  };

  return {
    load,

    async provide(personId) {
      const key = personId + FIRST_VERSION;
      const secret = randomBytes(32).toString('base64');
      await keyStore.add(key, sealWith(keyFile.master, keyFile.masterId, key, { secret }));
      await load([personId]);
    },

    seal(personId, context, plain) {
      const key = personId + FIRST_VERSION;
      return sealWith(secretOf(key), key, context, plain);
    },

    unseal: (context, sealed) => unsealWith(secretOf(sealed.key), context, sealed),

    sealBytes(personId, context, plain) {
      const key = personId + FIRST_VERSION;
      return sealBytesWith(secretOf(key), key, context, plain);
    },

    async unsealBytes(personId, context, sealed) {
      await load([personId]);
      const key = keyOfBytes(sealed);
      // A key of another name is not one that was destroyed: the name itself was changed.
      if (key !== personId + FIRST_VERSION) throw new SealBroken(key ?? 'unknown');
      return unsealBytesWith(secretOf(key), context, sealed);
    },
  };
}
