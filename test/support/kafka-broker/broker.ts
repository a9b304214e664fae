import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { kafkaJars } from './jars.ts';

/** One Kafka broker of our own: KRaft, one node, plain text on this machine. */
export interface Broker {
  /** For `KAFKA_BROKERS`: `127.0.0.1:9092`. */
  readonly brokers: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Leaves it running when this process ends. */
  release(): void;
}

export interface BrokerOptions {
  /** Made when missing; a broker that is started on it again has everything that it had. */
  readonly dataDir: string;
  /** A free one when left out. */
  readonly port?: number;
  /** Lives for minutes only: starts faster, and does less to be fast later. */
  readonly shortLived?: boolean;
}

const LOG4J = fileURLToPath(new URL('log4j2.properties', import.meta.url));
const CLUSTER_ID = 'a3ZwLWRldmVsb3BtZW50LQ';
const START_MS = 60_000;
const STOP_MS = 20_000;

/** Starts a broker. Throws KafkaMissing where there cannot be one, and an Error with its last words when it does not come up. */
export async function startBroker({ dataDir, port: asked, shortLived = false }: BrokerOptions): Promise<Broker> {
  const jars = await kafkaJars();
  const port = asked ?? (await freePort());
  await mkdir(dataDir, { recursive: true });
  const settings = join(dataDir, 'server.properties');
  await writeFile(settings, propertiesOf(dataDir, port, await freePort()));
  const java = [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-Xshare:auto',
    ...(shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
    `-Dlog4j2.configurationFile=${LOG4J}`,
    '-cp',
    join(jars, '*'),
  ];
  if (!existsSync(join(dataDir, 'log', 'meta.properties')))
    await promisify(execFile)('java', [...java, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', settings]);

  const said = join(dataDir, 'broker.log');
  const out = openSync(said, 'a');
  const child = spawn('java', [...java, 'kafka.Kafka', settings], { stdio: ['ignore', out, out], detached: true });
  await answers(child, port, said);
  return {
    brokers: `127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    release: () => child.unref(),
  };
}

/** Small: one partition of offsets, transactions that end at once, and no file larger than a test needs. */
const propertiesOf = (dataDir: string, port: number, controllerPort: number): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': join(dataDir, 'log'),
    'auto.create.topics.enable': false,
    'delete.topic.enable': true,
    'offsets.topic.num.partitions': 1,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 4,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** Waits until it takes connections, which is the last thing that it begins with. */
async function answers(child: ChildProcess, port: number, said: string): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until && child.exitCode === null && child.signalCode === null; await pause(50)) {
    if (await accepts(port)) return;
  }
  child.kill('SIGKILL');
  throw new Error(`The Kafka broker did not start. Its last words: ${readFileSync(said, 'utf8').slice(-1_500)}`);
}

/** Whether something takes connections on a port of this machine. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
