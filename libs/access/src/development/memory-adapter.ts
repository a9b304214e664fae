import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * What the provider keeps, in memory: nothing of it must outlive the process. Client-credentials tokens are signed and carry
 * everything themselves, so only the calls of that grant do anything here.
 */
export class MemoryAdapter implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>();

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#kept.set(id, payload);
  }
  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#kept.get(id);
  }
  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }
  async consume(): Promise<void> {}
  async findByUserCode(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async revokeByGrantId(): Promise<void> {}
}
