import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asError, codeOf, endsSession, NoAnswer, NoConnection } from './failures.ts';

export interface SessionsOptions {
  readonly connectionString: string;
  readonly max: number;
  readonly connectMs: number;
  /** Settings of every session, in milliseconds where they are times. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Told when a connection that nobody uses is lost. */
  readonly onTrouble: (error: Error) => void;
}

/** Of rows as objects, or as arrays when it says so. */
export type Query = pg.QueryConfig & { readonly rowMode?: 'array' };

/** Of the settings, `transaction_timeout` is the youngest. */
const UNKNOWN_SETTING = '42704';

const CLOSE_MS = 1_000;

/** Connections with the settings that the store relies on, and an end to every wait. */
export class Sessions {
  private readonly pool: pg.Pool;
  private readonly sockets = new Set<Socket>();

  constructor({ connectionString, max, connectMs, settings, onTrouble }: SessionsOptions) {
    const set = Object.entries(settings).map(([name, value]) => `set ${name} = '${value}'`);
    const configure = async (client: pg.ClientBase): Promise<void> => {
      try {
        await within(client.query(set.join(';')), connectMs);
      } catch (cause) {
        throw codeOf(cause) === UNKNOWN_SETTING ? new Error('PostgreSQL 17 or newer is needed.', { cause }) : cause;
      }
    };
    this.pool = new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: connectMs,
      idleTimeoutMillis: 0,
      application_name: 'kvp event store',
      stream: () => trackedSocket(this.sockets),
      verify: (client, done) => void configure(client).then(() => done(), done),
    });
    this.pool.on('error', onTrouble);
    // Of a connection in use: the query that waits for it tells, and between two queries the next one will.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Runs one statement.
   *
   * @param query may be made when there is a connection, just before it goes out
   * @throws NoConnection when it was not sent
   * @throws NoAnswer when the answer did not come in time, or the connection was lost
   * @throws pg.DatabaseError when the server refused it
   */
  async run<Row extends pg.QueryResultRow | unknown[]>(query: Query | (() => Query), timeoutMs: number): Promise<Row[]> {
    const client = await this.connect();
    try {
      const { rows } = await within(client.query(typeof query === 'function' ? query() : query), timeoutMs);
      client.release();
      return rows as Row[];
    } catch (error) {
      // After most refusals the session may be used again; after anything else nobody knows what it is doing.
      client.release(endsSession(error));
      throw error instanceof pg.DatabaseError || error instanceof NoAnswer
        ? error
        : new NoAnswer('The connection to PostgreSQL was lost.', { cause: error });
    }
  }

  /** Ends every connection, those of a server that does not answer too. */
  async close(): Promise<void> {
    await Promise.race([this.pool.end(), pause(CLOSE_MS, undefined, { ref: false })]);
    for (const socket of this.sockets) socket.destroy();
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (cause) {
      throw new NoConnection(`PostgreSQL cannot be reached: ${asError(cause).message}`, { cause });
    }
  }
}

/** A socket that can be destroyed: pg itself waits for the server to close its side. */
export function trackedSocket(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  socket.setKeepAlive(true, 10_000);
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  return socket;
}

/** What a promise gives, or NoAnswer after so many milliseconds. */
export async function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`PostgreSQL did not answer within ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
