import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, createInMemoryEventStore } from '@kvp/event-store';
import { createInMemoryKeyStore } from '@kvp/people';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Theatre, openTheatre } from '../stage/in-process.ts';
import { playLife } from '../stage/play-life.ts';
import { lifeOf, shortLife } from '../testing/lives.ts';
import { exportLog } from './export-log.ts';
import { importLog } from './import-log.ts';

const never = new AbortController().signal;
let theatre: Theatre;
let source: EventStore;
let folder: string;
let file: string;

beforeAll(async () => (theatre = await openTheatre()));
afterAll(() => theatre.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvp-log-'));
  file = join(folder, 'log.ndjson');
  const { door, store } = theatre.newStage();
  await playLife(door, await lifeOf(shortLife('exported')));
  source = store;
});
afterEach(() => rm(folder, { recursive: true }));

const exportFrom = (store: EventStore, path = file) => exportLog({ store, keyStore: createInMemoryKeyStore(), path, signal: never });
const importInto = (store: EventStore, signal = never) => importLog({ store, path: file, signal });

test('what is imported is exported again with the same bytes', async () => {
  const { log } = await exportFrom(source);
  const target = createInMemoryEventStore();
  // A person has an identity, a person and a claim stream of one event each; the case holds its four events.
  expect(await importInto(target)).toEqual({ events: 7, held: 0, finished: true });

  const again = await exportFrom(target, join(folder, 'again.ndjson'));
  expect(again.log).toEqual(log);
  expect(await readFile(join(folder, 'again.ndjson'))).toEqual(await readFile(file));
});

test('the closing line holds the count and the SHA-256 of the bytes before it', async () => {
  await exportFrom(source);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const body = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    format: 'kvp-log-1',
    lines: 7,
    sha256: createHash('sha256').update(body).digest('hex'),
  });
});

test('stopped after any event, the import goes on there', async () => {
  await exportFrom(source);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').slice(0, -1);
  for (let held = 0; held <= lines.length; held += 1) {
    const target = createInMemoryEventStore();
    for (const line of lines.slice(0, held)) {
      const { stream, revision, ...event } = JSON.parse(line) as Parameters<EventStore['append']>[2][0] & {
        stream: string;
        revision: number;
      };
      await target.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
    }
    expect(await importInto(target)).toEqual({ events: 7, held, finished: true });
  }
});

test('an import that is told to stop says so, and writes nothing more', async () => {
  await exportFrom(source);
  const target = createInMemoryEventStore();
  expect(await importInto(target, AbortSignal.abort())).toEqual({ events: 0, held: 0, finished: false });
  expect(await target.head()).toBeNull();
});

test('a target that holds anything else is refused by stream and revision, and left as it is', async () => {
  await exportFrom(source);
  const { door, store } = theatre.newStage();
  await playLife(door, await lifeOf(shortLife('another')));
  const before = await store.head();
  await expect(importInto(store)).rejects.toThrow(/something else than the exported log, first at identity-[0-9a-f]{64}, revision 0/);
  expect(await store.head()).toBe(before);
});

test('a target that holds more than the export is refused', async () => {
  await exportFrom(source);
  const target = createInMemoryEventStore();
  await importInto(target);
  await target.append('more', 'no-stream', [
    { id: '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa', type: 'X', version: 1, data: {}, sealed: null, metadata: {} },
  ]);
  await expect(importInto(target)).rejects.toThrow(/first at more, revision 0/);
});

test.each<[string, (text: string) => string, RegExp]>([
  ['cut off', (text) => text.slice(0, -200), /no closing line/],
  ['without its last line', (text) => text.slice(0, text.trimEnd().lastIndexOf('\n') + 1), /no closing line/],
  ['with a byte changed', (text) => text.replace('2025-02-03', '2025-02-04'), /was changed/],
  ['with a line left out', (text) => text.slice(text.indexOf('\n') + 1), /holds 6 lines, its closing line says 7/],
])('a file %s is malformed, and nothing of it is written', async (_what, damage, expected) => {
  await exportFrom(source);
  await writeFile(file, damage(await readFile(file, 'utf8')));
  const target = createInMemoryEventStore();
  await expect(importInto(target)).rejects.toThrow(expected);
  expect(await target.head()).toBeNull();
});

test('a chain that was broken before the export is named by stream and revision', async () => {
  await exportFrom(source);
  const text = (await readFile(file, 'utf8')).replace('"startedOn":"2025-02-03"', '"startedOn":"2025-02-04"');
  const lines = text.trimEnd().split('\n').slice(0, -1);
  const sha256 = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
  await writeFile(file, `${[...lines, JSON.stringify({ format: 'kvp-log-1', lines: 7, sha256 })].join('\n')}\n`);
  await expect(importInto(createInMemoryEventStore())).rejects.toThrow(/chain of case-[0-9a-f-]{36} breaks at revision 3 \(hash-differs\)/);
});

test('an export that is stopped leaves no file of that name', async () => {
  const stopped = exportLog({ store: source, keyStore: createInMemoryKeyStore(), path: file, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toThrow('stopped');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('a place where nothing can be written or read is named', async () => {
  await expect(exportFrom(source, join(folder, 'none', 'log.ndjson'))).rejects.toThrow(
    /none\/log\.ndjson\.part: cannot be written \(ENOENT\)/,
  );
  await expect(importLog({ store: createInMemoryEventStore(), path: folder, signal: never })).rejects.toThrow(
    /: cannot be read \(EISDIR\)/,
  );
});

test('line separators that JSON keeps as they are do not break a line', async () => {
  const store = createInMemoryEventStore();
  await store.append('odd', 'no-stream', [
    {
      id: '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa',
      type: 'X',
      version: 1,
      data: { text: 'a\u2028b\u0085c\r\n' },
      sealed: null,
      metadata: {},
    },
  ]);
  expect((await exportFrom(store)).log.lines).toBe(1);
  await expect(importInto(createInMemoryEventStore())).rejects.toThrow(/chain of odd breaks at revision 0/);
});
