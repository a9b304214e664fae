import type { EventStore } from '@kvp/event-store';
import { type Actor, foldCase } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { caseStream } from './case-file.ts';
import { readPages } from './case-files.ts';
import { mayBeSeen } from './may-be-seen.ts';

/** A case as its log has it: whose it is, and every event, opened. */
export interface CaseLog {
  readonly personId: string;
  readonly revision: number;
  readonly events: readonly OpenedEvent[];
}

export interface CaseLogReader {
  readonly store: EventStore;
  readonly keys: KeyRing;
}

/** Every event of a case, opened, in order; none when there is no such case. Throws KeyMissing, UnknownEventType and the store's errors. */
export async function readCaseEvents({ store, keys }: CaseLogReader, caseId: string): Promise<readonly OpenedEvent[]> {
  const events: OpenedEvent[] = [];
  for await (const page of readPages(store, keys, caseStream(caseId))) events.push(...page);
  return events;
}

/** The log of a case that the actor may see; null when it is not there for them. */
export async function readCaseLog(reader: CaseLogReader, caseId: string, actor: Actor, withinOffice?: string): Promise<CaseLog | null> {
  const events = await readCaseEvents(reader, caseId);
  const state = foldCase(events.map(({ event }) => event));
  if (state.application === null || !mayBeSeen(state, actor, withinOffice)) return null;
  return { personId: state.application.personId, revision: state.revision, events };
}
