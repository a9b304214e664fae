import type { EventStore } from '@kvp/event-store';
import type { DomainEvent } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { CommandOutcome, CommandRequest } from '../command-request.ts';
import { eventId } from '../envelope/ids.ts';
import type { LawRevisions } from '../envelope/metadata.ts';
import { notBefore, recordedTime, writeEvents } from '../envelope/write-events.ts';
import { type CaseFile, advance } from './case-file.ts';
import type { CaseFiles } from './case-files.ts';
import { accepted } from './repeat.ts';

export interface CaseWriter {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly files: CaseFiles;
  readonly codeVersion: string;
}

/**
 * Appends what was decided, right after the revision it was decided on. Throws WrongExpectedRevision when the case has moved on,
 * DuplicateEventId when the command id was used elsewhere, and the store's other errors.
 */
export async function writeCase(
  { store, keys, files, codeVersion }: CaseWriter,
  file: CaseFile,
  personId: string,
  events: readonly DomainEvent[],
  law: LawRevisions,
  request: CommandRequest,
): Promise<CommandOutcome> {
  const { commandId, correlationId, actor, name, input } = request;
  await keys.load([personId]);
  const written = writeEvents(
    keys,
    events,
    { stream: file.stream, after: file.revision, previousHash: file.hash, personId, idOf: (index) => eventId(commandId, index) },
    { commandId, correlationId, actor, recordedAt: notBefore(file.recordedAt, recordedTime(request.now)), law, codeVersion },
    { name, input },
  );
  const expected = file.revision < 0 ? 'no-stream' : file.revision;
  await store.append(
    file.stream,
    expected,
    written.map(({ stored }) => stored),
  );
  const opened = written.map((event) => event.opened);
  files.keep(advance(file, opened));
  return accepted(file.caseId, opened, false);
}
