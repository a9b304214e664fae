import { hash } from 'node:crypto';
import type { FileReference } from '@kvp/lifecycle';
import { KeyMissing, type KeyRing, SealBroken } from '@kvp/people';
import type { FileStore } from './file-store.ts';
import { mediaTypeOf } from './media-types.ts';

/** The content of a file, or why there is none: gone, not what was stored, or of a person whose key was destroyed. */
export type FileContent =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'altered' }
  | { readonly kind: 'forgotten' };

/** The files of persons: found by the SHA-256 of their content, sealed with the person's own key. */
export interface Files {
  readonly description: string;
  /** Stores a file, once: the same content again changes nothing, and mends what was damaged. Undefined when it is of no type that is taken. */
  keep(personId: string, bytes: Uint8Array): Promise<FileReference | undefined>;
  read(personId: string, sha256: string): Promise<FileContent>;
  /** What an event would say of a file, without storing it. Undefined when it is of no type that is taken. */
  describe(bytes: Uint8Array): FileReference | undefined;
}

export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

const nameOf = (personId: string, sha256: string): string => `${personId}/${sha256}`;
/** Where the sealed bytes stand; they open nowhere else. */
const contextOf = (personId: string, sha256: string): string => `file ${nameOf(personId, sha256)}`;

export function createFiles({ store, keys }: { readonly store: FileStore; readonly keys: KeyRing }): Files {
  const read = async (personId: string, sha256: string): Promise<FileContent> => {
    const sealed = await store.get(nameOf(personId, sha256));
    if (sealed === null) return { kind: 'missing' };
    try {
      const bytes = await keys.unsealBytes(personId, contextOf(personId, sha256), sealed);
      return sha256Of(bytes) === sha256 ? { kind: 'content', bytes } : { kind: 'altered' };
    } catch (error) {
      if (error instanceof KeyMissing) return { kind: 'forgotten' };
      if (error instanceof SealBroken) return { kind: 'altered' };
      throw error;
    }
  };

  const describe = (bytes: Uint8Array): FileReference | undefined => {
    const mediaType = mediaTypeOf(bytes);
    return mediaType === undefined ? undefined : { sha256: sha256Of(bytes), size: bytes.length, mediaType };
  };

  return {
    description: store.description,
    read,
    describe,

    async keep(personId, bytes) {
      const file = describe(bytes);
      if (file === undefined) return undefined;
      const { sha256 } = file;
      await keys.load([personId]);
      if ((await read(personId, sha256)).kind !== 'content')
        await store.put(nameOf(personId, sha256), keys.sealBytes(personId, contextOf(personId, sha256), bytes));
      return file;
    },
  };
}
