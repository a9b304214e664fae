import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** An event as the server keeps it: bytes, and where they are. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
  readonly stream: string;
  readonly revision: number;
  /** Offset in the log, growing with gaps as on the real server; commit and prepare position alike. */
  readonly position: number;
}

export type Proposed = Pick<StoredEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Outcome =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-revision'; readonly actual: number | 'no-stream' };

/** The log: all events in one order, kept in a file when one is given, so that it outlives the process. */
export class DoubleLog {
  readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly file?: string) {
    if (file === undefined || !existsSync(file)) return;
    // A line without its end is an append that was never acknowledged.
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines) for (const event of JSON.parse(line) as Stored[]) this.keep(revive(event));
  }

  stream(name: string): readonly StoredEvent[] | undefined {
    return this.streams.get(name);
  }

  /**
   * Appends at the exact revision (-1 for no stream). As on the real server, the same ids at the same place succeed again with the
   * first result, and what they carry is not looked at.
   */
  append(stream: string, expected: number, events: readonly Proposed[]): Outcome {
    const there = this.streams.get(stream) ?? [];
    const head = there.length - 1;
    if (head !== expected) return repeated(there, expected, events) ?? { kind: 'wrong-revision', actual: head < 0 ? 'no-stream' : head };

    const offset = this.all.at(-1)?.position ?? 0;
    let position = offset;
    const stored = events.map((event, n) => {
      position += 100 + event.data.length + event.metadata.length;
      return { ...event, stream, revision: head + 1 + n, position };
    });
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(stored.map(dry))}\n`);
    stored.forEach((event) => this.keep(event));
    this.wake();
    return { kind: 'stored', revision: head + stored.length, position };
  }

  /** Resolves at the next append or `wake`. */
  grown(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
    });
  }

  wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private keep(event: StoredEvent): void {
    this.all.push(event);
    const stream = this.streams.get(event.stream);
    if (stream === undefined) this.streams.set(event.stream, [event]);
    else stream.push(event);
  }
}

function repeated(there: readonly StoredEvent[], expected: number, events: readonly Proposed[]): Outcome | undefined {
  const last = there[expected + events.length];
  const same = events.every((event, n) => there[expected + 1 + n]?.id === event.id);
  return same && last !== undefined ? { kind: 'stored', revision: last.revision, position: last.position } : undefined;
}

type Stored = Omit<StoredEvent, 'data' | 'metadata'> & { readonly data: string; readonly metadata: string };

const dry = (event: StoredEvent): Stored => ({
  ...event,
  data: event.data.toString('base64'),
  metadata: event.metadata.toString('base64'),
});

const revive = (event: Stored): StoredEvent => ({
  ...event,
  data: Buffer.from(event.data, 'base64'),
  metadata: Buffer.from(event.metadata, 'base64'),
});
