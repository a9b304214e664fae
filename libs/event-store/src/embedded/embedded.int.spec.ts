import { afterAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { notRun, ranOn } from '../../../../test/support/report.ts';
import { linkLibraries } from './binaries.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { isAlive, processesIn } from './processes.ts';

const program = fileURLToPath(new URL('../../../../test/support/embedded-program.ts', import.meta.url));
const runner = fileURLToPath(new URL('../../../../tools/run.js', import.meta.url));
const asRoot = process.getuid?.() === 0;

const folders: string[] = [];
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-embedded-'));
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const users = 'as root, and as an ordinary user';
  if (asRoot) ranOn('embedded-postgres', `embedded PostgreSQL: started ${users}`);
  else notRun('embedded-postgres', `embedded PostgreSQL: not tried ${users}, but only as an ordinary user: the tests do not run as root`);
});

interface Answer {
  readonly connectionString?: string;
  readonly pid?: number;
  readonly problem?: string;
  readonly log: readonly string[];
}

/** Runs the server in a process of its own, which can be killed. */
async function inProcess(dataDir: string, user: { uid?: number; gid?: number } = {}): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, [runner, program, dataDir], { ...user, stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, answer: JSON.parse(line) as Answer };
}

async function end(child: ChildProcess, how: 'stdin' | NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  if (how === 'stdin') child.stdin?.end();
  else child.kill(how);
  await exit;
}

async function query(connectionString: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const text of statements) rows = (await client.query<Record<string, unknown>>(text)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const kept = ['create table kept (n integer)', 'insert into kept values (1)'];

describe('the data', () => {
  test('is found again at the next start, with the password', async () => {
    const dataDir = join(freshFolder(), 'not', 'there', 'yet');
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.connectionString, ...kept);
    await Promise.all([first.stop(), first.stop()]);
    expect(await isAlive(first.pid)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await query(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(new URL(second.connectionString).password).toBe(new URL(first.connectionString).password);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    await second.stop();
  });

  test('is asked for with a password that no other folder has, on this machine only', async () => {
    const [one, other] = await Promise.all([freshFolder(), freshFolder()].map((dataDir) => startEmbeddedPostgres({ dataDir })));
    const wrong = new URL(one!.connectionString);
    wrong.password = new URL(other!.connectionString).password;
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' }); // invalid_password
    expect(await query(one!.connectionString, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(one!.connectionString, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    await Promise.all([one!.stop(), other!.stop()]);
  });

  test('that a first start left half made is made anew', async () => {
    const dataDir = freshFolder();
    mkdirSync(join(dataDir, 'cluster.new'));
    writeFileSync(join(dataDir, 'cluster.new', 'PG_VERSION'), '18\n');
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.connectionString, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    await server.stop();
    expect(readdirSync(dataDir)).not.toContain('cluster.new');
  });
});

describe('a folder that somebody uses', () => {
  test('is refused with the process that uses it, and stays as it is', async () => {
    const dataDir = freshFolder();
    const { child, answer } = await inProcess(dataDir);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(`in use by process ${String(child.pid)}`);
    expect(await query(answer.connectionString!, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(child, 'stdin');
    expect(await isAlive(answer.pid!)).toBe(false);
    expect(readdirSync(dataDir)).not.toContain('owner.json');
  });

  test('of starts at the same moment one wins', async () => {
    const dataDir = freshFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => startEmbeddedPostgres({ dataDir })));
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(won).toHaveLength(1);
    await won[0]!.stop();
  });
});

describe('after a process was killed', () => {
  test('its server is ended, and its data is there', async () => {
    const dataDir = freshFolder();
    const { child, answer } = await inProcess(dataDir);
    await query(answer.connectionString!, ...kept);
    await end(child, 'SIGKILL');
    expect(await isAlive(answer.pid!)).toBe(true); // left alone, and still running

    const log: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (text) => log.push(text) });
    expect(await isAlive(answer.pid!)).toBe(false);
    expect(log.join()).toContain(`process ${answer.pid!}`);
    expect(await query(server.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  test('with its server, what the server leaves behind ends, and the data is there', async () => {
    const dataDir = freshFolder();
    const { child, answer } = await inProcess(dataDir);
    await query(answer.connectionString!, ...kept);
    process.kill(answer.pid!, 'SIGKILL');
    await end(child, 'SIGKILL');
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  test('a lock file whose process id is another program now does not stand in the way, nor is that program touched', async () => {
    const dataDir = freshFolder();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.connectionString, ...kept);
    const lock = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
    await first.stop();
    const bystander = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(bystander.pid)));
    writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: bystander.pid, start: '1' }));

    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    await server.stop();
    await end(bystander, 'stdin');
  });
});

describe('what stands in the way is named', () => {
  test('a port that is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const dataDir = freshFolder();
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(new RegExp(`port ${port}.*[\\s\\S]*Address already in use`));
    squatter.close();
    await (await startEmbeddedPostgres({ dataDir })).stop(); // the folder was given back
  });

  test('data of another version', async () => {
    const dataDir = freshFolder();
    await (await startEmbeddedPostgres({ dataDir })).stop();
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '12\n');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('is of PostgreSQL 12');
  });
});

test('library links that npm did not make are made, once', async () => {
  const root = freshFolder();
  mkdirSync(join(root, 'native', 'lib'), { recursive: true });
  writeFileSync(join(root, 'native', 'lib', 'libpq.so.5.18'), 'the library');
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await Promise.all([linkLibraries(root), linkLibraries(root)]); // two starts may find them missing at the same moment
  await linkLibraries(root);
  expect(readFileSync(join(root, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('the library');
  expect(readlinkSync(join(root, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
});

if (asRoot) {
  const nobody = 65_534;

  test('root opens a closed folder of its own to its group, and to nobody else', async () => {
    const closed = freshFolder();
    chmodSync(closed, 0o700);
    const server = await startEmbeddedPostgres({ dataDir: join(closed, 'data') });
    expect(statSync(closed).mode & 0o777).toBe(0o710);
    const [child] = await processesIn(join(closed, 'data', 'cluster'), server.pid);
    expect(readFileSync(`/proc/${child!}/status`, 'utf8')).not.toMatch(/^Uid:\s+0/m);
    await server.stop();
  });

  test('root leaves a closed folder of somebody else closed, and says how to open it', async () => {
    const closed = freshFolder();
    chmodSync(closed, 0o700);
    chownSync(closed, nobody, nobody);
    await expect(startEmbeddedPostgres({ dataDir: join(closed, 'data') })).rejects.toThrow(`chmod o+x ${closed}`);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  test('an ordinary user runs it as itself', async () => {
    const dataDir = freshFolder();
    await end((await inProcess(freshFolder())).child, 'stdin'); // compiles the program, for which this user has no right
    chownSync(dataDir, nobody, nobody);
    const { child, answer } = await inProcess(dataDir, { uid: nobody, gid: nobody });
    expect(answer.problem).toBeUndefined();
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(nobody);
    await end(child, 'stdin');
  });
}
