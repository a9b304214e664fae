import type { PlainDate } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import type { AuditEntry } from '@kvp/history';
import type { Phase } from '@kvp/lifecycle';
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
  (await get(door, `/cases/${caseId}`, options)) as unknown as StatusAnswer;

/** What is due month by month. */
export const scheduleOf = async (door: Door, caseId: string, options: ReadOptions): Promise<readonly ScheduleMonthData[]> =>
  (await get(door, `/cases/${caseId}/schedule`, options))['months'] as unknown as readonly ScheduleMonthData[];

/** Everything that has happened, in order. */
export const auditTrailOf = async (door: Door, caseId: string, options: ReadOptions): Promise<readonly AuditEntry[]> =>
  (await get(door, `/cases/${caseId}/audit-trail`, options))['entries'] as unknown as readonly AuditEntry[];

async function get(door: Door, path: string, { municipality, on, atLeast }: ReadOptions): Promise<JsonObject> {
  const address = `${path}?atLeast=${atLeast}`;
  const { status, body } = await door.send({ method: 'GET', path: address, role: 'caseworker', municipality, on });
  if (status !== 200) throw new CliError(`GET ${address}: ${status} ${JSON.stringify(body['detail'] ?? null)}`);
  return body;
}
