import { randomUUID } from 'node:crypto';
import { iso } from '@kvp/calendar';
import { type RunOutcome, createPaymentService, createRates, createRegisterFiles } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { bringUpToDate, createProjector, paymentCases, paymentSchedule } from '@kvp/projections';
import type { Month } from '@kvp/stipend';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

export interface PaymentLoad extends Place {
  readonly municipality: string;
  readonly month: Month;
  /** `catch-up` only brings the schedules up to date; the others do first what is left of that, untimed. */
  readonly step: 'catch-up' | 'dry-run' | 'run' | 'again' | 'regulation';
}

export interface PaymentLoaded {
  readonly participants: number;
  readonly gross: number;
  readonly seconds: number;
  /** Of the processor alone, this process's: what a busy machine does not change. */
  readonly processorSeconds: number;
  /** The most memory that the process has had, in bytes. */
  readonly peakBytes: number;
  /** How often it said how far it was. */
  readonly told: number;
}

/** One step of paying a municipality, in a process of its own, made of the same parts as `kvp payment-run` and `kvp regulate`. */
await program(async ({ municipality, month, step, ...place }: PaymentLoad): Promise<PaymentLoaded> => {
  const { store, keys, pool, commands, close } = await openInstallation(place);
  const actor: Actor = { id: 'lonn', role: 'payments', municipality, office: '' };
  const now = Temporal.Now.instant();
  let told = 0;
  const catchUp = () => bringUpToDate(paymentSchedule, { store, pool, keys, codeVersion: 'bench', onProgress: () => void (told += 1) });
  const timed = async (work: () => Promise<RunOutcome | undefined>): Promise<PaymentLoaded> => {
    const [began, before] = [performance.now(), process.cpuUsage()];
    const outcome = await work();
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1_000;
    const totals = outcome?.kind === 'would-run' ? outcome.report.totals : outcome?.kind === 'run' ? outcome.run.totals : undefined;
    if (outcome !== undefined && totals === undefined) throw new Error(`${step} ended as ${JSON.stringify(outcome)}`);
    const { participants = 0, gross = 0 } = totals ?? {};
    const peakBytes = process.resourceUsage().maxRSS * 1_024;
    return { participants, gross, seconds, processorSeconds: (user + system) / 1_000_000, peakBytes, told };
  };
  if (step === 'catch-up') return await timed(async () => void (await catchUp()));
  if (step === 'regulation') await announceG(month);
  await catchUp();
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  const stop = new AbortController();
  const following = createProjector({ store, pool, keys, rates, codeVersion: 'bench', projections: [paymentSchedule] }).run(stop.signal);
  const payments = createPaymentService({ store, keys, codeVersion: 'bench', cases: paymentCases({ store, pool, keys, rates }) });
  told = 0;
  const loaded = await timed(() =>
    payments.run({
      ...{ commandId: randomUUID(), correlationId: 'bench', actor, now, month, onProgress: () => void (told += 1) },
      ...{
        kind: step === 'regulation' ? ('regulation' as const) : ('ordinary' as const),
        dryRun: step === 'dry-run' || step === 'regulation',
      },
    }),
  );
  stop.abort();
  await following;
  await close();
  return loaded;

  /** A new G from three months ago, known today: what every settled month since then was paid too little for. */
  async function announceG(last: Month): Promise<void> {
    const effectiveFrom = iso(Temporal.PlainYearMonth.from(last).subtract({ months: 2 }).toPlainDate({ day: 1 }));
    const today = iso(now.toZonedDateTimeISO('Europe/Oslo').toPlainDate());
    const rate = { kind: 'G', value: '140000', effectiveFrom, knownFrom: today, source: 'bench' } as const;
    const operator: Actor = { ...actor, role: 'operations' };
    const outcome = await commands.announceRate({ commandId: randomUUID(), correlationId: 'bench', actor: operator, now, rate });
    if (outcome.kind !== 'accepted') throw new Error(`The rate was not accepted: ${JSON.stringify(outcome)}`);
  }
});
