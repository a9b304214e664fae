import type { JsonObject, NewEvent } from '@kvp/event-store';
import type { Actor, DomainEvent } from '@kvp/lifecycle';
import type { KeyRing, Sealed } from '@kvp/people';
import { eventHash } from '@kvp/proof';
import type { EventMetadata, LawRevisions } from './metadata.ts';
import { type OpenedEvent, commandContext, eventContext } from './opened-event.ts';

/** What all events of one command share. */
export interface Writing {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly recordedAt: Temporal.Instant;
  readonly law: LawRevisions;
  readonly codeVersion: string;
}

/** Where the events go: after which event, in which stream, sealed for whom (null when nothing is personal). */
export interface Place {
  readonly stream: string;
  /** Revision of the event before; -1 when the stream is new. */
  readonly after: number;
  readonly previousHash: string;
  readonly personId: string | null;
  readonly idOf: (index: number) => string;
}

/** The command that is kept with its first event. */
export interface KeptCommand {
  readonly name: string;
  readonly input: JsonObject;
}

/** An event in both its forms: as it is stored, and as it will be read. */
export interface WrittenEvent {
  readonly stored: NewEvent;
  readonly opened: OpenedEvent;
}

/**
 * Puts decided events into their envelopes: sealed, and chained to the event before. Throws KeyMissing when the key of the person
 * is not loaded.
 */
export function writeEvents(
  keys: KeyRing,
  events: readonly DomainEvent[],
  place: Place,
  writing: Writing,
  command?: KeptCommand,
): WrittenEvent[] {
  let { previousHash } = place;
  return events.map((event, index) => {
    const { stream, personId } = place;
    const id = place.idOf(index);
    const revision = place.after + 1 + index;
    const sealed =
      event.personal === null ? null : keys.seal(required(personId, event), eventContext(stream, id), event.personal as JsonObject);
    const kept = index === 0 && command !== undefined ? { command: sealCommand(keys, required(personId, event), stream, id, command) } : {};
    const draft = { ...shared(writing), previousHash, ...kept };
    const { type, version } = event;
    const data = event.data as JsonObject;
    const hash = eventHash({ stream, revision, type, version, data, sealed, metadata: draft });
    const metadata: EventMetadata = { ...draft, hash };
    previousHash = hash;
    return {
      stored: { id, type, version, data, sealed, metadata: metadata as unknown as JsonObject },
      opened: { id, stream, revision, event, metadata },
    };
  });
}

function shared({ commandId, correlationId, actor, recordedAt, law, codeVersion }: Writing): Omit<EventMetadata, 'hash' | 'previousHash'> {
  return {
    commandId,
    correlationId,
    causationId: commandId,
    actor: { id: actor.id, role: actor.role },
    recordedAt: recordedAt.toString({ fractionalSecondDigits: 3 }),
    law,
    codeVersion,
  };
}

const sealCommand = (
  keys: KeyRing,
  personId: string,
  stream: string,
  id: string,
  { name, input }: KeptCommand,
): { readonly name: string; readonly input: Sealed } => ({
  name,
  input: keys.seal(personId, commandContext(stream, id), input),
});

function required(personId: string | null, { type }: DomainEvent): string {
  if (personId === null) throw new TypeError(`${type} holds personal data and needs a person to seal it for.`);
  return personId;
}

/** The clock of a stream never runs backwards, whatever the server's clock does. */
export function notBefore(last: string | null, now: Temporal.Instant): Temporal.Instant {
  if (last === null) return now;
  const before = Temporal.Instant.from(last);
  return Temporal.Instant.compare(before, now) > 0 ? before : now;
}
