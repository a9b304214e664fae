import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Report, tableOf } from '@kvp/reporting';
import { until } from '../../../test/support/until.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kvp-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** What it had said by the time it was ready. */
  readonly said: string;
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

/** `npm start`, but for npm: with nothing configured beside ports and folder. */
async function start(environment: NodeJS.ProcessEnv = {}): Promise<Started> {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['NODE_OPTIONS', 'NODE_ENV'].includes(name)));
  const child = spawn(process.execPath, ['tools/run.js', 'apps/api/src/main.ts'], {
    cwd: root,
    env: { ...plain, PORT: '0', DEV_ISSUER_PORT: '0', STATISTICS_PORT: '0', KVP_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  child.stderr.on('data', (bytes) => (errors += String(bytes)));
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.once('exit', (code) => resolve({ code, errors }));
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes) => {
      said += String(bytes);
      if (said.includes('Ctrl-C')) resolve();
    });
  });
  await Promise.race([ready, ended]);
  return { child, said, ended };
}

const linesOf = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /^(TOKEN|curl)/.test(line))
    .join('\n');
const inBash = async (script: string): Promise<string[]> =>
  (await run('bash', ['-c', script.replaceAll(/^(curl.*)$/gm, '$1; echo')])).stdout.trim().split('\n');

/** The application is counted at the door of the statistics, which readiness names: no participant, one application, no answer to it. */
async function expectCounted({ said }: Started): Promise<void> {
  const health = /Health +(\S+)/.exec(said)?.[1] ?? '';
  const month = Temporal.Now.plainDateISO('Europe/Oslo').toPlainYearMonth().toString();
  const figures = await until('the statistics have the application', 30_000, async () => {
    const { status, relay, statistics } = (await (await fetch(health)).json()) as Ready;
    if (status !== 'up' || relay.details.state !== 'live') return undefined;
    const report = (await (await fetch(`${statistics.details.url}/reports/monthly/4204/${month}`)).json()) as Pick<Report, 'tables'>;
    const [key] = tableOf(report.tables, 'key-figures').rows;
    return key?.cells[1] === 1 ? key.cells : undefined;
  });
  expect(figures).toEqual([0, 1, 0, 0]);
}

interface Ready {
  readonly status: string;
  readonly relay: { readonly details: { readonly state: string } };
  readonly statistics: { readonly details: { readonly url: string } };
}

test('the lines that it prints work as they stand; it stops on the first signal and finds its data again', async () => {
  const first = await start();
  expect(first.said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/api\n/);
  const [applied, status, available] = await inBash(linesOf(first.said));
  expect(JSON.parse(applied ?? '')).toMatchObject({ revision: 0, events: [{ type: 'ApplicationRegistered' }] });
  expect(JSON.parse(status ?? '')).toMatchObject({ revision: 0, phase: 'applied' });
  const { caseId, commands } = JSON.parse(available ?? '') as { caseId: string; commands: { name: string; allowed: boolean }[] };
  expect(commands.find(({ name }) => name === 'grant')?.allowed).toBe(true);
  await expectCounted(first);
  first.child.kill('SIGINT');
  expect(await first.ended).toEqual({ code: 0, errors: '' });

  const second = await start();
  const [token, ...others] = linesOf(second.said).split('\n');
  const list = (others[1] ?? '').replace(/cases\/[^"?]+\?atLeast=0/, 'cases');
  const [cases] = await inBash(`${String(token)}\n${list}`);
  expect(JSON.parse(cases ?? '')).toMatchObject({ cases: [{ caseId }] });
  await expectCounted(second);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
});

test('a configuration that cannot be used is told in full, with the status for it', async () => {
  const { ended, said } = await start({ PORT: 'x', LOG_LEVEL: 'loud' });
  const { code, errors } = await ended;
  expect({ code, said }).toEqual({ code: 78, said: '' });
  expect(errors).toMatch(/PORT .*\n.*LOG_LEVEL/);
});

test.each(['PORT', 'DEV_ISSUER_PORT', 'STATISTICS_PORT'])('a taken %s is told by the name of the setting', async (setting) => {
  await using taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { ended } = await start({ [setting]: String(port) });
  expect(await ended).toMatchObject({ code: 78, errors: expect.stringContaining(`${setting} must be a free port: ${port} is taken`) });
});

test('production does not start on defaults', async () => {
  const { ended } = await start({ NODE_ENV: 'production' });
  expect(await ended).toMatchObject({ code: 78, errors: expect.stringContaining('OIDC_ISSUERS must be set in production') });
});
