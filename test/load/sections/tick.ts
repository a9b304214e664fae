import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Options } from '../harness/options.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import type { BenchServer } from '../harness/server.ts';
import { perSecond, table, times } from '../harness/table.ts';
import type { TickSeeded } from '../own/tick-seed.ts';
import { goal } from './bench-run.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FULL = { cases: 150_000, due: 6_000 };
const QUICK = { cases: 15_000, due: 600 };

/** `kvp tick` as it is typed, start of the program included: with a fortnight's lapses to record, and with nothing. */
export async function tickSection({ options, server }: { readonly options: Options; readonly server: BenchServer }): Promise<string> {
  const { cases, due } = options.quick ? QUICK : FULL;
  const place = { connectionString: await server.database('tick'), keyFile: join(server.folder, 'tick-keys.json') };
  const { bareAppendsPerSecond } = await runProgram<TickSeeded>(parties.tickSeed, { ...place, cases, due });
  await server.settle();
  const first = await tick(place);
  const again = await tick(place);
  if (first.recorded !== due || again.recorded !== 0) throw new Error(`${first.recorded} and ${again.recorded} were recorded, of ${due}.`);
  const rate = due / first.seconds;
  const row = (name: string, { seconds, recorded }: Ticked): string[] => [name, String(recorded), `${seconds.toFixed(1)} s`];
  return [
    `kvp tick over ${cases} open cases`,
    table(['', 'recorded', 'took'], [row('one in 25 is due', first), row('again: nothing is', again)]),
    `         ${perSecond(rate)} records/s, ${times(rate / bareAppendsPerSecond)} bare appends to the same store (${perSecond(bareAppendsPerSecond)}/s)`,
    goal(first.seconds < 60, `${first.seconds.toFixed(1)} s (under 60 s)`),
  ].join('\n');
}

interface Ticked {
  readonly recorded: number;
  readonly seconds: number;
}

async function tick({ connectionString, keyFile }: { readonly connectionString: string; readonly keyFile: string }): Promise<Ticked> {
  const began = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.js', 'apps/cli/src/main.ts', 'tick', '--json'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: connectionString, KVP_KEY_FILE: keyFile },
  });
  const seconds = (performance.now() - began) / 1_000;
  const { recorded } = JSON.parse(stdout) as { recorded: Readonly<Record<string, number>> };
  return { recorded: Object.values(recorded).reduce((sum, count) => sum + count, 0), seconds };
}
