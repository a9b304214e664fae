import type { EventStore } from '@kvp/event-store';
import { type Actor, type CaseState, foldCase } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { readCaseEvents } from './case-log.ts';
import { readPages } from './case-files.ts';
import { mayBeSeen } from './may-be-seen.ts';

/** A case as the log has it, with the name of the person that it is about. */
export interface CaseRecord {
  readonly caseId: string;
  readonly personId: string;
  /** Null when it was never told. */
  readonly partyName: string | null;
  readonly revision: number;
  readonly state: CaseState;
  readonly events: readonly OpenedEvent[];
}

interface CaseReader {
  readonly store: EventStore;
  readonly keys: KeyRing;
}

/** Null when the case has no applicant. Throws KeyMissing when the person is forgotten. */
export async function recordOf(reader: CaseReader, caseId: string): Promise<CaseRecord | null> {
  const events = await readCaseEvents(reader, caseId);
  const state = foldCase(events.map(({ event }) => event));
  if (state.application === null) return null;
  const { personId } = state.application;
  return { caseId, personId, partyName: await nameOf(reader, personId), revision: state.revision, state, events };
}

/** Null when the actor sees no such case. */
export async function readCase(reader: CaseReader, caseId: string, actor: Actor, withinOffice?: string): Promise<CaseRecord | null> {
  const record = await recordOf(reader, caseId);
  return record !== null && mayBeSeen(record.state, actor, withinOffice) ? record : null;
}

/** The last name that was registered for a person. */
async function nameOf({ store, keys }: CaseReader, personId: string): Promise<string | null> {
  let name: string | null = null;
  for await (const page of readPages(store, keys, `person-${personId}`))
    for (const { event } of page) name = (event.personal as { readonly name?: string } | null)?.name ?? name;
  return name;
}
