import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { type Ran, kvp } from '../testing/kvp.ts';

let house: House;
let env: Readonly<Record<string, string>>;
let cases: readonly string[];

/** From application to the end, with everything told that the yearly file asks for, but for one of the two. */
const life = (id: string): object => ({
  ...{ id, municipality: '4204', person: { birthDate: '1990-04-02' } },
  commands: [
    { type: 'apply', receivedOn: '2025-01-06' },
    { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
    { type: 'start', startedOn: '2025-02-03' },
    ...(id === 'person 0'
      ? [
          { type: 'recordHousehold', on: '2025-02-03', maritalStatus: 'unmarried', childrenUnder18: 0, sex: 'male' },
          { type: 'recordIntake', on: '2025-02-03' },
          { type: 'recordOtherSupport', on: '2025-12-31', from: '2025-02-03', to: '2025-12-31', kinds: [] },
        ]
      : []),
  ],
});

beforeAll(async () => {
  house = await openHouse();
  env = { ...(await house.install()), KVP_DATA_DIR: join(house.folder, 'data') };
  cases = await populate(env, 2, life);
});
afterAll(() => house.close());

const report = (...args: readonly string[]): Promise<Ran> => kvp(['report', ...args], env);
interface Told {
  readonly tables: readonly { readonly rows: readonly { readonly cells: readonly unknown[] }[] }[];
}

describe('figures', () => {
  test('as text, JSON, CSV and Excel', async () => {
    const { status, out } = await report('monthly', '4204', '2025-01', '--known-at', '2025-02-28');
    expect(status).toBe(0);
    expect(out).toMatch(/^Månedsrapport: Kristiansand \(4204\), 2025-01, per 2025-01-31, kjent 2025-02-28T22:59:59.999Z\n/);
    expect(out).toMatch(/Kristiansand +0 +2 +2 +0\n$/);

    const json = JSON.parse((await report('monthly', '42', '2025-02', '--format', 'json')).out) as Told & { readonly area: string };
    expect(json.tables[0]!.rows.map(({ cells }) => cells[0]).filter((count) => count !== 0)).toEqual([2]);
    expect((await report('monthly', '4204', '2025-02', '--format', 'csv')).out).toContain(
      'key-figures,4204,Kristiansand,participants,Deltakere,persons,2',
    );
    const path = join(house.folder, 'monthly.xlsx');
    expect(await report('monthly', '4204', '2025-02', '--format', 'xlsx', '--out', path)).toMatchObject({ status: 0, out: '' });
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  });

  test('small counts are hidden when it is asked for, and every report can be made', async () => {
    expect((await report('monthly', '4204', '2025-02', '--suppress')).out).toMatch(/Kristiansand +\* +0 +0 +0/);
    for (const [kind, period] of [
      ['tertial', '2025-T1'],
      ['expenditure', '2025'],
      ['forecast', '2025-06'],
    ] as const)
      expect([kind, (await report(kind, '4204', period)).status]).toEqual([kind, 0]);
  });

  test.each([
    [['weekly', '4204', '2025-01'], /There is no report weekly/],
    [['monthly', '1001', '2025-01'], /area skal være en kommune/],
    [['monthly', '4204', '2025-T1'], /period skal skrives som 2008-03/],
    [['monthly', '4204', '2027-01'], /period perioden har ikke begynt/],
    [['monthly', '4204', '2025-01', '--as-of', '2025-02-01'], /asOf skal ligge i perioden/],
    [['monthly', '4204', '2025-01', '--known-at', 'yesterday'], /--known-at is a day/],
    [['monthly', '4204', '2025-01', '--format', 'xlsx'], /--format xlsx needs --out/],
    [['grant-model', '4204', '2011'], /ordningen tok slutt med 2010/],
  ] as const)('%j is refused before anything is read', async (args, message) => {
    expect(await report(...args)).toMatchObject({ status: 2, out: '', err: expect.stringMatching(message) });
  });

  test('stopped by Ctrl-C it says so, and the next run goes on with the same moment', async () => {
    const stopped = await kvp(['report', 'monthly', '4204', '2025-03', '--format', 'json'], env, AbortSignal.abort());
    expect(stopped).toMatchObject({ status: 130, out: '', err: expect.stringContaining('Stopped after 0 of 2 cases.') });
    const next = await report('monthly', '4204', '2025-03', '--format', 'json');
    expect(next).toMatchObject({ status: 0, err: expect.stringContaining('Going on after 0 cases, as known 2026-11-22T12:00:00.000Z') });
    expect((await report('monthly', '4204', '2025-03')).err).not.toContain('Going on');
  });
});

describe('the yearly file', () => {
  test('a draft says what is missing of each, by which command it is told, and nothing of who it is', async () => {
    const { status, out } = await report('kostra-11cf', '4204', '2025');
    expect(status).toBe(1);
    expect(out).toContain('2 deltakere, 0 kroner, 68 kontroller');
    expect(out).toContain('Filen kan ikke sendes ennå.');
    expect(out).toMatch(
      new RegExp(`${cases[1]!.slice(0, 8)} +1 +Kjønn er ikke registrert.*recordHousehold, recordIntake, recordOtherSupport`),
    );
    expect(out).not.toMatch(/(?<!\d)\d{11}(?!\d)/);
  });

  test('the file itself is for its owner alone', async () => {
    const path = join(house.folder, 'kostra.txt');
    await report('kostra-11cf', '4204', '2025', '--out', path);
    const lines = (await readFile(path, 'ascii')).split('\n');
    expect(lines.map(({ length }) => length)).toEqual([152, 152, 0]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

describe('lists of the coverage report', () => {
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(house.folder, name);
    await writeFile(path, text);
    return path;
  };
  const TITLES = 'referanse;kommune;måneder;innsatsbehov;tilbudt\n';

  test('without one the report says what is needed; with one fault nothing is taken', async () => {
    expect(await report('coverage', '42', '2025')).toMatchObject({ status: 1, err: expect.stringContaining('kvp report-input') });
    const wrong = await file(
      'wrong.csv',
      `${TITLES}a;4204;7;spesielt tilpasset;nei\na;4204;7;spesielt tilpasset;nei\nb;0904;7;standard;ja\n`,
    );
    expect(await kvp(['report-input', 'coverage', '42', '2025', '--list', wrong], env)).toMatchObject({
      status: 2,
      err: expect.stringContaining(`${wrong}:3: referansen står flere ganger\n${wrong}:4: kommune er ikke en kommune på den dagen\n`),
    });
    expect((await report('coverage', '42', '2025')).status).toBe(1);
  });

  test('a good one is counted into the log, and the report is made', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `r${at};4204;7;spesielt tilpasset;${at < 4 ? 'ja' : 'nei'}`).join('\n');
    const list = await file('list.csv', `${TITLES}${rows}\n`);
    const resources = await file('resources.csv', 'kommune;måltall;budsjett;plasser\n4204;3;1000000;4\n');
    const imported = await kvp(['report-input', 'coverage', '42', '2025', '--list', list, '--resources', resources, '--passed-over'], env);
    expect(imported).toMatchObject({ status: 0, out: 'list: 9 rows.\nr4\nr5\nr6\nr7\nr8\nresources: 1 rows.\n' });
    const csv = (await report('coverage', '42', '2025', '--format', 'csv')).out;
    expect(csv).toMatch(/coverage,4204,Kristiansand,targetCoverage,[^,]*,percent,33\r?\n/); // 3 of 9
    expect(csv).toMatch(/coverage,4204,Kristiansand,participants,Deltakere,persons,\*/); // two
    expect((await kvp(['verify'], env)).status).toBe(0);
  });
});

test('the grant model takes its assumptions from a file, and says of a wrong one which fields', async () => {
  const path = join(house.folder, 'grant.json');
  const cost = {
    stipend: '140512',
    childSupplement: '7020',
    measures: '50000',
    socialAssistance: '90000',
    existingMeasures: '20000',
    individstonad: '7532',
  };
  const told = { extraCost: cost, assumedParticipants: 24, parts: [{ area: '1001', key: '1', startMonth: 1, target: 4 }] };
  const importing = () => kvp(['report-input', 'grant-model', '1001', '2009', '--grant', path], env);
  expect(await importing()).toMatchObject({ status: 2, err: expect.stringContaining('cannot be read (ENOENT)') });
  await writeFile(path, JSON.stringify({ ...told, assumedParticipants: -1 }));
  expect(await importing()).toMatchObject({
    status: 2,
    err: expect.stringContaining(`${path}: assumedParticipants skal være et helt antall`),
  });
  await writeFile(path, JSON.stringify(told));
  expect(await importing()).toMatchObject({ status: 0, out: 'grant: 1 rows.\n' });
  // 80 000 kroner a participant, 24 of them, and four that there were not.
  expect((await report('grant-model', '1001', '2009', '--format', 'csv')).out).toMatch(
    /distribution,1001,Kristiansand,grant,Tilskudd,øre,1920000\.00/,
  );
  expect((await report('grant-model', '1001', '2009', '--format', 'csv')).out).toMatch(
    /targets,1001,Kristiansand,unused,[^,]*,øre,320000\.00/,
  );
});
