import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { commands as catalogue } from '@kvp/lifecycle';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { startTcpProxy, type TcpProxy } from '../../../../test/support/tcp-proxy.ts';
import { until } from '../../../../test/support/until.ts';
import { application } from '../testing/lives.ts';
import { type Response, startTestSystem, type TestSystem } from '../testing/test-system.ts';

let proxy: TcpProxy;
let house: TestSystem;
let caseId: string;
beforeAll(async () => {
  const database = await testDatabase();
  const server = new URL(database.connectionString);
  proxy = await startTcpProxy(() => Number(server.port));
  const throughProxy = new URL(server);
  throughProxy.host = `127.0.0.1:${proxy.port}`;
  house = await startTestSystem(database, { databaseUrl: throughProxy.href });
  caseId = String((await house.send('/cases', { body: application(1) })).body['caseId']);
});
afterAll(async () => {
  await house.close();
  await proxy.close();
});
afterEach(() => proxy.thaw());

const back = (what: string, status: number, ask: () => Promise<Response>): Promise<true> =>
  until(what, 30_000, async () => ((await ask()).status === status ? true : undefined));

test('while the database hangs, reads and writes are told when to come back; then all goes on without a restart', async () => {
  const grant = { body: catalogue['grant']?.example, headers: { 'if-match': '"0"', 'idempotency-key': randomUUID() } };
  proxy.freeze();
  const answers = await Promise.all([
    house.send(`/cases/${caseId}`),
    house.send('/cases'),
    house.send(`/cases/${caseId}/grant`, grant),
    house.send('/cases', { body: application(2) }),
    house.send('/health/ready'),
  ]);
  for (const { status, headers } of answers) {
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toMatch(/^\d+$/);
  }
  expect((await house.send('/health/live')).status).toBe(200);

  proxy.thaw();
  proxy.cut();
  await back('the decision', 200, () => house.send(`/cases/${caseId}/grant`, grant));
  await back('the view of it', 200, () => house.send(`/cases/${caseId}?atLeast=2`));
  expect(await house.system.store.head(`case-${caseId}`)).toBe(2);
  await back('readiness', 200, () => house.send('/health/ready'));
});

test('connections that are cut are made again', async () => {
  proxy.cut();
  await back('a read', 200, () => house.send(`/cases/${caseId}`));
  await back('a write', 201, () => house.send('/cases', { body: application(3) }));
});
