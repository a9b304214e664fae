import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';

let house: House;
let env: Readonly<Record<string, string>>;
let pool: pg.Pool;

beforeAll(async () => {
  house = await openHouse();
  env = { ...(await house.install()), CHECKPOINT_KEYS: join(house.folder, 'checkpoint-keys.json'), CHECKPOINT_ORIGIN: 'kvp.example/log' };
  await populate(env, 2);
  pool = new pg.Pool({ connectionString: env['DATABASE_URL'] });
});
afterAll(async () => {
  await pool.end();
  await house.close();
});

const file = (name: string, text: string): string => {
  const path = join(house.folder, name);
  writeFileSync(path, text);
  return path;
};

test('without a key nothing is signed, and it says what to do', async () => {
  const { status, err } = await kvp(['checkpoint'], env);
  expect([status, err]).toEqual([78, expect.stringContaining('Set CHECKPOINT_KEYS')]);
});

test('the log is signed, verified, signed with the next key, and every checkpoint holds', async () => {
  const first = await kvp(['checkpoint', '--new-key'], env);
  expect(first).toMatchObject({ status: 0, err: expect.stringContaining('Signed 14 events.') });
  expect(first.out).toMatch(/^kvp\.example\/log\n14\n[A-Za-z0-9+/]{43}=\n\n— kvp\.example\/log \S+\n$/);
  expect(statSync(env['CHECKPOINT_KEYS']!).mode & 0o777).toBe(0o600);
  expect(await kvp(['checkpoint'], env)).toMatchObject({ out: first.out, err: expect.stringContaining('Nothing has happened') });

  await populate(env, 1, () => application('later'));
  const second = await kvp(['checkpoint', '--new-key', '--json'], env);
  // 14 events, the first checkpoint, and four of another person.
  expect(JSON.parse(second.out)).toMatchObject({ revision: 1, size: 19, publicKeys: [expect.any(String), expect.any(String)] });

  const verified = await kvp(['verify', '--checkpoint', file('kept.txt', first.out)], env);
  expect(verified.out).toMatch(
    /^20 events in 13 streams: every chain holds\.\nThe tree holds .*\n3 checkpoints: all hold, the last over 19 events\.\n$/,
  );
  expect(verified.status).toBe(0);

  const { publicKeys } = JSON.parse(second.out) as { publicKeys: [string, string] };
  const oneKey = await kvp(['verify', '--key', publicKeys[0]], env);
  expect(oneKey).toMatchObject({ status: 1, out: expect.stringMatching(/log-checkpoints revision 0: .*\(unknown-key\)\n/) });
  expect((await kvp(['verify', '--key', publicKeys[0], '--key', publicKeys[1]], env)).status).toBe(0);
});

test('erasing a person breaks no chain, no leaf and no signature: all are over sealed bytes', async () => {
  const before = await kvp(['verify'], env);
  const { rowCount } = await pool.query('delete from vault.person_key');
  expect(rowCount).toBe(3);
  const after = await kvp(['verify'], env);
  expect(after.out).toBe(before.out);
  expect(after.status).toBe(0);
});

test('a tree that was damaged is named by its leaf and made anew', async () => {
  await pool.query('update proof.tile set hashes = set_bit(hashes, 256 * 3, 1 - get_bit(hashes, 256 * 3)) where level = 0');
  const damaged = await kvp(['verify'], env);
  expect(damaged).toMatchObject({
    status: 1,
    out: expect.stringMatching(/leaf 3 is not the event that stands there, case-\S+ revision 0 \(leaf-differs\)/),
  });
  expect(await kvp(['rebuild', 'log-tree'], env)).toMatchObject({ status: 0, out: 'log-tree: made from 20 events.\n' });
  expect((await kvp(['verify'], env)).status).toBe(0);
});

test('a log without its end is found by the checkpoint that was kept', async () => {
  const { out } = await kvp(['checkpoint', '--json'], env);
  const kept = file('last.txt', (JSON.parse(out) as { checkpoint: string }).checkpoint);
  await pool.query(
    'alter table log.event disable trigger all; delete from log.event where position > 10; update log.head set position = 10',
  );
  const { status, out: told } = await kvp(['verify', '--checkpoint', kept], env);
  expect(status).toBe(1);
  expect(told).toMatch(/it has 20 leaves and the log 10 events: the end of the log is gone \(log-cut\)/);
  expect(told).toMatch(/last\.txt: the log has fewer events than it says: its end is gone \(rolled-back\)/);
});

test.each([
  ['a key that is none', ['--key', 'nonsense'], /--key: A key is/],
  ['a checkpoint that is not there', ['--checkpoint', '/nowhere/kept.txt'], /cannot be read \(ENOENT\)/],
])('%s is told before anything is read', async (_what, options, message) => {
  const { status, err } = await kvp(['verify', ...options], env);
  expect(status).toBe(2);
  expect(err).toMatch(message);
});

test('a damaged file of keys is never replaced', async () => {
  const damaged = {
    ...env,
    CHECKPOINT_KEYS: file('damaged.json', readFileSync(env['CHECKPOINT_KEYS']!, 'utf8').replace('PRIVATE', 'PUBLIC')),
  };
  for (const args of [['checkpoint', '--new-key'], ['checkpoint'], ['verify']]) {
    const { status, err } = await kvp(args, damaged);
    expect([status, err]).toEqual([78, expect.stringContaining('is damaged. Restore it from backup')]);
    expect(err).not.toContain('KEY+');
  }
});

const application = (id: string): object => ({
  id,
  municipality: '4204',
  person: { birthDate: '1991-04-02' },
  commands: [{ type: 'apply', receivedOn: '2025-01-06' }],
});
