import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

const PEOPLE = 20;
const SETTLED_BEFORE_THE_KILL = 7;
const MUNICIPALITY = (shortLife('any') as { readonly municipality: string }).municipality;

let house: House;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openHouse();
  env = await house.install();
  await populate(env, PEOPLE);
}, 120_000);
afterAll(() => house.close());

/** How many times each case was settled, the fewest first. */
async function settledByCase(): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) as count from log.event where type = 'PaymentSettled' group by stream order by 1`,
    );
    return rows.map(({ count }) => Number(count));
  } finally {
    await client.end();
  }
}

test('a run is tried: sums, and what is out of the ordinary; nothing is written', async () => {
  const { status, out } = await kvp(['payment-run', MUNICIPALITY, '2025-02', '--dry-run'], env);
  expect(status).toBe(0);
  expect(out).toContain(`ingenting er skrevet.\n${PEOPLE} deltakere, ${PEOPLE} linjer`);
  expect(out).toContain(`dager uten registrering: ${PEOPLE} saker`);
  expect(await settledByCase()).toEqual([]);
});

test('a run that is killed half-way is taken up, and pays everyone exactly once', async () => {
  const program = join(import.meta.dirname, '../testing/dying-run.ts');
  const args = [join(process.cwd(), 'tools/run.js'), program, MUNICIPALITY, '2025-02', String(SETTLED_BEFORE_THE_KILL)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  const halfWay = await settledByCase();
  expect(halfWay.length).toBeGreaterThanOrEqual(1);
  expect(halfWay.length).toBeLessThanOrEqual(SETTLED_BEFORE_THE_KILL);

  const resumed = await kvp(['payment-run', MUNICIPALITY, '2025-02', '--json'], env);
  expect(resumed.status).toBe(0);
  // 20 weekdays from 3 February 2025 at 973.6198: 19 472.396 for each.
  expect(JSON.parse(resumed.out)).toMatchObject({
    run: { reference: '2025-02-1', status: 'completed', totals: { participants: PEOPLE, gross: PEOPLE * 1_947_240 } },
  });
  expect(await settledByCase()).toEqual(Array(PEOPLE).fill(1));
  expect(await kvp(['verify'], env)).toMatchObject({ status: 0 });
}, 120_000);

test('another run finds nothing new, and so does a regulation', async () => {
  const again = await kvp(['payment-run', MUNICIPALITY, '2025-02'], env);
  expect(again.out).toContain('Kjøring 2025-02-2 er fullført');
  expect(again.out).toContain('0 deltakere, 0 linjer');
  const regulated = await kvp(['regulate', '--dry-run'], env);
  expect(regulated).toMatchObject({ status: 0 });
  expect(regulated.out).toContain('i 1 kommuner.');
  expect(await settledByCase()).toEqual(Array(PEOPLE).fill(1));
});

test('a payment file is written of what payroll returned, and says all that is missing before that', async () => {
  const path = join(tmpdir(), `betaling-${randomUUID()}.xml`);
  const { status, out } = await kvp(['payment-run', MUNICIPALITY, '2025-02', '--payment-file', path, '--run', '1'], env);
  expect(status).toBe(1);
  expect(out).toContain(`${PEOPLE} linjer i kjøringen mangler nettobeløp fra lønn.`);
  expect(out).toMatch(/\(net-amounts-missing\)[\s\S]*\(payer-account-missing\)/);
  expect(existsSync(path)).toBe(false);
  const none = await kvp(['payment-run', MUNICIPALITY, '2024-02', '--payment-file', path], env);
  expect([none.status, none.out]).toEqual([1, 'Det er ingen fullført kjøring for måneden.\n']);
});

test.each([
  [['payment-run', MUNICIPALITY, '2099-01'], 1, /month-not-ended/],
  [['payment-run', MUNICIPALITY, '2025-02', '--payment-file', 'x.xml', '--run', '0'], 2, /number of a run/],
  [['payment-run', 'Kristiansand', '2025-02'], 2, /four digits/],
  [['payment-run', MUNICIPALITY, 'februar'], 2, /write it as 2026-06/],
])('%j is refused', async (args, expected, said) => {
  const { status, out, err } = await kvp(args, env);
  expect(status).toBe(expected);
  expect(out + err).toMatch(said);
});

test('another G over every case in programme: who gains, and what each month costs', async () => {
  const what = ['what-if', MUNICIPALITY, '--rate', 'G=140000@2026-01-01'];
  const { status, out } = await kvp([...what, '--json'], env);
  expect(status).toBe(0);
  // January 2026 has 22 weekdays: 22 × 2.041 × 130 160 / 260 = 22 478.63, and 24 178.00 on the other. The decision lasts to 2 February.
  expect(JSON.parse(out)).toMatchObject({
    ...{ cases: PEOPLE, gain: PEOPLE, lose: 0 },
    months: [{ month: '2026-01', before: PEOPLE * 2_247_863, after: PEOPLE * 2_417_800, gain: PEOPLE }, { month: '2026-02' }],
  });
  expect((await kvp(what, env)).out).toContain(`${PEOPLE} saker i program: ${PEOPLE} får mer, 0 får mindre, 0 får det samme.`);
  expect(await kvp(['what-if', MUNICIPALITY, '--rate', 'G=mye@2026-01-01'], env)).toMatchObject({ status: 2 });
});
