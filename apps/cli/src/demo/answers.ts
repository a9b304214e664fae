import type { IsoDate, PlainDate } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import type { AuditEntry, LineExplanation } from '@kvp/history';
import type { Phase, Role } from '@kvp/lifecycle';
import type { WorklistItem } from '@kvp/projections';
import type { ScheduleMonthData } from '@kvp/stipend';
import { CliError } from '../exit-status.ts';
import type { Door } from '../stage/door.ts';

/** What `GET /cases/{caseId}` says of a case on a day, as far as the demo shows it. */
export interface StatusAnswer {
  readonly caseId: string;
  readonly phase: Phase;
  readonly start: { readonly on: string } | null;
  readonly decidedUntil: string | null;
  readonly countedDays: number;
  readonly maxEnd: string | null;
  readonly absoluteMaxEnd: string | null;
  readonly decisionMissing: boolean;
}

export interface ReadOptions {
  readonly municipality: string;
  /** The day on which it is asked. */
  readonly on: PlainDate;
  /** Wait until the views have come this far. */
  readonly atLeast: number;
}

/** How a case stands, read as a caseworker of its municipality. Throws CliError when it is not answered. */
export const statusOf = async (door: Door, caseId: string, options: ReadOptions): Promise<StatusAnswer> =>
  (await get(door, `/cases/${caseId}?atLeast=${options.atLeast}`, options)) as unknown as StatusAnswer;

/** What is due month by month. */
export const scheduleOf = async (door: Door, caseId: string, options: ReadOptions): Promise<readonly ScheduleMonthData[]> =>
  (await get(door, `/cases/${caseId}/schedule?atLeast=${options.atLeast}`, options))['months'] as unknown as readonly ScheduleMonthData[];

/** How the line of an earning month came about, down to the events. */
export const explanationOf = async (door: Door, caseId: string, month: string, options: ReadOptions): Promise<LineExplanation> =>
  (await get(door, `/cases/${caseId}/explain/${month}`, options)) as unknown as LineExplanation;

/** A payment run and its lines; amounts in kroner. */
export interface RunAnswer {
  readonly run: {
    readonly reference: string;
    readonly payDate: IsoDate;
    readonly totals: { readonly gross: string; readonly backPayment: string };
  };
  readonly lines: readonly {
    readonly month: string;
    readonly due: string;
    readonly settledBefore: string;
    readonly gross: string;
    readonly noWithholding: boolean;
  }[];
}

/** A run of a municipality, `2026-07-1`, as whoever pays reads it. */
export const runOf = async (door: Door, reference: string, options: Omit<ReadOptions, 'atLeast'>): Promise<RunAnswer> =>
  (await get(door, `/payment-runs/${reference}`, options, 'payments')) as unknown as RunAnswer;

/** What falls due in a municipality on a day, the earliest first. */
export async function worklistOf(door: Door, { municipality, on }: Omit<ReadOptions, 'atLeast'>): Promise<readonly WorklistItem[]> {
  return (await get(door, `/worklist?limit=100`, { municipality, on }, 'approver'))['items'] as unknown as readonly WorklistItem[];
}

/** Everything that has happened, in order. */
export const auditTrailOf = async (door: Door, caseId: string, options: ReadOptions): Promise<readonly AuditEntry[]> =>
  (await get(door, `/cases/${caseId}/audit-trail?atLeast=${options.atLeast}`, options))['entries'] as unknown as readonly AuditEntry[];

async function get(
  door: Door,
  path: string,
  { municipality, on }: Omit<ReadOptions, 'atLeast'>,
  role: Role = 'caseworker',
): Promise<JsonObject> {
  const { status, body } = await door.send({ method: 'GET', path, role, municipality, on });
  if (status !== 200) throw new CliError(`GET ${path}: ${status} ${JSON.stringify(body['detail'] ?? null)}`);
  return body;
}
