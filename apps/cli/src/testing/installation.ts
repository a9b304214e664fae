import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, startSystem } from '@kvp/api';
import { openKeyFile } from '@kvp/people';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { statusOf } from '../demo/answers.ts';
import { httpDoor } from '../stage/http-door.ts';
import { playLife } from '../stage/play-life.ts';
import { lifeOf, shortLife } from './lives.ts';

/** A folder with a key file, and databases to install into: all gone after the spec. */
export interface House {
  readonly folder: string;
  readonly keyFile: string;
  /** The environment of an installation on a database of its own, with the house's key file. */
  install(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'kvp-cli-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const keyFile = join(folder, 'keys.json');
  openKeyFile(keyFile, { create: true });
  return {
    folder,
    keyFile,
    async install() {
      const database = await testDatabase();
      stack.defer(() => database.drop());
      return { DATABASE_URL: database.connectionString, KVP_KEY_FILE: keyFile };
    },
    close: () => stack.disposeAsync(),
  };
}

/** Starts a system on an installation and lets people live in it, through its doors, until its views show it. @returns their cases */
export async function populate(
  env: Readonly<Record<string, string>>,
  people: number,
  lifeNamed: (id: string) => object = shortLife,
): Promise<readonly string[]> {
  const config = readConfig({ ...env, PORT: '0', DEV_ISSUER_PORT: '0', STATISTICS: 'off', LOG_LEVEL: 'silent' });
  const system = await startSystem(config);
  try {
    const door = httpDoor(system);
    const caseIds: string[] = [];
    for (let person = 0; person < people; person += 1) {
      const life = await lifeOf(lifeNamed(`person ${person}`), person);
      const { caseIds: opened, revision } = await playLife(door, life);
      caseIds.push(...opened);
      for (const caseId of opened) await statusOf(door, caseId, { municipality: life.municipality, on: life.asOf, atLeast: revision });
    }
    return caseIds;
  } finally {
    await system.close();
  }
}
