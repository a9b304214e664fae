import { type CaseState, evolveBy, initialState } from '@kvp/lifecycle';
import { GENESIS } from '@kvp/proof';
import type { OpenedEvent } from '../envelope/opened-event.ts';

/** Where the events of a command stand in its case. */
export interface CommandSpan {
  readonly first: number;
  readonly last: number;
}

/** A case as it was last read: its state, and what is needed to write the next event. */
export interface CaseFile {
  readonly caseId: string;
  readonly stream: string;
  /** -1 when nothing is written. */
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string | null;
  readonly state: CaseState;
  /** Later files of a case share one growing map of its commands: ask `spanOf`. */
  readonly commands: Map<string, CommandSpan>;
}

export const caseStream = (caseId: string): string => `case-${caseId}`;

/** The file of a case that is not written yet: its first event opens the stream. */
export function emptyFile(caseId: string): CaseFile {
  return { caseId, stream: caseStream(caseId), revision: -1, hash: GENESIS, recordedAt: null, state: initialState, commands: new Map() };
}

/** Where a command stands in the case as this file has it: not what has been written since. Undefined when it is not there. */
export function spanOf({ commands, revision }: CaseFile, commandId: string): CommandSpan | undefined {
  const span = commands.get(commandId);
  return span !== undefined && span.first <= revision ? span : undefined;
}

/** The file after further events of the same stream, in order. Events that it holds already are passed over. */
export function advance(before: CaseFile, events: readonly OpenedEvent[]): CaseFile {
  const news = events.filter(({ revision }) => revision > before.revision);
  const last = news.at(-1);
  if (last === undefined) return before;
  const { caseId, stream, commands } = before;
  let { state } = before;
  for (const { event, metadata, revision } of news) {
    state = evolveBy(state, event, metadata.actor.id);
    commands.set(metadata.commandId, { first: commands.get(metadata.commandId)?.first ?? revision, last: revision });
  }
  return { caseId, stream, revision: last.revision, hash: last.metadata.hash, recordedAt: last.metadata.recordedAt, state, commands };
}
