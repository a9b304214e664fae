import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBroker } from './broker.ts';
import { KAFKA_VERSION, KafkaMissing } from './jars.ts';

/** `npm run kafka:start` and `npm run kafka:stop`: a broker in `./.data/kafka` (`KVP_DATA_DIR`), on port 9092 (`KAFKA_PORT`). */
const [, , asked] = process.argv;
const dataDir = resolve(process.env['KVP_DATA_DIR'] ?? '.data', 'kafka');
const pidFile = join(dataDir, 'broker.pid');
const DEFAULT_PORT = 9092;
const STOP_MS = 30_000;

if (asked === 'start') await start();
else if (asked === 'stop') await stop();
else fail('usage: npm run kafka:start, or npm run kafka:stop', 64);

async function start(): Promise<void> {
  const running = runningPid();
  if (running !== undefined) return fail(`A broker runs already on ${dataDir} (process ${running}).`, 1);
  console.log(`Starting Kafka ${KAFKA_VERSION} on ${dataDir}; the first time its jars are fetched.`);
  try {
    const broker = await startBroker({ dataDir, port: Number(process.env['KAFKA_PORT'] ?? DEFAULT_PORT) });
    writeFileSync(pidFile, String(broker.pid));
    broker.release();
    console.log(`It runs. For everything that publishes and reads:\n\n  export KAFKA_BROKERS=${broker.brokers}\n`);
    process.exit(0);
  } catch (error) {
    fail(error instanceof KafkaMissing ? `There is no Kafka here: ${error.message}.` : String(error), 1);
  }
}

async function stop(): Promise<void> {
  const pid = runningPid();
  if (pid === undefined) return console.log(`No broker runs on ${dataDir}.`);
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + STOP_MS; Date.now() < until; await pause(100)) {
    if (runningPid() !== undefined) continue;
    rmSync(pidFile, { force: true });
    return console.log('The broker has stopped. What it holds stays.');
  }
  fail(`The broker (process ${pid}) does not stop.`, 1);
}

/** The broker of this folder, if it lives: a number alone could be anyone's by now. */
function runningPid(): number | undefined {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : Number.NaN;
  if (!Number.isInteger(pid)) return undefined;
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, 'utf8').includes(join(dataDir, 'server.properties')) ? pid : undefined;
}

function fail(text: string, status: number): void {
  console.error(text);
  process.exitCode = status;
}
