import { userInfo } from 'node:os';
import { createAccessLog, prepareAccessLog } from '@kvp/access';
import { VERSION } from '@kvp/api';
import { type PaymentService, type RunReport, createPaymentService, createRates, createRegisterFiles } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { bringUpToDate, paymentCases, paymentSchedule } from '@kvp/projections';
import type { Installation } from '../installation/open-installation.ts';

/** Who runs payments here: nobody has a token, so the entry names the account that the command runs under. */
export const payerIn = (municipality: string): Actor => ({
  ...{ id: `account:${userInfo().username}`, role: 'payments', municipality, office: '' },
});

/** Payment runs of an installation, once its schedules hold the log; null when the signal came first. */
export async function openPayments(
  { store, pool, keys }: Installation,
  signal: AbortSignal,
  onCatchUp: (handled: number) => void,
): Promise<PaymentService | null> {
  const options = { store, pool, keys, signal, codeVersion: VERSION, onProgress: onCatchUp };
  if (!(await bringUpToDate(paymentSchedule, options))) return null;
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  return createPaymentService({ store, keys, codeVersion: VERSION, cases: paymentCases({ store, pool, keys, rates }) });
}

/** Whose cases were shown stands in the access log before they are. */
export async function logShown({ pool }: Installation, action: string, actor: Actor, { changes, anomalies }: RunReport): Promise<void> {
  const caseIds = [...new Set([...changes, ...anomalies].map(({ caseId }) => caseId))];
  if (caseIds.length === 0) return;
  await prepareAccessLog(pool);
  const { id: actorId, role, municipality, office } = actor;
  const entry = { actorId, role, municipality, office, action, personId: null, outcome: 'permitted', correlationId: 'kvp' } as const;
  await createAccessLog(pool).write(caseIds.map((caseId) => ({ ...entry, caseId })));
}
