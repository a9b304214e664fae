import { expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from './postgres.ts';

test('every call gives a database of its own, in UTF-8 and with one order of texts everywhere', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  expect(one.connectionString).not.toBe(other.connectionString);
  const client = new pg.Client({ connectionString: one.connectionString });
  await client.connect();
  await client.query('create table only_here (name text)');
  await client.query("insert into only_here values ('ø'), ('Z'), ('a'), ('å')");
  const { rows } = await client.query<{ name: string }>('select name, upper(name) from only_here order by name');
  // By code point: Z U+005A, a U+0061, å U+00E5, ø U+00F8.
  expect(rows.map(({ name }) => name)).toEqual(['Z', 'a', 'å', 'ø']);
  await client.end();
  await Promise.all([one.drop(), other.drop()]);
});
