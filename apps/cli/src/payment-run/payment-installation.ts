import { userInfo } from 'node:os';
import { createAccessLog, prepareAccessLog } from '@kvp/access';
import { VERSION } from '@kvp/api';
import { type PaymentService, type RunReport, createPaymentService, createRates, createRegisterFiles } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import {
  type CaseQueries,
  bringUpToDate,
  createCaseQueries,
  createProjector,
  paymentCases,
  paymentSchedule,
  settlements,
} from '@kvp/projections';
import type { Installation } from '../installation/open-installation.ts';

/** Who runs payments here: nobody has a token, so the entry names the account that the command runs under. */
export const payerIn = (municipality: string): Actor => ({
  ...{ id: `account:${userInfo().username}`, role: 'payments', municipality, office: '' },
});

/**
 * Payment runs of an installation, once its schedules hold the log, and kept so for as long as they are used: a run writes itself, and waits
 * for what it reads to be as new. Null when the signal came first.
 */
export async function withPayments<T>(
  { store, pool, keys }: Installation,
  signal: AbortSignal,
  onCatchUp: (handled: number) => void,
  use: (payments: PaymentService) => Promise<T>,
): Promise<T | null> {
  const options = { store, pool, keys, signal, codeVersion: VERSION, onProgress: onCatchUp };
  if (!(await bringUpToDate(paymentSchedule, options))) return null;
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  const stop = new AbortController();
  const following = createProjector({ store, pool, keys, rates, codeVersion: VERSION, projections: [paymentSchedule] }).run(stop.signal);
  try {
    return await use(createPaymentService({ store, keys, codeVersion: VERSION, cases: paymentCases({ store, pool, keys, rates }) }));
  } finally {
    stop.abort();
    await following;
  }
}

/**
 * The cases that a run has settled, once what is settled holds the log, and the payments to ask for its file. Null when the signal came first.
 */
export async function withSettlements<T>(
  { store, pool, keys }: Installation,
  signal: AbortSignal,
  onCatchUp: (handled: number) => void,
  use: (payments: PaymentService, queries: CaseQueries) => Promise<T>,
): Promise<T | null> {
  if (!(await bringUpToDate(settlements, { store, pool, keys, signal, codeVersion: VERSION, onProgress: onCatchUp }))) return null;
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  const queries = createCaseQueries({ pool, keys, rates });
  try {
    return await use(
      createPaymentService({ store, keys, codeVersion: VERSION, cases: paymentCases({ store, pool, keys, rates }) }),
      queries,
    );
  } finally {
    queries.close();
  }
}

/** Whose cases were shown stands in the access log before they are. */
export const logShown = (installation: Installation, action: string, actor: Actor, { changes, anomalies }: RunReport): Promise<void> =>
  logCases(
    installation,
    action,
    actor,
    [...changes, ...anomalies].map(({ caseId }) => caseId),
  );

export async function logCases({ pool }: Installation, action: string, actor: Actor, shown: readonly string[]): Promise<void> {
  const caseIds = [...new Set(shown)];
  if (caseIds.length === 0) return;
  await prepareAccessLog(pool);
  const { id: actorId, role, municipality, office } = actor;
  const entry = { actorId, role, municipality, office, action, personId: null, outcome: 'permitted', correlationId: 'kvp' } as const;
  await createAccessLog(pool).write(caseIds.map((caseId) => ({ ...entry, caseId })));
}
