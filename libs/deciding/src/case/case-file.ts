import { type CaseState, evolve, initialState } from '@kvp/lifecycle';
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
  readonly spanOf: (commandId: string) => CommandSpan | undefined;
}

export const caseStream = (caseId: string): string => `case-${caseId}`;

/** The file of a case that is not written yet: its first event opens the stream. */
export function emptyFile(caseId: string): CaseFile {
  return file({ caseId, stream: caseStream(caseId), revision: -1, hash: GENESIS, recordedAt: null, state: initialState }, new Map());
}

const spans = new WeakMap<CaseFile, Map<string, CommandSpan>>();

/** Later files of a case share one growing map of its commands; each sees only what stands at or before its own revision. */
function file(facts: Omit<CaseFile, 'spanOf'>, commands: Map<string, CommandSpan>): CaseFile {
  const made: CaseFile = {
    ...facts,
    spanOf: (commandId) => {
      const span = commands.get(commandId);
      return span !== undefined && span.first <= facts.revision ? span : undefined;
    },
  };
  spans.set(made, commands);
  return made;
}

/** The file after further events of the same stream, in order. Events that it holds already are passed over. */
export function advance(before: CaseFile, events: readonly OpenedEvent[]): CaseFile {
  const news = events.filter(({ revision }) => revision > before.revision);
  const last = news.at(-1);
  if (last === undefined) return before;
  const commands = spans.get(before) ?? new Map<string, CommandSpan>();
  let { state } = before;
  for (const { event, metadata, revision } of news) {
    state = evolve(state, event);
    commands.set(metadata.commandId, { first: commands.get(metadata.commandId)?.first ?? revision, last: revision });
  }
  const { caseId, stream } = before;
  return file({ caseId, stream, revision: last.revision, hash: last.metadata.hash, recordedAt: last.metadata.recordedAt, state }, commands);
}
