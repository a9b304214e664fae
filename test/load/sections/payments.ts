import { join } from 'node:path';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { table, times } from '../harness/table.ts';
import type { BarelyPaid } from '../own/bare-payable.ts';
import type { PaymentLoad, PaymentLoaded } from '../own/payment-load.ts';
import type { PaymentSeeded } from '../own/payment-seed.ts';
import { type BenchRun, goal } from './bench-run.ts';

const MEGABYTE = 1024 ** 2;

/** Seconds that the goals give 10 000 participants; as much less for fewer. */
const GOAL_SECONDS = 60;
const GOAL_PARTICIPANTS = 10_000;

/** A run of a municipality and a regulation tried, over participants with nearly 24 months behind them, beside bare computing of the same cases. */
export async function paymentsSection({ options, server }: Pick<BenchRun, 'options' | 'server'>): Promise<string> {
  const { participants } = options;
  const place = { connectionString: await server.database('payments'), keyFile: join(server.folder, 'payment-keys.json') };
  const { municipality, month, events, seconds } = await runProgram<PaymentSeeded>(parties.paymentSeed, { ...place, participants });
  const load = (step: PaymentLoad['step']): Promise<PaymentLoaded> =>
    runProgram<PaymentLoaded>(parties.paymentLoad, { ...place, municipality, month, step });
  const caughtUp = await load('catch-up');
  await server.settle();
  const { seconds: bare } = await runProgram<BarelyPaid>(parties.barePayable, { ...place, participants, month });
  const steps = {
    'dry run': await load('dry-run'),
    run: await load('run'),
    'run again': await load('again'),
    'regulation, tried': await load('regulation'),
  };
  const { run, 'run again': again, 'regulation, tried': regulation } = steps;
  if (run.participants !== participants || again.participants !== 0 || regulation.participants !== participants)
    throw new Error(`${run.participants}, ${again.participants} and ${regulation.participants} were paid, of ${participants}.`);
  const allowed = (GOAL_SECONDS * participants) / GOAL_PARTICIPANTS;
  const peak = Math.max(...Object.values(steps).map(({ peakBytes }) => peakBytes));
  return [
    `Paying ${participants} participants with nearly 24 months behind them (${events} events, written in ${seconds.toFixed(0)} s)`,
    table(
      ['', 'took', 'of a processor', 'bare computing ×', 'at most', 'progress told'],
      Object.entries({ 'schedules caught up': caughtUp, ...steps }).map(([name, step]) => [
        ...[name, `${step.seconds.toFixed(1)} s`, `${step.processorSeconds.toFixed(1)} s`, times(step.seconds / bare)],
        ...[`${Math.round(step.peakBytes / MEGABYTE)} MB`, `${step.told} times`],
      ]),
    ),
    `         folding and computing the same cases from memory: ${bare.toFixed(1)} s`,
    goal(
      run.seconds < allowed && peak < 600 * MEGABYTE,
      `a run: ${run.seconds.toFixed(1)} s, ${Math.round(peak / MEGABYTE)} MB (under ${allowed} s and 600 MB)`,
    ),
    goal(regulation.seconds < allowed, `a regulation tried: ${regulation.seconds.toFixed(1)} s (under ${allowed} s)`),
  ].join('\n');
}
