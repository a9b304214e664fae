import type { EventStore, JsonObject } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { canonical } from '@kvp/proof';
import type { CommandOutcome, CommandRequest } from '../command-request.ts';
import { type OpenedEvent, commandContext, openEvents } from '../envelope/opened-event.ts';
import { type CaseFile, spanOf } from './case-file.ts';
import { isWithin, mayBeSeen } from './may-be-seen.ts';

/**
 * The answer to a command that the case holds already: the first answer, whatever has happened since; `key-reused` when it was
 * another command or body, or the case of an office that the caller does not see. Undefined when the case does not hold it.
 */
export async function answerRepeat(
  store: EventStore,
  keys: KeyRing,
  file: CaseFile,
  request: CommandRequest,
): Promise<CommandOutcome | undefined> {
  const span = spanOf(file, request.commandId);
  if (span === undefined) return undefined;
  // The answer holds what is personal: an application's key names a case before anyone has asked whose it is.
  const { actor, withinOffice } = request;
  if (!isWithin(file.state, actor, withinOffice)) return { kind: 'key-reused' };
  const recorded = [];
  for await (const event of store.readStream(file.stream, { from: span.first, limit: span.last - span.first + 1 })) recorded.push(event);
  const events = await openEvents(keys, recorded);
  // Who shut the case to themselves by registering a grading is told no more than what they said.
  const isOwn = events[0]?.metadata.actor.id === actor.id;
  if (!isOwn && !mayBeSeen(file.state, actor, withinOffice)) return { kind: 'key-reused' };
  return isSame(keys, events[0], request) ? accepted(file.caseId, events, true) : { kind: 'key-reused' };
}

function isSame(keys: KeyRing, first: OpenedEvent | undefined, { name, input }: CommandRequest): boolean {
  const kept = first?.metadata.command;
  if (first === undefined || kept?.name !== name) return false;
  const before: JsonObject = keys.unseal(commandContext(first.stream, first.id), kept.input);
  return canonical(before) === canonical(input);
}

export const accepted = (caseId: string, events: readonly OpenedEvent[], repeated: boolean): CommandOutcome => ({
  kind: 'accepted',
  caseId,
  revision: events.at(-1)?.revision ?? -1,
  events: events.map(({ id, revision, event }) => ({ id, revision, event })),
  repeated,
});
