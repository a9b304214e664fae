import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyFile } from '@kvp/people';
import { readConfig, type SystemConfig } from '../config/system-config.ts';
import { startSystem, type System } from '../system/start-system.ts';
import { type ActorName, actors } from './test-api.ts';

/** An empty database that the system has for itself, and that is dropped with it. */
export interface OwnDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

export interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly method?: string;
  readonly as?: ActorName;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole system on a database of its own, asked over HTTP with tokens of its development issuer. */
export interface TestSystem {
  readonly system: System;
  readonly config: SystemConfig;
  /** Every line that it logged. */
  readonly log: string[];
  send(path: string, request?: Request): Promise<Response>;
  /** Stops it, and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestSystem(database: OwnDatabase, change: Partial<SystemConfig> = {}): Promise<TestSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvp-api-'));
  const keyFile = join(dataDir, 'keys.json');
  openKeyFile(keyFile, { create: true });
  const environment = {
    PORT: '0',
    DEV_ISSUER_PORT: '0',
    STATISTICS: 'off',
    STATISTICS_PORT: '0',
    LOG_LEVEL: 'info',
    KVP_DATA_DIR: dataDir,
    DATABASE_URL: database.connectionString,
  };
  const config = { ...readConfig({ ...environment, KVP_KEY_FILE: keyFile }), ...change };
  const log: string[] = [];
  const start = (): Promise<System> => startSystem(config, { logTo: { write: (line) => void log.push(line) } });

  let system = await start();
  return {
    get system() {
      return system;
    },
    config,
    log,
    send: async (path, request) => send(system, path, request),
    async restart() {
      await system.close();
      system = await start();
    },
    async close() {
      await system.close();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function send(system: System, path: string, { method, as = 'kari', token, body, headers = {} }: Request = {}): Promise<Response> {
  const answer = await fetch(`${system.url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${token ?? (await system.tokenFor(actors[as]))}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Response['body'] };
}
