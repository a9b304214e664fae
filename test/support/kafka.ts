import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { KAFKA_VERSION } from './kafka-broker/jars.ts';
import { notRun, ranOn, testRunFolder, testRunPid } from './report.ts';
import { until } from './until.ts';

/** A broker for specs. Topics are named by the suite, so that none meets another's. */
export interface TestKafka {
  readonly brokers: string;
  readonly port: number;
  /** "Kafka 4.2.0 (own broker)". */
  readonly description: string;
}

const MISSING = 'kafka';
const START_MS = 360_000;

/**
 * A suite on a real broker: `KAFKA_BROKERS` when set, else one that the first suite to ask starts for the whole test run, which ends with
 * it. Where there cannot be one, what was not run is said above the closing line, and in CI that fails.
 */
export function describeOnKafka(name: string, suite: (kafka: TestKafka) => void, kafka: TestKafka | KafkaGone): void {
  if ('missing' in kafka) {
    notRun(MISSING, `Kafka suites: not run on a broker; ${kafka.missing}`);
    test(`${name}: no broker here, which is said above the closing line`, async () => {
      const said = await readFile(join(testRunFolder(), `${MISSING}.not-run`), 'utf8');
      expect(said).toContain(kafka.missing);
    });
    return;
  }
  describe(`${name}, on ${kafka.description}`, () => {
    ranOn(MISSING, `Kafka suites: ran on ${kafka.description}`);
    suite(kafka);
  });
}

export interface KafkaGone {
  readonly missing: string;
}

/** The broker of the test run. To be awaited at the top of a spec, and handed to `describeOnKafka`. */
export async function testKafka(): Promise<TestKafka | KafkaGone> {
  const given = process.env['KAFKA_BROKERS'];
  if (given !== undefined && given !== '') {
    const port = Number(given.split(',')[0]?.split(':')[1]);
    return { brokers: given, port, description: 'the broker of KAFKA_BROKERS' };
  }
  const folder = testRunFolder();
  if (await isFirst(join(folder, 'kafka.lock'))) {
    const program = fileURLToPath(new URL('kafka-server.ts', import.meta.url));
    const runner = fileURLToPath(new URL('../../tools/run.js', import.meta.url));
    const env = { ...process.env, NODE_OPTIONS: '' };
    spawn(process.execPath, [runner, program, folder, String(testRunPid)], { detached: true, stdio: 'ignore', env }).unref();
  }
  const answer = await until('the Kafka broker for the tests has started', START_MS, async () => {
    return JSON.parse(await readFile(join(folder, 'kafka.json'), 'utf8')) as { brokers?: string; missing?: string; problem?: string };
  });
  if (answer.missing !== undefined) return { missing: answer.missing };
  if (answer.brokers === undefined) throw new Error(`The Kafka broker for the tests did not start: ${answer.problem ?? ''}`);
  const port = Number(answer.brokers.split(':')[1]);
  return { brokers: answer.brokers, port, description: `Kafka ${KAFKA_VERSION} (own broker)` };
}

/** Creating a file that must not exist is atomic: of all workers one succeeds. */
async function isFirst(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
