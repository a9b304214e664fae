import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type EventStore, type RecordedEvent, createPostgresEventStore } from '@kvp/event-store';
import { openSession } from '@kvp/projections';
import { parseVerifierKey, signCheckpoint, toHex, verifyProof, writeVerifierKey } from '@kvp/proof';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { readCheckpoints } from '../checkpoints/read-checkpoints.ts';
import { NotContinued, type SignOptions, type SignedCheckpoint, rootOf, signHead } from '../checkpoints/sign-checkpoint.ts';
import { type CheckpointKeys, ephemeralCheckpointKeys } from '../keys/checkpoint-keys.ts';
import { NotInTree, NotSigned, createLogProofs } from '../proofs.ts';
import { LogWriter, emptyKeyRing } from '../testing/written-log.ts';
import { emptyTree, growTree } from '../tree/grow-tree.ts';
import { prepareTree } from '../tree/tables.ts';
import { TREE_LOCK } from '../tree/grow-tree.ts';
import type { KnownCheckpoint } from './heads.ts';
import { type LogReport, holds } from './report.ts';
import { verifyLog } from './verify-log.ts';

const ORIGIN = 'kvp.example/log';
const first = ephemeralCheckpointKeys(ORIGIN);
const second = ephemeralCheckpointKeys(ORIGIN);
/** After a change of keys: the second signs, the first is still believed. */
const keys: CheckpointKeys = { ...second, verifiers: [...second.verifiers, ...first.verifiers] };

let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
let outside: readonly KnownCheckpoint[];

const options = (checkpointKeys: CheckpointKeys): SignOptions => ({
  store,
  pool,
  keys: emptyKeyRing(),
  checkpointKeys,
  actor: { id: 'drift', role: 'operations' },
  now: Temporal.Instant.from('2026-11-30T22:00:00Z'),
  codeVersion: 'test',
});
const sign = (checkpointKeys: CheckpointKeys): Promise<SignedCheckpoint> => signHead(options(checkpointKeys));

async function grow({ anew = false } = {}): Promise<void> {
  const session = await openSession(pool, ...TREE_LOCK);
  if (session === null) throw new Error('Somebody else keeps the tree.');
  if (anew) await emptyTree(session);
  await growTree({ store, pool, session, once: true, signal: new AbortController().signal });
  await session.close();
}

const verify = (known: readonly KnownCheckpoint[] = []): Promise<LogReport> => verifyLog({ store, pool, keys, known });
const sql = (text: string, ...values: unknown[]) => pool.query(text, values);

// 400 events, a checkpoint by the first key, 300 more, a checkpoint by the second: 702 events, three tiles of leaves.
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
  store = createPostgresEventStore({ connectionString: database.connectionString });
  const writer = new LogWriter(store);
  await writer.write(400);
  await prepareTree(pool);
  await grow();
  await sign(first);
  await writer.write(300);
  await grow();
  await sign(keys);
  await grow();
  outside = (await readCheckpoints(store)).map(({ revision, data }) => ({ name: `kept-${revision}`, checkpoint: data.checkpoint }));
  await sql('alter table log.event disable trigger all');
  for (const table of ['log.event', 'log.head', 'proof.tile', 'proof.head'])
    await sql(`create table public.${table.replace('.', '_')} as select * from ${table}`);
});
afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ['log.event', 'log.head', 'proof.tile', 'proof.head'])
    await sql(`delete from ${table}`).then(() => sql(`insert into ${table} select * from public.${table.replace('.', '_')}`));
});

test('what was written holds: chains, tree, and the checkpoints of the old key and the new', async () => {
  const report = await verify(outside);
  expect(holds(report)).toBe(true);
  expect(report).toMatchObject({ events: 702, streams: 4, leaves: 702, faults: [], treeFault: null });
  expect(report.heads.map(({ place, size, signedBy }) => [place, size, signedBy[0]?.id])).toEqual([
    [0, 400, first.signer.key.id],
    [1, 701, second.signer.key.id],
    ['kept-0', 400, first.signer.key.id],
    ['kept-1', 701, second.signer.key.id],
  ]);
  expect(report.root).toBe(toHex(await rootOf(pool, 702)));
});

describe('each fault is found and named', () => {
  const change = (position: number, column: string, text: string): Promise<unknown> =>
    sql(`update log.event set ${column} = ${text} where position = ${position}`);
  /** Position p is leaf p − 1; ten events a stream in turn, so position 255 is in case-b, its 85th: revision 84. */
  const AT = { stream: 'case-b', revision: 84 };

  const tampered: readonly [name: string, tamper: () => Promise<unknown>, found: object][] = [
    [
      'a changed fact',
      () => change(255, 'data', `replace(data, '2026-01-05', '2026-01-06')`),
      { faults: [{ ...AT, fault: 'hash-differs' }], treeFault: null },
    ],
    [
      'a changed hash',
      () => change(255, 'metadata', `regexp_replace(metadata, '"hash":"[0-9a-f]{64}', '"hash":"' || repeat('0', 64))`),
      { faults: [{ ...AT, fault: 'hash-differs' }], treeFault: { fault: 'leaf-differs', leaf: 254, ...AT } },
    ],
    [
      'an event that is gone',
      () => sql('delete from log.event where position = 255'),
      {
        faults: [{ ...AT, revision: 85, fault: 'revision-missing' }],
        treeFault: { fault: 'leaf-differs', leaf: 254, ...AT, revision: 85 },
      },
    ],
    [
      'two events that have changed places in the log',
      // Position 250 is the last of ten in case-a, 251 the first of ten in case-b: neither chain sees it.
      async () => {
        await change(250, 'position', '100000');
        await change(251, 'position', '250');
        await change(100_000, 'position', '251');
      },
      { faults: [], treeFault: { fault: 'leaf-differs', leaf: 249, stream: 'case-b', revision: 80 } },
    ],
    [
      'a log without its end',
      async () => {
        await sql('delete from log.event where position > 690');
        await sql('update log.head set position = 690');
      },
      { faults: [], treeFault: { fault: 'log-cut', leaves: 702, events: 690 } },
    ],
    [
      'a leaf of the tree with a bit turned',
      () => sql('update proof.tile set hashes = set_bit(hashes, 254 * 256, 1 - get_bit(hashes, 254 * 256)) where level = 0 and index = 0'),
      { faults: [], treeFault: { fault: 'leaf-differs', leaf: 254, ...AT } },
    ],
    [
      'a node of the tree with a bit turned',
      () => sql('update proof.tile set hashes = set_bit(hashes, 9, 1 - get_bit(hashes, 9)) where level = 1'),
      { treeFault: { fault: 'node-differs', level: 1, index: 0 } },
    ],
    [
      'a tile that is gone',
      () => sql('delete from proof.tile where level = 0 and index = 1'),
      { treeFault: { fault: 'tile-missing', level: 0, index: 1 } },
    ],
    [
      'a signature with another text',
      () => change(401, 'data', `replace(data, '\\n400\\n', '\\n399\\n')`),
      {
        faults: [{ stream: 'log-checkpoints', revision: 0, fault: 'hash-differs' }],
        heads: [{ place: 0, fault: 'signature-invalid' }, {}],
      },
    ],
    [
      'a checkpoint that says another size than was signed',
      () => change(401, 'data', `replace(data, '"size":400', '"size":399')`),
      { heads: [{ place: 0, fault: 'says-otherwise' }, { fault: null }] },
    ],
  ];

  test.each(tampered)('%s', async (_name, tamper, found) => {
    await tamper();
    const report = await verify();
    expect(report).toMatchObject(found);
    expect(holds(report)).toBe(false);
  });

  test('a checkpoint of another key, and one that is forged', async () => {
    const stranger = ephemeralCheckpointKeys(ORIGIN);
    const head = { origin: ORIGIN, size: 400, root: await rootOf(pool, 400) };
    const report = await verify([
      { name: 'of another', checkpoint: signCheckpoint(head, [stranger.signer]) },
      { name: 'forged', checkpoint: signCheckpoint(head, [{ key: second.signer.key, sign: stranger.signer.sign }]) },
    ]);
    expect(report.heads.slice(2)).toMatchObject([
      { place: 'of another', fault: 'unknown-key' },
      { place: 'forged', fault: 'signature-invalid' },
    ]);
  });

  test('a log that is cut together with its tree is found by a checkpoint that was kept outside', async () => {
    await sql('delete from log.event where position > 600');
    await sql('update log.head set position = 600');
    await grow({ anew: true });
    expect(holds(await verify())).toBe(true);
    const report = await verify(outside);
    expect(report.heads).toMatchObject([
      { place: 0, fault: null },
      { place: 'kept-0', fault: null },
      { place: 'kept-1', size: 701, fault: 'rolled-back' },
    ]);
  });

  test('a log that is written anew after the first checkpoint, its tree too, has another root than was signed', async () => {
    await sql('delete from log.event where position > 500');
    await sql('update log.head set position = 500');
    await new LogWriter(store).write(300, ['case-other']);
    await grow({ anew: true });
    const report = await verify(outside);
    expect(report).toMatchObject({ faults: [], treeFault: null });
    expect(report.heads.at(-1)).toMatchObject({ place: 'kept-1', fault: 'root-differs', holdsUpTo: 400 });
  });

  test('nothing is signed on a tree that does not continue what was signed', async () => {
    await sql('update proof.tile set hashes = set_bit(hashes, 0, 1 - get_bit(hashes, 0)) where level = 1 and index = 0');
    await new LogWriter(store).write(10, ['case-new']);
    await expect(sign(keys)).rejects.toThrow(NotContinued);
    expect(await readCheckpoints(store)).toHaveLength(2);
  });

  test('nothing is signed after a checkpoint that nobody known has signed', async () => {
    await new LogWriter(store).write(10, ['case-newer']);
    await expect(sign(ephemeralCheckpointKeys(ORIGIN))).rejects.toThrow('unknown-key');
  });
});

test('a log that nothing was added to but its checkpoint is not signed again', async () => {
  expect(await sign(keys)).toMatchObject({ isNew: false, revision: 1, data: { size: 701 } });
});

test('events of a case are proven by themselves, and against the checkpoint before', async () => {
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream('case-b')) events.push(event);
  const proofs = createLogProofs({ store, pool });
  const proof = await proofs.proofFile(events, [0]);
  const published = JSON.parse(JSON.stringify({ events, proof })) as { events: unknown; proof: unknown };
  const verdict = verifyProof(published.events, published.proof, {
    keys: keys.verifiers.map((key) => parseVerifierKey(writeVerifierKey(key))),
  });
  expect(verdict.findings.filter(({ fault }) => fault !== null)).toEqual([]);
  expect(verdict).toMatchObject({ holds: true, events: events.length, checkpoint: { size: 701 } });
});

test('what came after the checkpoint, and what was never in the log, is not in the tree', async () => {
  const [last] = await Array.fromAsync(store.readStream('log-checkpoints', { direction: 'backwards', limit: 1 }));
  const proofs = createLogProofs({ store, pool });
  await expect(proofs.proofFile([last!])).rejects.toThrow(NotSigned);
  await expect(proofs.inclusionOf({ ...last!, metadata: { ...last!.metadata, hash: '0'.repeat(64) } }, 702)).rejects.toThrow(NotInTree);
  await expect(proofs.inclusion(702, 702)).rejects.toThrow(RangeError);
  await expect(proofs.inclusion(0, 703)).rejects.toThrow(RangeError);
  await expect(proofs.consistency(0, 702)).rejects.toThrow(RangeError);
  await expect(proofs.consistency(400, 10_000)).rejects.toThrow(RangeError);
});
