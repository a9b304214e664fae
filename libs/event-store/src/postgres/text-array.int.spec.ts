import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { textArray } from './text-array.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test.each<[string, (string | null)[]]>([
  ['texts', ['a', 'b']],
  ['what stands for something in the text form of a list', ['{"a":"b\\"c\\\\"}', 'NULL', '', ' ', '{,}', "'"]],
  ['letters of one to four bytes', ['aæ€😀', 'blåbærsyltetøy']],
  ['nothing among something', ['a', null, 'b', null]],
  ['nothing at all', [null]],
  ['a long text', ['x'.repeat(100_000)]],
])('PostgreSQL reads %s as it was given', async (_what, items) => {
  const { rows } = await client.query<{ items: unknown; size: number }>(
    'select $1::text[] as items, cardinality($1::text[]) as size, array_lower($1::text[], 1) as first',
    [textArray(items)],
  );
  expect(rows).toEqual([{ items, size: items.length, first: 1 }]);
});

test('an empty list is one', async () => {
  const { rows } = await client.query<{ size: number }>('select cardinality($1::text[]) as size', [textArray([])]);
  expect(rows).toEqual([{ size: 0 }]);
});
