import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { type Ran, kvp } from '../testing/kvp.ts';

let house: House;
let env: Readonly<Record<string, string>>;
let caseId: string;

/** In programme all of 2026 from 2 February. */
const life = (id: string): object => ({
  ...{ id, municipality: '4204', person: { birthDate: '1990-04-02' } },
  commands: [
    { type: 'apply', receivedOn: '2026-01-05' },
    { type: 'grant', decidedOn: '2026-01-19', from: '2026-02-02', to: '2027-02-01' },
    { type: 'start', startedOn: '2026-02-02' },
  ],
});

beforeAll(async () => {
  house = await openHouse();
  env = await house.install();
  [caseId] = (await populate(env, 1, life)) as [string];
}, 120_000);
afterAll(() => house.close());

const october = (...options: readonly string[]): Promise<Ran> => kvp(['explain', caseId, '2026-10', ...options], env);
const amount = async (...options: readonly string[]): Promise<unknown> =>
  (JSON.parse((await october('--json', ...options)).out) as { readonly amount: string }).amount;

test('rates: those of the release, each with where it is written', async () => {
  const { status, out } = await kvp(['rates'], env);
  expect(status).toBe(0);
  expect(out).toMatch(/G +2026-05-01 +2026-05-22 +136549 +FTL § 1-4 +FOR-2026-05-22-869/);
  expect(out).toContain('Nothing is announced after the release.');
  expect(JSON.parse((await kvp(['rates', '--json'], env)).out)).toMatchObject({ revision: '2026-07-02', announced: [] });
});

test('explain: the sheet of a line for people, as data, as a page and as a PDF that is there whole', async () => {
  const told = await october();
  expect(told).toMatchObject({ status: 0, out: expect.stringContaining('Beregning av kvalifiseringsstønad for oktober 2026') });
  // 22 weekdays × 2.041 × 136 549 / 260.
  expect(told.out).toMatch(/Beløp +23\s582,01\skr/);
  expect(await amount()).toBe('23582.01');
  expect((await october('--html')).out).toMatch(/^<!doctype html>/);
  const file = join(house.folder, 'oktober.pdf');
  const made = await october('--pdf', file);
  expect(made).toMatchObject({ status: 0, out: '', err: expect.stringMatching(/oktober\.pdf: \d+ bytes\.\n$/) });
  expect(readFileSync(file).subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(await october('--pdf', join(house.folder, 'none', 'x.pdf'))).toMatchObject({
    status: 1,
    err: expect.stringContaining('does not exist'),
  });
});

test('a new G counts in every line at once, and not in what was known before it came', async () => {
  const announced = await kvp(
    ['rates', 'announce', 'G', '140000', '2026-10-01', '--source', 'FOR-2026-11-20-1', '--known-from', '2026-11-20'],
    env,
  );
  expect(announced).toMatchObject({ status: 0, out: 'The rates are now 2026-07-02+1.\n' });
  // 22 × 2.041 × 140 000 / 260.
  expect(await amount()).toBe('24178.00');
  expect(await amount('--known-at', '2026-11-21')).toBe('23582.01');
  expect((await kvp(['rates'], env)).out).toMatch(/0 +G +2026-10-01 +2026-11-20 +140000 +FOR-2026-11-20-1/);
  const again = await kvp(
    ['rates', 'announce', 'G', '140000', '2026-10-01', '--source', 'FOR-2026-11-20-1', '--known-from', '2026-11-20'],
    env,
  );
  expect(again).toMatchObject({ status: 0, out: expect.stringContaining('Nothing to write') });
});

test('refresh-schedules: stopped, it says so; then it does the rest, and after that there is none', async () => {
  const stopped = await kvp(['refresh-schedules'], env, AbortSignal.abort());
  expect(stopped.status).toBe(130);
  expect(stopped.out).toContain('Stopped. Run it again and it goes on with the rest.');
  expect(await kvp(['refresh-schedules'], env)).toMatchObject({ status: 0, out: '1 of 1 schedules computed on the rates 2026-07-02+1.\n' });
  expect(await kvp(['refresh-schedules'], env)).toMatchObject({ status: 0, out: 'Every schedule stands on the rates 2026-07-02+1.\n' });
  expect(JSON.parse((await kvp(['refresh-schedules', '--json'], env)).out)).toMatchObject({ stale: 0, refreshed: 0, complete: true });
});

test('a withdrawn announcement counts no more, and stands in the list', async () => {
  expect(await kvp(['rates', 'withdraw', '0', 'Skrivefeil i forskriften.'], env)).toMatchObject({
    status: 0,
    out: 'The rates are now 2026-07-02+2.\n',
  });
  expect(await amount()).toBe('23582.01');
  expect((await kvp(['rates'], env)).out).toMatch(/140000 .*withdrawn 2026-11-22/);
  expect((await kvp(['refresh-schedules'], env)).out).toContain('1 of 1 schedules computed on the rates 2026-07-02+2.');
});

test.each([
  [['rates', 'announce', 'G', '140000', '2025-05-01', '--source', 'FOR-1'], 1, /FTL § 1-4/],
  [['rates', 'announce', 'G', '140000', '2026-02-30', '--source', 'FOR-1'], 2, /2026-02-30 is no day/],
  [['rates', 'announce', 'H', '140000', '2026-12-01', '--source', 'FOR-1'], 2, /Allowed choices are G/],
  [['rates', 'announce', 'G', '140000', '2026-12-01'], 2, /--source/],
  [['rates', 'withdraw', 'first', 'x'], 2, /named by its number/],
  [['rates', 'withdraw', '7', 'Finnes ikke.'], 1, /./],
  [['explain', 'CASE', 'oktober'], 2, /named by its month/],
  [['explain', 'CASE', '2025-10'], 1, /has no line 2025-10/],
  [['explain', 'CASE', '2026-10-collectionAgency'], 1, /has no line/],
  [['explain', 'CASE', '2026-10', '--known-at', '2999-01-01'], 2, /--known-at lies ahead/],
  [['explain', '00000000-0000-5000-8000-000000000000', '2026-10'], 1, /There is no case/],
])('%j ends with %i, and changes nothing', async (args, expected, message) => {
  const { status, err } = await kvp(
    args.map((arg) => (arg === 'CASE' ? caseId : arg)),
    env,
  );
  expect(err).toMatch(message);
  expect(status).toBe(expected);
});
