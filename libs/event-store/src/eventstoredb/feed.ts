import type { RecordedEvent as ServerEvent, ResolvedEvent } from '@eventstore/db-client';

/** A read or a subscription of the client, as far as it is used. */
export interface Call {
  readonly readableLength: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the client declares another listener for each name
  on(event: string, listener: (value: any) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
  cancel?(): Promise<void>;
  unsubscribe?(): Promise<void>;
}

const READ_AHEAD = 1_000;

/**
 * The events of one call as they come, taken in whatever portions are there. Ends its call for certain: leaving a loop over the client's
 * own stream keeps the call open at the server, and a cancelled one says neither end nor error.
 */
export class Feed {
  private readonly buffer: ServerEvent[] = [];
  private received = 0;
  private caughtUpAt = Infinity;
  private error: Error | undefined;
  private over = false;
  private wake: (() => void) | undefined;
  private activeAt = performance.now();

  constructor(
    private readonly call: Call,
    private readonly onClosed: () => void,
  ) {
    call.on('data', ({ event }: ResolvedEvent) => this.receive(event));
    // What the client's stream still holds was sent before the word that there is no more.
    call.on('caughtUp', () => this.note(() => (this.caughtUpAt = this.received + call.readableLength)));
    call.on('fellBehind', () => this.note(() => (this.caughtUpAt = Infinity)));
    call.on('confirmation', () => this.note());
    call.on('end', () => this.note(() => (this.over = true)));
    // Stays on for ever: an error that comes after the end would else end the process.
    call.on('error', (error: Error) => this.fail(error));
  }

  /** True when all was taken that was there when the server last said that there is no more. */
  get caughtUp(): boolean {
    return this.buffer.length === 0 && this.received >= this.caughtUpAt;
  }

  /** How long nothing was heard of the call, in milliseconds. */
  get silentMs(): number {
    return performance.now() - this.activeAt;
  }

  /** Says that the call lives, though it brings nothing. */
  touch(): void {
    this.activeAt = performance.now();
  }

  /**
   * The events that are there, at most `limit`, at least one unless nothing came within `waitMs` or the server caught up.
   *
   * @returns undefined at the end of the call
   * @throws what the call failed with, after all events that came before
   */
  async take(limit: number, waitMs: number): Promise<ServerEvent[] | undefined> {
    if (this.buffer.length === 0) await this.something(waitMs);
    if (this.buffer.length === 0) {
      if (this.error !== undefined) throw this.error;
      return this.over ? undefined : [];
    }
    const events = this.buffer.splice(0, limit);
    if (this.buffer.length < READ_AHEAD) this.call.resume();
    return events;
  }

  /** Lets the call end with this error, once what has come is taken. */
  fail(error: Error): void {
    this.note(() => (this.error ??= error));
  }

  /** Ends the call at the server too. Never fails, and may be called again. */
  close(): void {
    this.note(() => (this.over = true));
    this.buffer.length = 0;
    const { call } = this;
    const cancelled = call.cancel?.() ?? call.unsubscribe?.();
    // A call that never came about has nothing to cancel.
    cancelled?.catch(() => undefined);
    call.destroy();
    this.onClosed();
  }

  /** Without an event there was only a link to one that is gone; links are the server's own. */
  private receive(event: ServerEvent | undefined): void {
    this.received += 1;
    if (event !== undefined) this.buffer.push(event);
    if (this.buffer.length >= READ_AHEAD) this.call.pause();
    this.note();
  }

  private note(change?: () => void): void {
    change?.();
    this.touch();
    this.wake?.();
  }

  /** Resolves when anything happened. One turn later, so that what came in one piece is taken in one piece. */
  private something(waitMs: number): Promise<void> {
    if (this.over || this.error !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), waitMs);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        setImmediate(resolve);
      };
    });
  }
}
