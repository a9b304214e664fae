import { DuplicateEventId, OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { EventStoreError } from '../errors.ts';
import type { AppendResult, ExpectedRevision } from '../port.ts';
import { toPosition } from '../position.ts';
import { firstRevision } from '../repeat.ts';
import { bytesOf } from '../validate.ts';
import type { WrittenEvent } from '../validate.ts';
import { AppendQueue, GROUP_SIZE } from './append-queue.ts';
import type { PendingAppend } from './append-queue.ts';
import { asError, codeOf, gaveWay, isOpen, NoConnection, UNIQUE_VIOLATION } from './failures.ts';
import { NO_STREAM } from './schema.ts';
import type { Query, Sessions } from './sessions.ts';
import { textArray } from './text-array.ts';

interface Append extends PendingAppend {
  /** When its time is over, as of `performance.now()`. */
  readonly deadline: number;
  resolve(result: AppendResult): void;
  reject(error: EventStoreError): void;
}

export interface AppenderOptions {
  readonly sessions: Sessions;
  readonly timeoutMs: number;
  /** How long a session waits for the lock of all writers before it gives way. */
  readonly lockWaitMs: number;
  /** Makes sure that the tables are there. */
  readonly prepare: () => Promise<void>;
  /** What a refused append is: the result of the first time, or an error. */
  readonly judge: (append: PendingAppend, actual: ExpectedRevision) => Promise<AppendResult>;
}

/**
 * Two groups are on their way at once: one is being committed while the next one is written and waits for the lock. The second goes when it
 * is full, or when the first takes long; until then more gather in it, and each transaction has its price.
 */
export const WRITERS = 2;
const LONG_MS = 20;

/** Turns of the event loop that are waited for more. */
const MOST_TURNS = 4;

const MARGIN = 1.1;

/** Sends the appends of this process in groups, each one statement and one commit. */
export class Appender {
  private readonly queue = new AppendQueue<Append>();
  private running = 0;
  /** Groups that were sent a moment ago. */
  private readonly fresh = new Set<readonly Append[]>();
  private isDue = false;
  private idle: (() => void) | undefined;

  constructor(private readonly options: AppenderOptions) {}

  append(stream: string, expected: ExpectedRevision, events: readonly WrittenEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const bytes = events.reduce((sum, event) => sum + bytesOf(event), 0);
      const append: Append = {
        ...{ stream, expected, events, bytes, open: false, unanswered: 0, alone: false, settled: false },
        deadline: performance.now() + this.options.timeoutMs,
        resolve: (result) => settle(() => resolve(result)),
        reject: (error) => settle(() => reject(error)),
      };
      const timer = setTimeout(() => append.reject(late(append)), this.options.timeoutMs);
      const settle = (tell: () => void): void => {
        append.settled = true;
        clearTimeout(timer);
        tell();
      };
      this.queue.add(append);
      this.soon();
    });
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    if (this.running > 0 || this.isDue) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  /** After this turn of the event loop: what is decided in one turn goes in one group. */
  private soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.gather(0);
  }

  /** While each turn brings more, they are waited for: under load a group then holds dozens, and alone none waits. */
  private gather(turns: number): void {
    const before = this.queue.length;
    setImmediate(() => {
      const { length } = this.queue;
      if (length > before && length < GROUP_SIZE && turns < MOST_TURNS) this.gather(turns + 1);
      else this.pump();
    });
  }

  private pump(): void {
    this.isDue = false;
    while (this.mayGo()) {
      const group = this.queue.take();
      if (group.length === 0) break;
      this.running += 1;
      this.fresh.add(group);
      const long = setTimeout(() => {
        this.fresh.delete(group);
        this.soon();
      }, LONG_MS);
      void this.send(group).finally(() => {
        clearTimeout(long);
        this.fresh.delete(group);
        this.queue.done(group);
        this.running -= 1;
        this.soon();
      });
    }
    if (this.running === 0) this.idle?.();
  }

  private mayGo(): boolean {
    return this.running < WRITERS && (this.fresh.size === 0 || this.queue.length >= GROUP_SIZE);
  }

  /** Never rejects: every outcome is told to the appends. */
  private async send(group: readonly Append[]): Promise<void> {
    try {
      await this.options.prepare();
      let sent: readonly Append[] = [];
      const send = (): Query => {
        // Whoever was told meanwhile that nothing was written must stay right.
        sent = group.filter(({ settled }) => !settled);
        for (const append of sent) append.open = true;
        return statement(sent);
      };
      const answers = await this.options.sessions.run<Answer>(send, this.options.timeoutMs);
      await Promise.all(answers.map(([number, found, position]) => this.tell(sent[number - 1], found, position)));
    } catch (error) {
      this.failed(group, error);
    }
  }

  private async tell(append: Append | undefined, found: number, position: string | null): Promise<void> {
    if (append === undefined || append.settled) return;
    if (position !== null) {
      return append.resolve({ revision: found + append.events.length, position: toPosition(position), repeated: false });
    }
    try {
      append.resolve(await this.options.judge(append, found === NO_STREAM ? 'no-stream' : found));
    } catch (error) {
      append.reject(error as EventStoreError);
    }
  }

  private failed(group: readonly Append[], error: unknown): void {
    if (error instanceof NoConnection) {
      // Whoever waits would find the same: all are told now, rather than each after its time.
      for (const append of [...group, ...this.queue.drain()]) append.reject(unreached(append, error));
    } else if (isOpen(error)) {
      // Sent again, it is found to be there or is carried out now: the ids tell.
      for (const append of group) append.unanswered += 1;
      for (const append of group.filter(({ unanswered }) => unanswered > 1)) append.reject(late(append, error));
      this.queue.putBack(group.filter(({ settled }) => !settled));
    } else {
      this.refused(group, error);
    }
  }

  /** The server said no: this sending wrote nothing. */
  private refused(group: readonly Append[], error: unknown): void {
    for (const append of group) append.open = append.unanswered > 0;
    const [append] = group;
    if (gaveWay(error)) {
      // Sent only if it can give way once more in time: then it is known that nothing was written.
      const tooLate = performance.now() + this.options.lockWaitMs * MARGIN;
      for (const one of group.filter(({ deadline }) => deadline < tooLate)) one.reject(unreached(one, error));
      this.queue.putBack(group.filter(({ settled }) => !settled));
    } else if (group.length > 1) {
      for (const one of group) one.alone = true;
      this.queue.putBack(group);
    } else if (append !== undefined) {
      append.reject(codeOf(error) === UNIQUE_VIOLATION ? new DuplicateEventId(append.stream) : unreached(append, error));
    }
  }
}

type Answer = [number: number, found: number, position: string | null];

function statement(group: readonly Append[]): Query {
  const rows = group.flatMap(({ events, expected }, n) =>
    events.map((event, k) => ({ event, owner: n + 1, revision: firstRevision(expected) + k })),
  );
  const values = [
    textArray(group.map(({ stream }) => stream)),
    group.map(({ expected }) => (expected === 'no-stream' ? NO_STREAM : expected)),
    rows.map(({ owner }) => owner),
    rows.map(({ revision }) => revision),
    rows.map(({ event }) => event.id),
    textArray(rows.map(({ event }) => event.type)),
    rows.map(({ event }) => event.version),
    textArray(rows.map(({ event }) => event.data)),
    textArray(rows.map(({ event }) => event.sealed)),
    textArray(rows.map(({ event }) => event.metadata)),
  ];
  return { name: 'append', text: 'select * from log.append_1($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', values, rowMode: 'array' };
}

const late = (append: Append, cause?: unknown): EventStoreError =>
  append.open
    ? new OutcomeUnknown(`PostgreSQL did not say whether the append to ${append.stream} was carried out.`, { cause })
    : new StoreUnavailable(`The append to ${append.stream} was not sent: PostgreSQL did not take it in time.`, { cause });

const unreached = (append: Append, cause: unknown): EventStoreError =>
  append.open
    ? new OutcomeUnknown(`The connection was lost, and whether the append to ${append.stream} was carried out is not known.`, { cause })
    : new StoreUnavailable(`The append to ${append.stream} was not carried out: ${asError(cause).message}`, { cause });
