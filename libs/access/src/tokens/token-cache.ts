import { hash } from 'node:crypto';
import type { Actor } from '@kvp/lifecycle';

interface Verified {
  readonly actor: Actor;
  /** Seconds since 1970, as in the token. */
  readonly expires: number;
}

/**
 * Tokens that were verified lately, until they run out: checking a signature costs more than deciding most commands. Keyed by
 * SHA-256, so that memory holds no token that could be used; bounded, the oldest out first.
 */
export class TokenCache {
  readonly #kept = new Map<string, Verified>();
  readonly #limit: number;

  constructor(limit = 1_000) {
    this.#limit = limit;
  }

  get(token: string, nowSeconds: number): Actor | undefined {
    const key = digest(token);
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    if (found.expires > nowSeconds) return found.actor;
    this.#kept.delete(key);
    return undefined;
  }

  set(token: string, verified: Verified): void {
    if (this.#kept.size >= this.#limit) this.#kept.delete(this.#kept.keys().next().value ?? '');
    this.#kept.set(digest(token), verified);
  }

  get size(): number {
    return this.#kept.size;
  }
}

const digest = (token: string): string => hash('sha256', token, 'base64');
