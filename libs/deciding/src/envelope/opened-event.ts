import { upcast } from '@kvp/catalogue';
import type { RecordedEvent } from '@kvp/event-store';
import type { DomainEvent } from '@kvp/lifecycle';
import { type KeyRing, type Sealed, personOf } from '@kvp/people';
import type { EventMetadata } from './metadata.ts';

/** An event of the log in the clear, in the version that the code of today writes. */
export interface OpenedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly event: DomainEvent;
  readonly metadata: EventMetadata;
}

/** Where the personal part of an event stands; it opens nowhere else. */
export const eventContext = (stream: string, id: string): string => `${stream} ${id}`;
export const commandContext = (stream: string, id: string): string => `${stream} ${id} command`;

/**
 * Unseals and upcasts events, the keys of a whole page at once. Throws KeyMissing or SealBroken (libs/people), and UnknownEventType
 * (libs/lifecycle) for what this code does not know: nothing is skipped.
 */
export async function openEvents(keys: KeyRing, recorded: readonly RecordedEvent[]): Promise<OpenedEvent[]> {
  const persons = new Set<string>();
  for (const { sealed } of recorded) if (sealed !== null) persons.add(personOf(sealed as Sealed));
  if (persons.size > 0) await keys.load(persons);
  return recorded.map((event) => openEvent(keys, event));
}

/** The same for one event whose key is loaded. */
export function openEvent(keys: KeyRing, { id, stream, revision, type, version, data, sealed, metadata }: RecordedEvent): OpenedEvent {
  const personal = sealed === null ? null : keys.unseal(eventContext(stream, id), sealed as Sealed);
  const event = upcast({ type, version, data, personal });
  return { id, stream, revision, event, metadata: metadata as unknown as EventMetadata };
}
