import { OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { AppendResult, ExpectedRevision } from '../port.ts';
import { firstRevision, repeatOrConflict } from '../repeat.ts';
import type { PendingAppend } from './append-queue.ts';
import type { Reader } from './reader.ts';

/** Finds out what an append is whose stream was not where it expected it: sent before, or a conflict. */
export function judgeBy(reader: Reader) {
  return async (append: PendingAppend, actual: ExpectedRevision): Promise<AppendResult> => {
    const { stream, expected, events, unanswered } = append;
    try {
      const stored = await reader.streamFrom(stream, firstRevision(expected), events.length);
      return repeatOrConflict(stream, expected, actual, events, stored);
    } catch (error) {
      // It may have been this very append that moved the stream, when its first sending went unanswered.
      if (!(error instanceof StoreUnavailable) || unanswered === 0) throw error;
      throw new OutcomeUnknown(`Whether the append to ${stream} was carried out could not be read.`, { cause: error });
    }
  };
}
