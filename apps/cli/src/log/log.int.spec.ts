import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ephemeralKeyFile } from '@kvp/people';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Double } from '../../../../test/support/eventstore-double/index.ts';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';

/** Each person: an identity, a person and a claim stream of one event each, and a case of four. */
const EVENTS = 3 * 7;

let house: House;
let source: Readonly<Record<string, string>>;
let cases: readonly string[];
let file: string;

beforeAll(async () => {
  house = await openHouse();
  source = await house.install();
  cases = await populate(source, 3);
  file = join(house.folder, 'log.ndjson');
  const { status, out } = await kvp(['log', 'export', file], source);
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`log\\.ndjson: ${EVENTS} events, SHA-256 [0-9a-f]{64}\n.*log\\.ndjson\\.keys: 3 keys, SHA-256`));
});
afterAll(() => house.close());

test('from PostgreSQL to EventStoreDB and back: ids, order and bytes are kept, and what is sealed opens', async () => {
  const double = await Double.start();
  try {
    const moved = { ...(await house.install()), EVENTSTORE_URL: double.connectionString };
    const into = await kvp(['log', 'import', file], moved);
    expect(into).toMatchObject({ status: 0, out: expect.stringMatching(`${EVENTS} events in EventStoreDB at .*, of which 0 were there`) });
    const there = join(house.folder, 'there.ndjson');
    expect((await kvp(['log', 'export', there], moved)).status).toBe(0);
    expect(await readFile(there)).toEqual(await readFile(file));

    const back = await house.install();
    expect((await kvp(['log', 'import', there], back)).status).toBe(0);
    const again = join(house.folder, 'again.ndjson');
    expect((await kvp(['log', 'export', again], back)).status).toBe(0);
    expect(await readFile(again)).toEqual(await readFile(file));
    expect(await readFile(`${again}.keys`)).toEqual(await readFile(`${file}.keys`));

    const { status, out } = await kvp(['events', cases[0]!, '--personal'], back);
    expect(status).toBe(0);
    expect(out).toContain('"birthDate":"1990-04-02"');
  } finally {
    await double.stop();
  }
});

test('imported twice, the second time finds everything there', async () => {
  const target = await house.install();
  expect((await kvp(['log', 'import', file], target)).status).toBe(0);
  expect((await kvp(['log', 'import', file], target)).out).toContain(`of which ${EVENTS} were there before`);
});

test('stopped by Ctrl-C, it says so, and goes on when it is run again', async () => {
  const target = await house.install();
  const stopped = await kvp(['log', 'import', file], target, AbortSignal.abort());
  expect(stopped).toMatchObject({ status: 130, out: '', err: 'Stopped after 0 events. Run it again, and it goes on there.\n' });
  expect((await kvp(['log', 'import', file], target)).status).toBe(0);
  expect(await kvp(['log', 'export', join(house.folder, 'never.ndjson')], source, AbortSignal.abort())).toMatchObject({
    status: 130,
    out: '',
  });
});

test('an installation that lives its own life is not imported into', async () => {
  const target = await house.install();
  await populate(target, 4); // the same three, under the same ids, sealed with other keys; and one more
  const { status, err } = await kvp(['log', 'import', file], target);
  expect(status).toBe(1);
  expect(err).toMatch(/holds another key [0-9a-f-]{36}#1 than the export/);
});

test('another key file is told before anything is written', async () => {
  const target = await house.install();
  const other = join(house.folder, 'other-keys.json');
  const { masterId, master, lookup } = ephemeralKeyFile();
  await writeFile(other, JSON.stringify({ masterId, master: master.toString('base64'), lookup: lookup.toString('base64') }));
  const { status, err } = await kvp(['log', 'import', file], { ...target, KVP_KEY_FILE: other });
  expect(status).toBe(78);
  expect(err).toContain('KVP_KEY_FILE');
  expect((await kvp(['verify'], target)).out).toMatch(/^0 events in 0 streams: every chain holds\.\n/);
});

test('a log without its keys is not taken', async () => {
  const alone = join(house.folder, 'alone.ndjson');
  await writeFile(alone, await readFile(file));
  const { status, err } = await kvp(['log', 'import', alone], await house.install());
  expect(status).toBe(2);
  expect(err).toMatch(/alone\.ndjson\.keys: does not exist/);
  await rm(alone);
});

test('nothing that is exported can be read as a name, a birth date or an identity number', async () => {
  const text = (await readFile(file, 'utf8')) + (await readFile(`${file}.keys`, 'utf8'));
  expect(text).not.toContain('1990-04-02');
  expect(text).not.toMatch(/(?<![0-9a-f])\d{11}(?![0-9a-f])/);
});
