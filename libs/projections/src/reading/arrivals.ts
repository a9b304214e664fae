import type { Pool, PoolClient } from 'pg';
import { survivable } from '../engine/database.ts';
import { MOVED } from '../engine/writer.ts';

/** How often those who wait look by themselves, should a notification be lost. */
const POLL = 100;

/** How long the connection listens on when nobody waits any more: the next reader is often not far. */
const LINGER = 1_000;

interface Waiter {
  readonly caseId: string;
  readonly revision: number;
  readonly done: (arrived: boolean) => void;
}

/** Gives the revision that all views of each case have reached; cases that are in none are left out. */
export type ReadRevisions = (caseIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/**
 * Lets readers wait for their own write. All who wait share one query, and one connection that listens while there is anyone.
 */
export class Arrivals {
  readonly #waiters = new Set<Waiter>();
  #listener: PoolClient | undefined;
  #looking = false;
  #lookAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly read: ReadRevisions,
  ) {}

  /** False when the revision had not arrived in time. */
  async wait(caseId: string, revision: number, timeoutMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter: Waiter = { caseId, revision, done: resolve };
    const timer = setTimeout(() => resolve(false), timeoutMs);
    clearTimeout(this.#idle);
    this.#waiters.add(waiter);
    this.#look();
    this.#start();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
      if (this.#waiters.size === 0) this.#idle = setTimeout(() => this.close(), LINGER);
    }
  }

  /** Gives the connection up. Those who wait next open another. */
  close(): void {
    clearTimeout(this.#idle);
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#listener?.release(true);
    this.#listener = undefined;
  }

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(() => this.#look(), POLL);
    void this.#listen();
  }

  /** Without it, looking alone serves: a lost connection costs a tenth of a second. */
  async #listen(): Promise<void> {
    try {
      const client = await survivable(this.pool).connect();
      if (this.#timer === undefined || this.#listener !== undefined) return client.release();
      this.#listener = client;
      client.on('notification', () => this.#look());
      await client.query(`listen ${MOVED}`);
      this.#look();
    } catch {
      this.#listener = undefined;
    }
  }

  #look(): void {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    void this.#answer().finally(() => {
      this.#looking = false;
      if (!this.#lookAgain) return;
      this.#lookAgain = false;
      this.#look();
    });
  }

  /** A failed read answers nobody; the next look does, or the time runs out. */
  async #answer(): Promise<void> {
    const waiting = [...this.#waiters];
    if (waiting.length === 0) return;
    const revisions = await this.read([...new Set(waiting.map(({ caseId }) => caseId))]).catch(() => new Map<string, number>());
    for (const { caseId, revision, done } of waiting) if ((revisions.get(caseId) ?? -1) >= revision) done(true);
  }
}
