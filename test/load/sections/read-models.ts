import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { perSecond, table, times } from '../harness/table.ts';
import type { Rebuilt } from '../own/rebuild.ts';
import type { BenchRun } from './bench-run.ts';

const READ_MODELS = ['participant-status', 'payment-schedule', 'audit-trail', 'worklist', 'settlements'];

/** Events of ten years of all municipalities. */
const WHOLE_COUNTRY = 9_000_000;

/** The rebuild of each read model, one after the other, beside a bare read of the same events. */
export async function readModelsSection({ place, server }: BenchRun): Promise<string> {
  await server.settle();
  const bare = await runProgram<{ perSecond: number }>(parties.bareRead, place);
  const rows: string[][] = [];
  for (const readModel of READ_MODELS) {
    const { perSecond: rate, processorTime, megabytes } = await runProgram<Rebuilt>(parties.rebuild, { ...place, readModel });
    const hours = WHOLE_COUNTRY / rate / 3_600;
    rows.push([
      readModel,
      perSecond(rate),
      `${processorTime.toFixed(3)} ms`,
      times(rate / bare.perSecond),
      `${megabytes} MB`,
      `${hours.toFixed(1)} h`,
    ]);
    await server.settle();
  }
  return [
    'Rebuild of every read model',
    table(['', 'events/s', 'processor an event', 'to a bare read', 'memory', `${WHOLE_COUNTRY / 1_000_000} million events`], rows),
  ].join('\n');
}
