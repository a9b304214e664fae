import type { JsonObject, NewEvent } from '@kvp/event-store';
import type { Actor, DomainEvent } from '@kvp/lifecycle';
import type { KeyRing, Sealed } from '@kvp/people';
import { eventHash } from '@kvp/proof';
import { sha256 } from './sha256.ts';
import type { EventMetadata, LawRevisions } from './metadata.ts';
import { type OpenedEvent, commandContext, eventContext } from './opened-event.ts';

/** What all events of one command share. */
export interface Writing {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  /** See `recordedTime`. */
  readonly recordedAt: string;
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
    const hash = eventHash({ stream, revision, type, version, data, sealed, metadata: draft }, sha256);
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
    recordedAt,
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

/** An instant as it is recorded. */
export const recordedTime = ({ epochMilliseconds }: Temporal.Instant): string => new Date(epochMilliseconds).toISOString();

/**
 * The clock of a stream never runs backwards, whatever the server's clock does. Recorded times all have the same shape, so that the later
 * one is the greater text.
 */
export const notBefore = (last: string | null, now: string): string => (last !== null && last > now ? last : now);
