import { randomUUID } from 'node:crypto';
import { casesInLog, createPaymentService } from '@kvp/deciding';
import { bringUpToDate, paymentSchedule, settlements } from '@kvp/projections';
import type { Month } from '@kvp/stipend';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { caseworkers } from '../../support/system/lives.ts';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';

/** Settles every month of a log's cases up to the last, and brings schedules and settlements up to date. */
await program(async (place: Place): Promise<{ readonly lines: number }> => {
  const { store, keys, pool, close } = await openInstallation(place);
  const [caseworker] = caseworkers;
  if (caseworker === undefined) throw new Error('There is nobody to pay for.');
  const payments = createPaymentService({ store, keys, codeVersion: 'bench', cases: casesInLog(store, keys) });
  const outcome = await payments.run({
    ...{ commandId: randomUUID(), correlationId: 'bench', now: Temporal.Now.instant(), kind: 'ordinary' },
    actor: { ...caseworker, id: 'utbetaler', role: 'payments' },
    month: today().subtract({ months: 1 }).toPlainYearMonth().toString() as Month,
  });
  if (outcome.kind !== 'run') throw new Error(`The payment run ended as ${outcome.kind}.`);
  for (const projection of [paymentSchedule, settlements]) await bringUpToDate(projection, { store, pool, keys, codeVersion: 'bench' });
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from read.settlement_line');
  await pool.query('analyze');
  await close();
  return { lines: rows[0]?.count ?? 0 };
});
