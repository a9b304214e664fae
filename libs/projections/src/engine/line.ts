import type { Rates } from '@kvp/deciding';
import type { EventStore, Position, RecordedEvent } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { LogReader } from './batch.ts';
import { Folder } from './folder.ts';
import type { LineMemory } from './memory.ts';
import type { Projection } from './projection.ts';
import type { ReadModelVersion } from './registry.ts';
import { readCases } from './rows.ts';
import type { WriterSession } from './session.ts';
import { writeBatch } from './writer.ts';

/** Events of one page of the log. */
const PAGE = 1_000;

/** Where a line has come. */
export interface Progress {
  readonly position: Position | null;
  /** Events of the log from its beginning. */
  readonly handled: number;
  /** True when at the last look nothing came after `position`. */
  readonly caughtUp: boolean;
}

export interface LineOptions<State> {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly reader: LogReader;
  readonly rates: Rates;
  readonly memory: LineMemory;
  readonly projection: Projection<State>;
  readonly session: WriterSession;
  /** The version that it writes, and where it begins. */
  readonly from: ReadModelVersion;
  /** Events in one transaction while it is behind; what is folded in memory meanwhile is written once. */
  readonly batchSize: number;
  /** Where it ends: at the end of the log as it is then, or exactly at a position. With neither, when the signal aborts. */
  readonly until?: Position | 'caught-up';
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Follows the log and keeps one version of a read model. The next events are read, opened and folded while the ones before are
 * written. Throws LineStopped for an event that cannot be handled, after all before it are written; for a case whose rows cannot be
 * made, with nothing of its batch written; and any error of an outage.
 */
export async function followLog<State>(options: LineOptions<State>): Promise<Progress> {
  const { store, until, from, signal } = options;
  const line = new Line(options);
  if (typeof until === 'string' && until !== 'caught-up' && from.position !== null && from.position >= until) return line.progress;
  const leave = new AbortController();
  const after = from.position === null ? {} : { after: from.position };
  try {
    for await (const page of store.subscribeAll({ ...after, signal: AbortSignal.any([signal, leave.signal]), pageSize: PAGE })) {
      const { events, reached } = upTo(until, page.events, page.caughtUp);
      await line.handle(events, page.caughtUp && events.length === page.events.length, reached);
      if (reached) break;
    }
    await line.written();
  } finally {
    leave.abort();
    await line.settled();
  }
  return line.progress;
}

/** The events of a page that are wanted, and whether the end is reached with them. */
function upTo(until: LineOptions<never>['until'], events: readonly RecordedEvent[], caughtUp: boolean) {
  if (until === undefined) return { events, reached: false };
  if (until === 'caught-up') return { events, reached: caughtUp };
  const wanted = events.filter(({ position }) => position <= until);
  return { events: wanted, reached: wanted.length < events.length || wanted.at(-1)?.position === until };
}

class Line<State> {
  progress: Progress;
  readonly #folder: Folder<State>;
  /** Where the log is folded to; the rows follow. */
  #folded: Position | null;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: LineOptions<State>) {
    const { projection, from, session } = options;
    this.progress = { position: from.position, handled: from.handled, caughtUp: false };
    this.#folded = from.position;
    this.#folder = new Folder(options, async (caseIds) => {
      await this.written();
      return session.run((db) => readCases(db, projection, from.version, options.keys, caseIds));
    });
  }

  /** Folds events, and writes when it is time. `last`: nothing comes after them that this line waits for. */
  async handle(events: readonly RecordedEvent[], caughtUp: boolean, last: boolean): Promise<void> {
    const stopped = events.length === 0 ? undefined : await this.#folder.add(events);
    const settle = caughtUp || last || stopped !== undefined;
    if (!settle && !this.#folder.full && this.#folder.events < this.options.batchSize) return;
    await this.#write(caughtUp && stopped === undefined);
    if (settle) await this.written();
    if (stopped !== undefined) throw stopped;
    if (caughtUp && !this.progress.caughtUp) this.#report({ ...this.progress, caughtUp });
  }

  /** Throws what the last write threw. */
  written(): Promise<void> {
    return this.#writing;
  }

  async settled(): Promise<void> {
    await Promise.allSettled([this.#writing]);
  }

  async #write(caughtUp: boolean): Promise<void> {
    const folding = await this.#folder.take();
    await this.written();
    if (folding === null) return;
    const { to, events, tables } = folding;
    const { session, from } = this.options;
    const step = { from: this.#folded, to, events };
    this.#folded = to;
    this.#writing = session
      .run((db) => writeBatch(db, from, step, tables))
      .then(() => this.#report({ position: to, handled: this.progress.handled + events, caughtUp }));
    // Whoever awaits the next write hears of a failure; until then it is not unhandled.
    this.#writing.catch(() => undefined);
  }

  #report(progress: Progress): void {
    this.progress = progress;
    this.options.onProgress?.(progress);
  }
}
