import { DuplicateEventId, type EventStore, WrongExpectedRevision } from '@kvp/event-store';
import type { Actor, DomainEvent } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { GENESIS, canonical } from '@kvp/proof';
import { rulebook } from '@kvp/rulebook';
import { dayIn } from '../case/context.ts';
import { accepted } from '../case/repeat.ts';
import type { CommandOutcome } from '../command-request.ts';
import { eventId } from '../envelope/ids.ts';
import type { LawRevisions } from '../envelope/metadata.ts';
import { notBefore, recordedTime, writeEvents } from '../envelope/write-events.ts';
import type { RegisterFile, RegisterFiles } from './register-files.ts';

/** What is settled for many cases at once, by whom and when. */
export interface RegisterRequest {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

export interface RegisterWriter {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly registers: RegisterFiles;
  readonly codeVersion: string;
}

/** One thing to write into a register: what a repeat is known by, and what it comes to on the stream as it stands. */
export interface RegisterEntry {
  readonly stream: string;
  /** What the outcome calls the register. */
  readonly name: string;
  readonly event: DomainEvent;
  readonly decide: (file: RegisterFile) => { readonly events: readonly DomainEvent[] } | { readonly outcome: CommandOutcome };
  readonly lawOf: (file: RegisterFile) => Promise<Omit<LawRevisions, 'release'>>;
}

const TRIES = 3;

/** Appends at the exact revision that was read; a repeat gets its first answer, and another's change in between is decided on again. */
export async function appendToRegister(writer: RegisterWriter, entry: RegisterEntry, request: RegisterRequest): Promise<CommandOutcome> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const file = await writer.registers.read(entry.stream);
    const settled = answerRepeat(file, entry, request) ?? (await tryOnce(writer, file, entry, request));
    if (settled !== undefined) return settled;
  }
  return { kind: 'contended', caseId: entry.name };
}

function answerRepeat({ rows }: RegisterFile, { name, event }: RegisterEntry, { commandId }: RegisterRequest): CommandOutcome | undefined {
  const earlier = rows.find(({ metadata }) => metadata.commandId === commandId);
  if (earlier === undefined) return undefined;
  const isSame = earlier.event.type === event.type && canonical(earlier.event.data) === canonical(event.data);
  return isSame ? accepted(name, [earlier], true) : { kind: 'key-reused' };
}

/** Undefined when another change came first, or the id is taken by what will be found as a repeat. */
async function tryOnce(
  { store, keys, registers, codeVersion }: RegisterWriter,
  file: RegisterFile,
  { stream, name, decide, lawOf }: RegisterEntry,
  { commandId, correlationId, actor, now }: RegisterRequest,
): Promise<CommandOutcome | undefined> {
  const { revision, hash } = file;
  const decided = decide(file);
  if ('outcome' in decided) return decided.outcome;
  // All that is said stands there already: nothing to write, and a repeat will find the same.
  if (decided.events.length === 0) return { kind: 'accepted', caseId: name, revision, events: [], repeated: true };
  const today = dayIn(now);
  const law = { release: rulebook.at(today, today).release, ...(await lawOf(file)) };
  const written = writeEvents(
    keys,
    decided.events,
    { stream, after: revision, previousHash: hash ?? GENESIS, personId: null, idOf: (index) => eventId(commandId, index) },
    { commandId, correlationId, actor, recordedAt: notBefore(file.recordedAt, recordedTime(now)), codeVersion, law },
  );
  try {
    const stored = written.map((each) => each.stored);
    await store.append(stream, revision < 0 ? 'no-stream' : revision, stored);
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId) return undefined;
    throw error;
  }
  await registers.read(stream);
  return accepted(
    name,
    written.map((each) => each.opened),
    false,
  );
}
