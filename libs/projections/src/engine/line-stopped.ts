import type { Position } from '@kvp/event-store';
import { framesOf, kindOf } from './what-failed.ts';

/** The event that cannot be handled, or the case whose rows cannot be made. */
export interface StoppedAt {
  readonly stream: string;
  readonly revision: number;
  /** Of the event; undefined when it is the rows of the case that fail. */
  readonly event?: { readonly type: string; readonly version: number; readonly position: Position };
}

/**
 * Something in the log that this code cannot handle. The line stands before it until code comes that can: nothing is skipped.
 * `message` names the place and the kind of error, never what an event holds.
 */
export class LineStopped extends Error {
  readonly frames: string;

  constructor(
    readonly readModel: string,
    readonly at: StoppedAt,
    cause: unknown,
  ) {
    const what = at.event === undefined ? 'the rows of' : `${at.event.type} (version ${at.event.version}),`;
    super(`${readModel} stops before ${what} revision ${at.revision} of ${at.stream}: ${kindOf(cause)}.`);
    this.frames = framesOf(cause);
  }
}
