import { Bell } from '../bell.ts';
import type { JsonObject, RecordedEvent } from '../port.ts';
import { toPosition } from '../position.ts';
import type { WrittenEvent } from '../validate.ts';

interface Entry {
  readonly stream: string;
  readonly revision: number;
  readonly place: number;
  readonly event: WrittenEvent;
}

/** A log in memory. Events are kept as text, as a server keeps them: nobody can change what was stored. */
export class InMemoryLog {
  readonly bell = new Bell();
  private readonly entries: Entry[] = [];
  private readonly streams = new Map<string, Entry[]>();
  private readonly ids = new Set<string>();

  get size(): number {
    return this.entries.length;
  }

  /** The last revision of a stream; -1 when there is none. */
  headOf(stream: string): number {
    return (this.streams.get(stream)?.length ?? 0) - 1;
  }

  holds(id: string): boolean {
    return this.ids.has(id);
  }

  /** Adds at the end of a stream. @returns the place of the last event */
  add(stream: string, events: readonly WrittenEvent[]): number {
    const entries = this.streams.get(stream) ?? [];
    this.streams.set(stream, entries);
    for (const event of events) {
      const entry = { stream, revision: entries.length, place: this.entries.length + 1, event };
      entries.push(entry);
      this.entries.push(entry);
      this.ids.add(event.id);
    }
    this.bell.ring();
    return this.entries.length;
  }

  streamFrom(stream: string, revision: number, limit: number): RecordedEvent[] {
    return (this.streams.get(stream) ?? []).slice(revision, revision + limit).map(recorded);
  }

  /** Events after a place, the first place being 1. */
  allFrom(after: number, limit: number): RecordedEvent[] {
    return this.entries.slice(after, after + limit).map(recorded);
  }
}

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject;

const recorded = ({ stream, revision, place, event }: Entry): RecordedEvent => ({
  id: event.id,
  type: event.type,
  version: event.version,
  data: parse(event.data),
  sealed: event.sealed === null ? null : parse(event.sealed),
  metadata: parse(event.metadata),
  stream,
  revision,
  position: toPosition(place),
});
