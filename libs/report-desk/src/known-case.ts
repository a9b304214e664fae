import { type EventMetadata, type OpenedEvent, openEvents } from '@kvp/deciding';
import { type EventStore, type RecordedEvent, StreamNotFound } from '@kvp/event-store';
import { type CaseState, type DomainEvent, foldCase } from '@kvp/lifecycle';
import { type PaymentsState, foldPayments, initialPayments } from '@kvp/payments';
import { KeyMissing, type KeyRing } from '@kvp/people';

export interface Log {
  readonly store: EventStore;
  readonly keys: KeyRing;
}

/** The keys of the person are gone: nobody can read what the case holds. */
export const UNREADABLE = 'unreadable';

/** The events of a stream that were recorded by a moment. Throws KeyMissing. */
export const knownEvents = async (log: Log, stream: string, knownAt: string): Promise<readonly DomainEvent[]> =>
  (await knownOpened(log, stream, knownAt)).map(({ event }) => event);

/** The same with who recorded them and when. None when there is no such stream. */
export async function knownOpened({ store, keys }: Log, stream: string, knownAt: string): Promise<readonly OpenedEvent[]> {
  const recorded: RecordedEvent[] = [];
  try {
    // Recorded times never run backwards in a stream, and all have the same shape.
    for await (const event of store.readStream(stream)) {
      if ((event.metadata as unknown as EventMetadata).recordedAt > knownAt) break;
      recorded.push(event);
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return await openEvents(keys, recorded);
}

/** The case as the log told it by a moment. */
export async function knownCase(log: Log, caseId: string, knownAt: string): Promise<CaseState | typeof UNREADABLE> {
  try {
    return foldCase(await knownEvents(log, `case-${caseId}`, knownAt));
  } catch (error) {
    if (error instanceof KeyMissing) return UNREADABLE;
    throw error;
  }
}

/** Its payments by the same moment. */
export const knownPayments = async (log: Log, caseId: string, knownAt: string): Promise<PaymentsState> => {
  const events = await knownEvents(log, `payments-${caseId}`, knownAt);
  return events.length === 0 ? initialPayments : foldPayments(events);
};

/** The identity number of a person by the same moment, the latest; null when there is none. */
export async function knownNumber(log: Log, personId: string, knownAt: string): Promise<string | null> {
  const events = await knownEvents(log, `person-${personId}`, knownAt);
  const numbers = events.map(({ personal }) => (personal as { readonly identityNumber?: string } | null)?.identityNumber);
  return numbers.filter((number) => number !== undefined).at(-1) ?? null;
}
