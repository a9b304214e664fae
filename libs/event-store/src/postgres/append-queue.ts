import type { ExpectedRevision } from '../port.ts';
import type { WrittenEvent } from '../validate.ts';

/** One append on its way. */
export interface PendingAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly WrittenEvent[];
  readonly bytes: number;
  /** True once it may have been carried out: it was sent, and how that ended is not known. */
  open: boolean;
  /** How often it was sent without an answer. */
  unanswered: number;
  /** True once it was part of a group that failed: it goes alone now. */
  alone: boolean;
  settled: boolean;
}

export const GROUP_SIZE = 32;
const GROUP_BYTES = 2_000_000;
/** How far a group looks past appends whose stream is busy. */
const REACH = 256;

/** Appends that wait, in order. A stream is in one group at a time, so its appends go out in the order they came. */
export class AppendQueue<T extends PendingAppend> {
  private waiting: T[] = [];
  private readonly busy = new Set<string>();

  get length(): number {
    return this.waiting.length;
  }

  add(append: T): void {
    this.waiting.push(append);
  }

  /** Puts appends that have to be sent again before all others. */
  putBack(appends: readonly T[]): void {
    this.waiting.unshift(...appends);
  }

  /** The next group, possibly empty. Its streams are busy until `done`. */
  take(): T[] {
    const group: T[] = [];
    const passed: T[] = [];
    let bytes = 0;
    let next = 0;
    for (; next < this.waiting.length && next < REACH && group.length < GROUP_SIZE; next += 1) {
      const append = this.waiting[next];
      if (append === undefined || append.settled) continue;
      const fits = group.length === 0 || (!append.alone && bytes + append.bytes <= GROUP_BYTES);
      if (this.busy.has(append.stream) || !fits) {
        passed.push(append);
        continue;
      }
      this.busy.add(append.stream);
      bytes += append.bytes;
      group.push(append);
      if (append.alone) {
        next += 1;
        break;
      }
    }
    this.waiting = [...passed, ...this.waiting.slice(next)];
    return group;
  }

  done(group: readonly T[]): void {
    for (const { stream } of group) this.busy.delete(stream);
  }

  /** Empties the queue. */
  drain(): T[] {
    const all = this.waiting;
    this.waiting = [];
    return all;
  }
}
