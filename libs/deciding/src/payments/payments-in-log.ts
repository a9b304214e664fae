import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { type PaymentsState, type SettledLine, byKey, foldPayments } from '@kvp/payments';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { readPayments } from './run-files.ts';

/** What has been settled, for readers. */
export interface PaymentReads {
  /** What is settled in a case. */
  paymentsOf(caseId: string): Promise<PaymentsState>;
  /** Every line of a run, by case; of a case by month, and of a month the participant first. */
  linesOfRun(runId: string): Promise<readonly (SettledLine & { readonly caseId: string })[]>;
}

const PAYMENTS = 'payments-';

/** Straight from the log, where there are no read models: it reads all of it to find the lines of a run. */
export function paymentsInLog(store: EventStore, keys: KeyRing): PaymentReads {
  const paymentsOf = async (caseId: string): Promise<PaymentsState> => (await readPayments({ store, keys }, caseId)).state;
  return {
    paymentsOf,
    async linesOfRun(runId) {
      const caseIds = new Set<string>();
      for await (const { events, caughtUp } of store.subscribeAll()) {
        for (const { stream } of events) if (stream.startsWith(PAYMENTS)) caseIds.add(stream.slice(PAYMENTS.length));
        if (caughtUp) break;
      }
      const lines = [];
      for (const caseId of [...caseIds].sort())
        lines.push(
          ...(await paymentsOf(caseId)).lines
            .filter((line) => line.runId === runId)
            .sort(byKey)
            .map((line) => ({ caseId, ...line })),
        );
      return lines;
    },
  };
}

/** What had been settled in a case by an instant, with what was answered by then. */
export async function paymentsKnownBy(
  world: { readonly store: EventStore; readonly keys: KeyRing },
  caseId: string,
  knownAt: Temporal.Instant,
): Promise<PaymentsState> {
  const { events } = await readPayments(world, caseId);
  const isKnown = ({ metadata }: OpenedEvent): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(metadata.recordedAt), knownAt) <= 0;
  return foldPayments(events.filter(isKnown).map(({ event }) => event));
}
