import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EventStore, type RecordedEvent, createPostgresEventStore } from '@kvp/event-store';
import { verifyProof } from '@kvp/proof';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { until } from '../../../test/support/until.ts';
import { readCheckpoints } from './checkpoints/read-checkpoints.ts';
import { NoSigningKey, signDaily } from './checkpoints/sign-checkpoint.ts';
import { type CheckpointKeys, ephemeralCheckpointKeys, openCheckpointKeys, rotateCheckpointKey } from './keys/checkpoint-keys.ts';
import { NOTARY, type Notary, createNotary } from './notary.ts';
import { TreeBehind, createProver } from './prove-events.ts';
import { LogWriter, emptyKeyRing } from './testing/written-log.ts';
import { catchUpTree } from './tree/grow-tree.ts';
import { prepareTree } from './tree/tables.ts';

const ORIGIN = 'kvp.example/log';
const ours = ephemeralCheckpointKeys(ORIGIN);

let stack: AsyncDisposableStack;
let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
let writer: LogWriter;
let now: Temporal.Instant;

beforeAll(async () => {
  stack = new AsyncDisposableStack();
  database = await testDatabase();
  stack.defer(() => database.drop());
  pool = new pg.Pool({ connectionString: database.connectionString });
  stack.defer(() => pool.end());
  store = createPostgresEventStore({ connectionString: database.connectionString });
  stack.defer(() => store.close());
  writer = new LogWriter(store);
  now = Temporal.Instant.from('2026-11-30T22:30:00Z');
  await prepareTree(pool);
});
afterAll(() => stack.disposeAsync());

const parts = (checkpointKeys: CheckpointKeys | null = ours) => ({
  ...{ store, pool, keys: emptyKeyRing(), checkpointKeys: () => checkpointKeys, clock: () => now, codeVersion: 'test' },
});
const signed = async (): Promise<readonly { day: string; size: number }[]> =>
  (await readCheckpoints(store)).map(({ signedAt, data }) => ({ day: signedAt.slice(0, 16), size: data.size }));

function start(checkpointKeys: CheckpointKeys | null = ours): { notary: Notary; end: () => Promise<void> } {
  const notary = createNotary({ ...parts(checkpointKeys), lookMs: 20 });
  const stop = new AbortController();
  const running = notary.run(stop.signal);
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  stack.defer(end);
  return { notary, end };
}
const reaches = (notary: Notary, wanted: Partial<ReturnType<Notary['status']>>) =>
  until(`the notary to be ${JSON.stringify(wanted)}`, 20_000, () => {
    const status = notary.status();
    return Object.entries(wanted).every(([name, value]) => status[name as keyof typeof status] === value) ? true : undefined;
  });
const eventsOf = (stream: string): Promise<RecordedEvent[]> => Array.fromAsync(store.readStream(stream));

test('a log is signed once a day by whoever keeps its tree, and not where nothing was added', async () => {
  const { notary, end } = start();
  await reaches(notary, { state: 'live', size: 0 });
  expect(notary.status()).toMatchObject({ signedOn: null, notSigned: null, lagSeconds: 0 });
  await writer.write(12);
  // The day ends in Oslo: half past ten in the evening in UTC is half past eleven there.
  await reaches(notary, { signedOn: '2026-11-30' });
  const [first] = await signed();
  expect([first, (await signed()).length]).toEqual([{ day: '2026-11-30T22:30', size: expect.any(Number) }, 1]);

  now = Temporal.Instant.from('2026-11-30T23:10:00Z');
  await writer.write(3);
  await reaches(notary, { signedOn: '2026-12-01' });
  expect((await signed()).map(({ day }) => day)).toEqual(['2026-11-30T22:30', '2026-11-30T23:10']);

  now = Temporal.Instant.from('2026-12-02T12:00:00Z');
  await end();
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  await daily();
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  const count = (await signed()).length;
  now = Temporal.Instant.from('2026-12-02T23:30:00Z');
  // A new day, and nothing but the checkpoint of the day before.
  expect(await daily()).toMatchObject({ isNew: false });
  expect(await signed()).toHaveLength(count);
});

const daily = () => signDaily({ ...parts(), checkpointKeys: ours, actor: NOTARY, now });

test('of two that sign a new day at the same moment, one does', async () => {
  now = Temporal.Instant.from('2026-12-03T12:00:00Z');
  await writer.write(20);
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  const before = (await readCheckpoints(store)).length;
  const all = await Promise.all([daily(), daily(), daily()]);
  expect(all.filter((each) => each?.isNew)).toHaveLength(1);
  expect(new Set(all.map((each) => each?.data.checkpoint)).size).toBe(1);
  expect(await readCheckpoints(store)).toHaveLength(before + 1);
});

test('events have the same proof whenever it is asked for: what holds them first', async () => {
  const prove = createProver(parts());
  const [events, other] = [await eventsOf('case-a'), await eventsOf('case-b')];
  const proof = await prove(events);
  const count = (await readCheckpoints(store)).length;
  await writer.write(30, ['case-later']);
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  now = Temporal.Instant.from('2026-12-04T12:00:00Z');
  await daily();
  expect(await prove(events)).toEqual(proof);
  expect(await readCheckpoints(store)).toHaveLength(count + 1);
  expect(verifyProof(events, proof, { keys: ours.verifiers }).holds).toBe(true);
  expect(verifyProof(other, proof, { keys: ours.verifiers }).holds).toBe(false);

  // Events that nothing signed holds yet are signed when they are proven, once.
  await writer.write(10, ['case-newest']);
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  const newest = await prove(await eventsOf('case-newest'));
  expect(await prove(await eventsOf('case-newest'))).toEqual(newest);
  expect(await readCheckpoints(store)).toHaveLength(count + 2);
});

test('where nothing is signed nothing is proven; where another signs, it is said; a tree that is behind is waited for, not for ever', async () => {
  const events = await eventsOf('case-a');
  expect(await createProver(parts(null))(events)).toBeNull();
  await writer.write(10, ['case-unsigned']);
  const unsigned = await eventsOf('case-unsigned');
  await expect(createProver({ ...parts(), waitMs: 0 })(unsigned)).rejects.toThrow(TreeBehind);
  await catchUpTree({ store, pool, signal: new AbortController().signal });
  await expect(createProver(parts({ ...ours, signer: null }))(unsigned)).rejects.toThrow(NoSigningKey);
  expect(await createProver(parts({ ...ours, signer: null }))(events)).toMatchObject({ format: 'kvp-proof-1' });
});

test('without a key the tree is kept, and it is told why nothing is signed', async () => {
  const { notary, end } = start(null);
  await reaches(notary, { state: 'live' });
  await until('it is told', 30_000, () => (notary.status().notSigned === null ? undefined : true));
  expect(notary.status()).toMatchObject({ signedOn: null, notSigned: expect.stringContaining('Set CHECKPOINT_KEYS') });
  await end();
});

test('a key that was made for development signs nothing in production, until there is another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-notary-'));
  const path = join(folder, 'checkpoint-keys.json');
  const made = openCheckpointKeys(path, { create: ORIGIN, development: true, environment: 'development' });
  expect(made?.verifiers).toHaveLength(1);
  expect(() => openCheckpointKeys(path, { create: null, environment: 'production' })).toThrow(/made for development.*--new-key/);
  rotateCheckpointKey(path);
  const next = openCheckpointKeys(path, { create: null, environment: 'production' });
  // The one before is believed for what it has signed.
  expect(next?.verifiers.at(1)).toEqual(made?.verifiers[0]);
  rmSync(folder, { recursive: true });
});
