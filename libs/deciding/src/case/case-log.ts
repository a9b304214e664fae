import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { OpenedEvent } from '../envelope/opened-event.ts';
import { caseStream } from './case-file.ts';
import { readPages } from './case-files.ts';

export interface LogReader {
  readonly store: EventStore;
  readonly keys: KeyRing;
}

/** Every event of a stream, opened, in order; none when it does not exist. Throws KeyMissing, UnknownEventType and the store's errors. */
export async function readEvents({ store, keys }: LogReader, stream: string): Promise<readonly OpenedEvent[]> {
  const events: OpenedEvent[] = [];
  for await (const page of readPages(store, keys, stream)) events.push(...page);
  return events;
}

/** The same of a case. */
export const readCaseEvents = (reader: LogReader, caseId: string): Promise<readonly OpenedEvent[]> =>
  readEvents(reader, caseStream(caseId));
