import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@kvp/event-store';
import { type PreparerOptions, type Prepared, createPreparer } from './prepare.ts';
import { EventUnpublishable } from './line-stopped.ts';
import { REQUEST_BYTES, inRequests, pauseFor, tooLarge } from './requests.ts';
import { type Checkpoint, type Publisher, PublishingStopped, RecordTooLarge } from './publisher.ts';

/** How the relay stands. */
export interface RelayStatus {
  readonly state: 'connecting' | 'catching-up' | 'live' | 'waiting' | 'stopped';
  /** Why it waits or has stopped; nothing personal. */
  readonly reason: string | null;
  readonly position: string | null;
  /** Events of the log that are published or never will be, from its beginning. */
  readonly handled: number;
  /** Records committed since this process began. */
  readonly published: number;
  /** Seconds between the recording of the last event that was handled and now; 0 when nothing came after it. */
  readonly lagSeconds: number;
}

export interface RelayOptions extends PreparerOptions {
  /** A new one for every try: after an error a publisher is used up. */
  readonly publisher: () => Publisher;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
  /** Most events in one transaction. */
  readonly batch?: number;
  readonly now?: () => number;
}

const BATCH = 500;

/** Publishes a log: what is there, then what comes, once and in order, through outages, until the signal aborts or it has to stop. */
export class Relay {
  readonly #store: EventStore;
  readonly #prepare: (page: readonly RecordedEvent[]) => Promise<Prepared>;
  #state: RelayStatus['state'] = 'connecting';
  #reason: string | null = null;
  #checkpoint: Checkpoint = { position: null, handled: 0, epoch: 0 };
  #published = 0;
  #lastRecordedAt = 0;
  #tries = 0;
  /** Found only when it was sent: what stands before it in its transaction has to be sent without it. */
  #refused: EventUnpublishable | undefined;
  #requestBytes = REQUEST_BYTES;

  constructor(private readonly options: RelayOptions) {
    this.#store = options.store;
    this.#prepare = createPreparer(options);
  }

  status(): RelayStatus {
    const { position, handled } = this.#checkpoint;
    const now = this.options.now ?? Date.now;
    const lagSeconds = this.#state === 'live' || this.#lastRecordedAt === 0 ? 0 : Math.max(0, (now() - this.#lastRecordedAt) / 1_000);
    return { state: this.#state, reason: this.#reason, position, handled, published: this.#published, lagSeconds };
  }

  /** Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    const over = (): boolean => signal.aborted;
    while (!over()) {
      const publisher = this.options.publisher();
      try {
        await this.#follow(publisher, signal);
      } catch (error) {
        if (over()) return;
        if (this.#isNews(error)) continue;
        if (isFinal(error)) return this.#stop(error);
        this.#set('waiting', kindOf(error));
        this.options.log.warn({ reason: this.#reason, tries: this.#tries }, 'The relay waits and begins again from its checkpoint.');
        await sleep(pauseFor(this.#tries++), undefined, { signal }).catch(() => undefined);
      } finally {
        await publisher.close();
      }
    }
  }

  async #follow(publisher: Publisher, signal: AbortSignal): Promise<void> {
    this.#set('connecting');
    this.#checkpoint = (await publisher.connect()) ?? { position: null, handled: 0, epoch: 0 };
    this.#set('catching-up');
    const leave = new AbortController();
    const { position } = this.#checkpoint;
    const from = position === null ? {} : { after: position as Position };
    let sending: Promise<void> = Promise.resolve();
    try {
      const pages = this.#store.subscribeAll({
        ...from,
        signal: AbortSignal.any([signal, leave.signal]),
        pageSize: this.options.batch ?? BATCH,
      });
      for await (const { events, caughtUp } of pages) {
        // The next records are made while the ones before are on their way.
        const prepared = await this.#prepareUpTo(events);
        await sending;
        sending = this.#publish(publisher, prepared, caughtUp);
        sending.catch(() => undefined);
        if (caughtUp || prepared.stopped !== undefined) await sending;
        if (prepared.stopped !== undefined) throw prepared.stopped;
      }
      await sending;
    } finally {
      leave.abort();
      await Promise.allSettled([sending]);
    }
  }

  async #prepareUpTo(events: readonly RecordedEvent[]): Promise<Prepared> {
    const refused = this.#refused;
    const at = refused === undefined ? -1 : events.findIndex(({ id }) => id === refused.event.id);
    if (refused === undefined || at < 0) return this.#prepare(events);
    return { ...(await this.#prepare(events.slice(0, at))), stopped: refused };
  }

  /** The brokers refused what was sent for its size: once more, in smaller requests, and then as far as the event before the one refused. */
  #isNews(error: unknown): boolean {
    if (error instanceof RecordTooLarge && this.#requestBytes > 1) {
      this.#requestBytes = Math.max(1, Math.floor(this.#requestBytes / 16));
      return true;
    }
    if (!(error instanceof EventUnpublishable) || !(error.cause instanceof RecordTooLarge) || this.#refused !== undefined) return false;
    this.#refused = error;
    return true;
  }

  async #publish(publisher: Publisher, { messages, events }: Prepared, caughtUp: boolean): Promise<void> {
    const last = events.at(-1);
    const { position, handled, epoch } = this.#checkpoint;
    const next = { position: last?.position ?? position, handled: handled + events.length, epoch };
    if (messages.length > 0) {
      await publisher.begin();
      for (const part of inRequests(messages, this.#requestBytes)) await this.#send(publisher, part, events);
      await publisher.commit(next);
      this.#published += messages.length;
      this.#tries = 0;
    }
    // A page without records is taken again after a restart, which costs nothing and changes nothing.
    this.#checkpoint = next;
    if (last !== undefined) this.#lastRecordedAt = Date.parse(last.metadata['recordedAt'] as string);
    this.#set(caughtUp ? 'live' : 'catching-up');
  }

  async #send(publisher: Publisher, part: Prepared['messages'], events: Prepared['events']): Promise<void> {
    try {
      await publisher.send(part);
    } catch (error) {
      if (!(error instanceof RecordTooLarge)) throw error;
      throw tooLarge(part, events, error);
    }
  }

  #stop(error: Error): void {
    this.#set('stopped', error.message);
    this.options.log.error({ reason: error.message }, 'The relay has stopped. Nothing was skipped.');
  }

  #set(state: RelayStatus['state'], reason: string | null = null): void {
    this.#state = state;
    this.#reason = reason;
  }
}

const isFinal = (error: unknown): error is Error => error instanceof EventUnpublishable || error instanceof PublishingStopped;

const kindOf = (error: unknown): string =>
  Error.isError(error) ? `${error.name}${error.name === 'PublisherAway' ? `: ${error.message}` : ''}` : 'unknown';
