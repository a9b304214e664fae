import { userInfo } from 'node:os';
import type { PlainDate } from '@kvp/calendar';
import { type AccessEntry, createAccessLog, prepareAccessLog } from '@kvp/access';
import { VERSION } from '@kvp/api';
import { type ClockRecorder, createClockRecorder } from '@kvp/deciding';
import type { ClockRecord } from '@kvp/lifecycle';
import { KeyMissing } from '@kvp/people';
import { type CaseToRecord, bringUpToDate, casesToRecord, countToRecord, participantStatus } from '@kvp/projections';
import { type CheckpointKeys, NOTARY, catchUpTree, signDaily } from '@kvp/notary';
import type { Installation } from '../installation/open-installation.ts';

/** What a run of the clock came to. */
export interface TickReport {
  /** The day that it ran for. */
  readonly date: PlainDate;
  /** Cases that had something to record when it began, and those that were looked at. */
  readonly due: number;
  readonly looked: number;
  /** Events written by this run, by type. */
  readonly recorded: Readonly<Record<ClockRecord['type'], number>>;
  /** How many events are in the checkpoint of the day, and whether this run signed it; null where nothing is signed. */
  readonly checkpoint: { readonly size: number; readonly isNew: boolean } | null;
  /** Cases whose key is gone: nobody can open them, and nothing more is written of them. */
  readonly unreadable: number;
  /** False when it was stopped; the next run goes on with the rest. */
  readonly complete: boolean;
}

export interface TickOptions {
  readonly date: PlainDate;
  readonly now: () => Temporal.Instant;
  readonly signal: AbortSignal;
  /** What the day is signed with; null signs nothing. */
  readonly checkpointKeys: CheckpointKeys | null;
  /** Told how many events the read model holds while it catches up. */
  readonly onCatchUp?: (handled: number) => void;
  readonly onProgress?: (looked: number, due: number) => void;
}

/** Cases at work at the same time: appends of one moment go to the disk together. */
const AT_ONCE = 16;

/**
 * Records what belongs in history, in every case where a day has come: once the read model that knows the days has everything that was in
 * the log at the start. Nothing of a run is kept but the events, so that it can be stopped and begun again at any time.
 */
export async function tick({ store, pool, keys }: Installation, options: TickOptions): Promise<TickReport> {
  const { date, now, signal, onCatchUp, onProgress } = options;
  const recorded = { PeriodExpiredWithoutDecision: 0, ProgrammeEndedByMaximum: 0 };
  const report = { date, due: 0, looked: 0, recorded, checkpoint: null, unreadable: 0, complete: false };
  const upToDate = await bringUpToDate(participantStatus, {
    ...{ store, pool, keys, codeVersion: VERSION, signal },
    ...(onCatchUp === undefined ? {} : { onProgress: onCatchUp }),
  });
  if (!upToDate) return report;

  await prepareAccessLog(pool);
  const access = createAccessLog(pool);
  const clock = createClockRecorder({ store, keys, codeVersion: VERSION, correlationId: `tick ${date.toString()}` });
  report.due = await countToRecord(pool, date);
  for await (const page of casesToRecord(pool, date)) {
    if (signal.aborted) return report;
    await access.write(page.map(entryOf));
    await eachOf(page, signal, async ({ caseId }) => {
      const types = await recordedIn(clock, caseId, date, now());
      if (types === 'unreadable') report.unreadable += 1;
      else for (const type of types) recorded[type] += 1;
      report.looked += 1;
      onProgress?.(report.looked, report.due);
    });
  }
  if (signal.aborted) return report;
  return { ...report, checkpoint: await signed({ store, pool, keys }, options), complete: !signal.aborted };
}

/** The checkpoint of today, whatever day was recorded: what is signed is the log as it is. Last, so that it holds what the clock has recorded. */
async function signed(
  { store, pool, keys }: Pick<Installation, 'store' | 'pool' | 'keys'>,
  { checkpointKeys, now, signal }: TickOptions,
): Promise<TickReport['checkpoint']> {
  if (checkpointKeys === null || checkpointKeys.signer === null) return null;
  await catchUpTree({ store, pool, signal });
  if (signal.aborted) return null;
  const checkpoint = await signDaily({ store, pool, keys, checkpointKeys, actor: NOTARY, now: now(), codeVersion: VERSION });
  return checkpoint === null ? null : { size: checkpoint.data.size, isNew: checkpoint.isNew };
}

async function recordedIn(clock: ClockRecorder, caseId: string, date: PlainDate, now: Temporal.Instant) {
  try {
    return (await clock.record(caseId, date, now)).map(({ type }) => type);
  } catch (error) {
    if (error instanceof KeyMissing) return 'unreadable';
    throw error;
  }
}

/** Works through a page, some cases side by side; the signal lets those that are begun end. */
async function eachOf<Item>(items: readonly Item[], signal: AbortSignal, work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (signal.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Nobody has a token here: the entry names the account that the command runs under. */
const entryOf = ({ caseId, personId, municipality, office }: CaseToRecord): AccessEntry => ({
  actorId: `account:${userInfo().username}`,
  role: 'operations',
  municipality,
  office,
  action: 'kvp-tick',
  caseId,
  personId,
  outcome: 'permitted',
  correlationId: 'kvp',
});
