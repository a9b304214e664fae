import { type FileStore, checkedName } from './file-store.ts';

/** Files in memory, for specs and for lives that are played and thrown away. */
export function createInMemoryFiles(held: Map<string, Uint8Array> = new Map()): FileStore {
  return {
    description: 'files in memory',
    put: async (name, bytes) => void held.set(checkedName(name), Uint8Array.from(bytes)),
    get: async (name) => held.get(checkedName(name)) ?? null,
  };
}
