import { paymentsInLog, readCaseEvents } from '@kvp/deciding';
import { foldCase } from '@kvp/lifecycle';
import { payable } from '@kvp/payments';
import { type Month, schedule, stipendFacts } from '@kvp/stipend';
import type { Place } from '../../support/system/installation.ts';
import { openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

export interface BarePayable extends Place {
  readonly participants: number;
  readonly month: Month;
}

export interface BarelyPaid {
  readonly seconds: number;
}

/** Cases that are read beforehand, and computed again and again until there are as many as in the log. */
const SAMPLE = 60;

/** Folding, computing and setting off as many cases, with everything in memory already: what no store and no read model can be below. */
await program(async ({ participants, month, ...place }: BarePayable): Promise<BarelyPaid> => {
  const { store, keys, pool, close } = await openInstallation(place);
  const { rows } = await pool.query<{ case_id: string }>('select case_id from read.payment_schedule order by case_id limit $1', [SAMPLE]);
  const payments = paymentsInLog(store, keys);
  const cases = [];
  for (const { case_id: caseId } of rows)
    cases.push({ caseId, events: await readCaseEvents({ store, keys }, caseId), settled: await payments.paymentsOf(caseId) });
  const began = performance.now();
  for (let n = 0; n < participants; n += 1) {
    const each = cases[n % cases.length];
    if (each === undefined) throw new Error('There is no case to compute.');
    const facts = stipendFacts(foldCase(each.events.map(({ event }) => event)));
    const due = facts === null ? [] : schedule(facts).map(({ amount, ...line }) => ({ ...line, due: amount }));
    payable(each.caseId, due, each.settled, { runId: 'bare', through: month, setOffShare: 100 });
  }
  const seconds = (performance.now() - began) / 1_000;
  await close();
  return { seconds };
});
