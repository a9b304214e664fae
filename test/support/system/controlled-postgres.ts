import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@kvp/event-store';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL outside the processes that use it: it can be stopped, killed and started again where they look for it. */
export class ControlledPostgres {
  private server: EmbeddedPostgres | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<ControlledPostgres> {
    const postgres = new ControlledPostgres(folder, await freePort());
    await postgres.start();
    return postgres;
  }

  get connectionString(): string {
    return this.running().connectionString;
  }

  /** An empty database on it. */
  async database(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: this.connectionString });
    await client.connect();
    try {
      await client.query(`create database ${pg.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
    const url = new URL(this.connectionString);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Starts it, or starts it again: same port, same data. */
  async start(): Promise<void> {
    this.server = await startEmbeddedPostgres({
      dataDir: join(this.folder, 'postgres'),
      port: this.port,
      settings: { max_connections: '200' },
    });
  }

  /** Ends it as an operator does: connections are cut, what was committed is on disk. */
  async stop(): Promise<void> {
    await this.server?.stop();
    this.server = undefined;
  }

  /** Ends it as a power cut of the database host does. */
  async kill(): Promise<void> {
    process.kill(this.running().pid, 'SIGKILL');
    await this.stop();
  }

  private running(): EmbeddedPostgres {
    if (this.server === undefined) throw new Error('PostgreSQL is not running.');
    return this.server;
  }
}
