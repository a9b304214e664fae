import type { EventStore, Position } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { readCaseEvents, readEvents } from '../case/case-log.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { policyStream } from '../policy/policies.ts';
import { readRatesBook } from '../rates/read-rates-book.ts';
import { type Beside, type Deciding, type ReplayDifference, THIS_RELEASE, decideAgain } from './decide-again.ts';

export interface ReplayReport {
  readonly cases: number;
  readonly commands: number;
  readonly differences: readonly ReplayDifference[];
  /** False when it was stopped: what follows `after` is not looked at yet. */
  readonly complete: boolean;
  /** The place in the log up to which all cases that begin there were looked at; null when there was none. */
  readonly after: Position | null;
}

export interface ReplayOptions {
  /** Goes on with the cases that begin later. */
  readonly after?: Position;
  readonly signal?: AbortSignal;
  readonly onProgress?: (cases: number) => void;
  readonly deciding?: Deciding;
}

const CASE = 'case-';

/**
 * Decides every stored command of every case again, a case at a time in the order that they began. Throws what reading throws
 * (KeyMissing, UnknownEventType, the store's errors): nothing is passed over.
 */
export async function replayDecisions(
  { store, keys }: { readonly store: EventStore; readonly keys: KeyRing },
  { after, signal, onProgress, deciding = THIS_RELEASE }: ReplayOptions = {},
): Promise<ReplayReport> {
  const differences: ReplayDifference[] = [];
  const beside = { policyRows: keptPolicies(store, keys), rates: await readRatesBook({ store, keys }) };
  let [cases, commands] = [0, 0];
  let last: Position | null = after ?? null;
  const report = (complete: boolean): ReplayReport => ({ cases, commands, differences, complete, after: last });

  for await (const page of store.subscribeAll(after === undefined ? {} : { after })) {
    for (const { stream, revision, position } of page.events) {
      if (signal?.aborted === true) return report(false);
      if (revision === 0 && stream.startsWith(CASE)) {
        const caseId = stream.slice(CASE.length);
        const events = await readCaseEvents({ store, keys }, caseId);
        const replayed = await decideAgain(caseId, events, keys, beside, deciding);
        differences.push(...replayed.differences);
        commands += replayed.decided;
        cases += 1;
        onProgress?.(cases);
      }
      last = position;
    }
    if (page.caughtUp) break;
  }
  return report(true);
}

/** Each municipality's policy is read once for a run. */
function keptPolicies(store: EventStore, keys: KeyRing): Beside['policyRows'] {
  const kept = new Map<string, Promise<readonly OpenedEvent[]>>();
  return (municipality) => {
    const rows = kept.get(municipality) ?? readEvents({ store, keys }, policyStream(municipality));
    kept.set(municipality, rows);
    return rows;
  };
}
