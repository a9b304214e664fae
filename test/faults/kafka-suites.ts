import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface SuitesRun {
  readonly passed: boolean;
  /** What the test run ended with: on which broker, and how many passed. */
  readonly lines: readonly string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUITES = ['apps/relay/src/kill', 'libs/topics/src/relay/relay.int', 'apps/statistics/src/faults'];

/** Relay and statistics on a real broker: `kill -9` so many times under load, outages, poison, topics that were cut. */
export async function kafkaSuites(rounds: number): Promise<SuitesRun> {
  const env = { ...process.env, KVP_KILL_ROUNDS: String(rounds) };
  const child = spawn(process.execPath, ['tools/test.js', '-w', '1', ...SUITES], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const lines = said.split('\n').filter((line) => /^(Kafka suites: |\d+ passed, )|✕|✓.*kill|times, two relays/.test(line));
  return { passed: status === 0 && lines.some((line) => line.startsWith('Kafka suites: ran')), lines: lines.map((line) => line.trim()) };
}
