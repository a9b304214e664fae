import { evolvePayments, evolveRun, initialPayments, initialRun, type PaymentsState, type RunState } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { nameUuid } from '../envelope/name-uuid.ts';
import { type PaymentWorld, type StreamFile, readStreamFile } from './stream-file.ts';

/** Which run: the n-th of a municipality for a month. */
export interface RunName {
  readonly municipality: string;
  readonly month: Month;
  /** From 1. */
  readonly number: number;
}

export type RunFile = StreamFile<RunState>;
export type PaymentsFile = StreamFile<PaymentsState>;

export const runStream = ({ municipality, month, number }: RunName): string => `payment-run-${municipality}-${month}-${String(number)}`;

/** `2026-06-1`: how a run is called within its municipality. */
export const runReference = ({ month, number }: Pick<RunName, 'month' | 'number'>): string => `${month}-${String(number)}`;

const REFERENCE = /^(\d{4}-(?:0[1-9]|1[0-2]))-([1-9]\d{0,2})$/;

/** Reads `2026-06-1`; undefined for what is no reference. */
export function parseRunReference(text: string): Pick<RunName, 'month' | 'number'> | undefined {
  const [, month, number] = REFERENCE.exec(text) ?? [];
  return month === undefined ? undefined : { month: month as Month, number: Number(number) };
}

/** What the events of cases call a run by: it tells of no municipality. */
export const runIdOf = (commandId: string): string => nameUuid('payment run', commandId);

/** One id for a case in a run, whoever writes it and however often. */
export const settledId = (runId: string, caseId: string): string => nameUuid(`settled ${caseId}`, runId);

export const readRun = (world: Pick<PaymentWorld, 'store' | 'keys'>, name: RunName): Promise<RunFile> =>
  readStreamFile(world, runStream(name), initialRun, evolveRun);

export const readPayments = (world: Pick<PaymentWorld, 'store' | 'keys'>, caseId: string): Promise<PaymentsFile> =>
  readStreamFile(world, `payments-${caseId}`, initialPayments, evolvePayments);

/** Every run of a month, the first first. */
export async function runsOf(
  world: Pick<PaymentWorld, 'store' | 'keys'>,
  municipality: string,
  month: Month,
): Promise<readonly { readonly name: RunName; readonly file: RunFile }[]> {
  const runs = [];
  for (let number = 1; ; number += 1) {
    const name = { municipality, month, number };
    const file = await readRun(world, name);
    if (file.revision < 0) return runs;
    runs.push({ name, file });
  }
}
