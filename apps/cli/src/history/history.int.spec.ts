import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse, populate } from '../testing/installation.ts';
import { kvp } from '../testing/kvp.ts';

let house: House;
let env: Readonly<Record<string, string>>;
let caseId: string;

beforeAll(async () => {
  house = await openHouse();
  env = await house.install();
  [caseId] = (await populate(env, 1)) as [string];
});
afterAll(() => house.close());

test('history: what was decided and known, in bokmål; at a moment, and between two', async () => {
  const { status, out } = await kvp(['history', caseId], env);
  expect(status).toBe(0);
  expect(out).toContain('Registrert 6. januar 2025 kl. 12.00 av saksbehandler');
  expect(out).toContain('Hjemmel: STL § 29.');
  const then = await kvp(['history', caseId, '--known-at', '2025-01-06'], env);
  expect(then.out).toContain('(til og med hendelse 0)');
  const between = await kvp(['history', caseId, '--from-known-at', '2025-01-06'], env);
  expect(between.out).toContain('Dette er annerledes');
  expect(JSON.parse((await kvp(['history', caseId, '--json'], env)).out)).toMatchObject({ entries: expect.any(Array) });
});

test('replay: the case event for event, and one of them', async () => {
  const { status, out } = await kvp(['replay', caseId], env);
  expect(status).toBe(0);
  expect(out).toContain('| Status 6. januar 2025: søknad til behandling.');
  const one = await kvp(['replay', caseId, '--revision', '1', '--json'], env);
  expect(JSON.parse(one.out)).toMatchObject({ revision: 1, state: expect.any(Object), law: { rules: expect.any(Array) } });
});

test.each([
  [['history', '00000000-0000-5000-8000-000000000000'], 1, /There is no case/],
  [['history', 'my-case'], 2, /A case id is a UUID/],
  [['history', 'CASE', '--known-at', '2025-01-05'], 1, /Saken ble først registrert 6. januar 2025/],
  [['history', 'CASE', '--known-at', '2999-01-01'], 2, /--known-at lies ahead/],
  [['history', 'CASE', '--as-of', '2999-01-01'], 2, /--as-of may lie 10 years ahead/],
  [['history', 'CASE', '--from-known-at', 'i går'], 2, /--from-known-at is a day/],
  [['replay', 'CASE', '--revision', '99'], 1, /The case has the events 0 to/],
  [['replay', 'CASE', '--revision', '-1'], 2, /--revision is a whole number/],
])('%j ends with %i', async (args, expected, message) => {
  const { status, err } = await kvp(
    args.map((arg) => (arg === 'CASE' ? caseId : arg)),
    env,
  );
  expect(status).toBe(expected);
  expect(err).toMatch(message);
});
