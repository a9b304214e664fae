import type { EventStore, JsonObject } from '@kvp/event-store';
import type { Actor } from '@kvp/lifecycle';
import type { Month } from '@kvp/stipend';
import { openHouse } from '../../testing/house.ts';
import { casesInLog } from '../cases-in-log.ts';
import { type PaymentService, createPaymentService } from '../payment-service.ts';
import { readPayments } from '../run-files.ts';
import type { OpenRequest } from '../open-run.ts';
import type { RunOutcome } from '../run-view.ts';

export const PAYER: Actor = { id: 'payments-1', role: 'payments', municipality: '4204', office: '1001' };
export const OTHER: Actor = { ...PAYER, id: 'payments-2' };

export const uuid = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
export const noonOf = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T11:00:00Z`);

/** A municipality with participants of thirty-five or so, in programme from 3 February 2025, and payment runs for them. */
export async function payroll(participants: number, store?: EventStore) {
  const house = openHouse(store);
  let commands = 0;
  const execute = async (name: string, input: JsonObject, on: string, caseId: string): Promise<void> => {
    commands += 1;
    const outcome = await house.service.execute({ ...house.request(900_000 + commands, name, input, on), caseId });
    if (outcome.kind !== 'accepted') throw new Error(`${name} ended as ${JSON.stringify(outcome)}`);
  };
  const caseIds: string[] = [];
  for (let n = 0; n < participants; n += 1) {
    const caseId = await house.opened(100 + 10 * n, n);
    await house.grant(101 + 10 * n, caseId);
    await execute('start', { startedOn: '2025-02-03' }, '2025-02-03', caseId);
    caseIds.push(caseId);
  }
  const serviceOn = (on: EventStore): PaymentService =>
    createPaymentService({ store: on, keys: house.keys, codeVersion: 'test', cases: casesInLog(on, house.keys) });
  const request = (n: number, month: string, on: string, more: Partial<OpenRequest> = {}): OpenRequest => ({
    ...{ commandId: uuid(n), correlationId: 'test', actor: PAYER, now: noonOf(on) },
    ...{ month: month as Month, kind: 'ordinary', ...more },
  });
  /** Every line that was ever sent, the rejected ones left out, by case in order. */
  const sent = async (): Promise<readonly (readonly (readonly [string, number])[])[]> => {
    const files = await Promise.all(caseIds.map((caseId) => readPayments(house, caseId)));
    return files.map(({ state }) => state.lines.filter(({ status }) => status !== 'rejected').map(({ month, gross }) => [month, gross]));
  };
  return { ...house, caseIds, execute, service: house.service, payments: serviceOn(house.store), serviceOn, paying: request, sent };
}

/** The refusals' codes, or how it ended. */
export const codesOf = (outcome: RunOutcome): readonly string[] =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.kind];
