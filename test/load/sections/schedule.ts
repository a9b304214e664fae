import { join } from 'node:path';
import { withApi } from '../harness/bench-api.ts';
import type { Measured } from '../harness/closed-loop.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, perSecond, table, times } from '../harness/table.ts';
import type { ScheduleLoaded } from '../own/schedule-load.ts';
import type { Seeded } from '../own/seed.ts';
import { type BenchRun, goal } from './bench-run.ts';

/** Events of a log of their own: some three hundred cases with two years each. */
const EVENTS = 6_000;
const IN_FLIGHT = 16;

/** Payment schedules through the door, opened and held against what is settled, beside their sealed rows straight from the database. */
export async function scheduleSection(run: BenchRun): Promise<string> {
  const { options, server } = run;
  const place = { connectionString: await server.database('schedule'), keyFile: join(server.folder, 'schedule-keys.json') };
  const { caseIds } = await runProgram<Seeded>(parties.seed, { ...place, events: EVENTS });
  const { lines } = await runProgram<{ lines: number }>(parties.scheduleSeed, place);
  await server.settle();
  const load = { inFlight: IN_FLIGHT, seconds: options.seconds, warmUpSeconds: options.warmUpSeconds };
  const { http, sql, bytes, processor } = await withApi({ ...run, place }, 'off', async ({ url, tokens, processorSeconds }) => {
    const before = processorSeconds();
    const { connectionString } = place;
    const loaded = await runProgram<ScheduleLoaded>(parties.scheduleLoad, { url, tokens, connectionString, caseIds, load });
    return { ...loaded, processor: ((processorSeconds() - before) * 1_000) / loaded.sent };
  });
  const row = (name: string, of: Measured): string[] => [
    ...[name, perSecond(of.perSecond), milliseconds(of.p50), milliseconds(of.p99), times(of.p50 / sql.p50)],
    Object.entries(of.failures)
      .map(([failure, count]) => `${failure}: ${count}`)
      .join(', '),
  ];
  return [
    `Payment schedules of ${caseIds.length} cases, ${Math.round(lines / caseIds.length)} settled lines and ${Math.round(bytes / 1_000)} kB each, ${IN_FLIGHT} in flight`,
    table(
      ['', 'per second', 'p50', 'p99', 'p50 to SQL', 'not as expected'],
      [row('schedules over HTTP', http), row('their rows, still sealed, by SQL alone', sql)],
    ),
    goal(http.p99 < 20, `p99 ${milliseconds(http.p99)} (under 20 ms); ${milliseconds(processor)} of a processor a schedule in the API`),
  ].join('\n');
}
