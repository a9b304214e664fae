import type { Socket } from 'node:net';
import pg from 'pg';
import { orAborted } from '../abort.ts';
import type { Bell } from '../bell.ts';
import { asError } from './failures.ts';
import { CHANNEL } from './schema.ts';
import { trackedSocket, within } from './sessions.ts';

export interface ListenerOptions {
  readonly connectionString: string;
  readonly connectMs: number;
  readonly bell: Bell;
  readonly closing: AbortSignal;
  readonly onTrouble: (error: Error) => void;
}

const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;

/**
 * Rings the bell when anything was appended, by whichever process. Keeps one connection for it, made anew when it is lost; what was
 * missed meanwhile is made up for by a ring as soon as it listens again.
 */
export class Listener {
  private running: Promise<void> | undefined;

  constructor(private readonly options: ListenerOptions) {}

  /** Starts with the first subscription; a store that only writes needs no such connection. */
  start(): void {
    this.running ??= this.run();
  }

  async stopped(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    const { bell, closing, onTrouble } = this.options;
    for (let failures = 0; !closing.aborted; failures += 1) {
      try {
        await this.listen(() => (failures = 0));
      } catch (error) {
        onTrouble(asError(error));
      }
      const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** failures, LONGEST_BACKOFF_MS) * (0.5 + Math.random() / 2);
      await bell.after(Infinity, backoff, closing);
    }
  }

  /** Listens until the connection ends, or the store is closed. */
  private async listen(listening: () => void): Promise<void> {
    const { connectionString, connectMs, bell, closing } = this.options;
    const sockets = new Set<Socket>();
    const client = new pg.Client({
      connectionString,
      application_name: 'kvp event store, listening',
      stream: () => trackedSocket(sockets),
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.once('end', resolve);
      client.on('error', reject);
    });
    client.on('notification', () => bell.ring());
    try {
      await within(Promise.race([ended, client.connect().then(() => client.query(`listen ${CHANNEL}`))]), connectMs);
      listening();
      bell.ring();
      await orAborted(ended, closing);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  }
}
