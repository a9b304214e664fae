import { join } from 'node:path';
import { withApi } from '../harness/bench-api.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, table, times } from '../harness/table.ts';
import type { Measured } from '../harness/closed-loop.ts';
import type { WorklistLoaded } from '../own/worklist-load.ts';
import { type BenchRun, goal } from './bench-run.ts';

const CASES = { full: 150_000, quick: 15_000 };
const IN_FLIGHT = 16;

/** Pages of the worklist through the door, beside the same page straight from the database. */
export async function worklistSection(run: BenchRun): Promise<string> {
  const { options, server } = run;
  const cases = options.quick ? CASES.quick : CASES.full;
  const place = { connectionString: await server.database('worklist'), keyFile: join(server.folder, 'worklist-keys.json') };
  const { rows } = await runProgram<{ rows: number }>(parties.worklistSeed, { ...place, cases });
  await server.settle();
  const load = { inFlight: IN_FLIGHT, seconds: options.seconds, warmUpSeconds: options.warmUpSeconds };
  const { http, sql, processor } = await withApi({ ...run, place }, 'off', async ({ url, tokens, processorSeconds }) => {
    const before = processorSeconds();
    const loaded = await runProgram<WorklistLoaded>(parties.worklistLoad, { url, tokens, connectionString: place.connectionString, load });
    return { ...loaded, processor: ((processorSeconds() - before) * 1_000) / loaded.pages };
  });
  const row = (name: string, of: Measured): string[] => [
    ...[name, perSecond(of.perSecond), milliseconds(of.p50), milliseconds(of.p99), times(of.p50 / sql.p50)],
    Object.entries(of.failures)
      .map(([failure, count]) => `${failure}: ${count}`)
      .join(', '),
  ];
  return [
    `Worklist of ${cases} cases, ${rows} deadlines, ${IN_FLIGHT} in flight`,
    table(
      ['', 'per second', 'p50', 'p99', 'p50 to SQL', 'not as expected'],
      [row('pages of 50 over HTTP, shown cases logged', http), row('one such page, SQL alone', sql)],
    ),
    goal(http.p99 < 30, `p99 ${milliseconds(http.p99)} (under 30 ms); ${milliseconds(processor)} of a processor a page in the API`),
  ].join('\n');
}
