import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { ephemeralKeyFile } from './key-file.ts';
import { KeyMissing, createKeyRing } from './key-ring.ts';
import { createPostgresKeyStore } from './key-store.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('a key is made once, is found by another process with the same key file, and lies in the table only wrapped', async () => {
  const keyFile = ephemeralKeyFile();
  const [here, there] = await Promise.all([1, 2].map(async () => createKeyRing({ keyFile, keyStore: await createPostgresKeyStore(pool) })));
  await Promise.all([here!.provide('person-a'), there!.provide('person-a')]);
  const sealed = here!.seal('person-a', 'place', { name: 'Kari' });
  expect(there!.unseal('place', sealed)).toEqual({ name: 'Kari' });

  const { rows } = await pool.query<{ wrapped: object }>('select wrapped from vault.person_key');
  expect(rows).toHaveLength(1);
  expect(rows[0]!.wrapped).toMatchObject({ alg: 'A256GCM', key: keyFile.masterId });
});

test('without its key nothing opens, and the error names the key', async () => {
  const keyFile = ephemeralKeyFile();
  const ring = createKeyRing({ keyFile, keyStore: await createPostgresKeyStore(pool) });
  await ring.provide('person-b');
  const sealed = ring.seal('person-b', 'place', { name: 'Ola' });
  await pool.query('delete from vault.person_key');

  const after = createKeyRing({ keyFile, keyStore: await createPostgresKeyStore(pool) });
  await after.load(['person-b']);
  expect(() => after.unseal('place', sealed)).toThrow(new KeyMissing('person-b#1'));
  expect(() => after.seal('person-b', 'place', {})).toThrow(KeyMissing);
});
