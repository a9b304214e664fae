import { StoreUnavailable, StreamNotFound } from '../errors.ts';
import type { JsonObject, Position, ReadOptions, RecordedEvent } from '../port.ts';
import { fromPosition, toPosition } from '../position.ts';
import { asError } from './failures.ts';
import type { Sessions } from './sessions.ts';

export interface ReaderOptions {
  readonly sessions: Sessions;
  readonly timeoutMs: number;
  readonly prepare: () => Promise<void>;
}

type Row = [string, string, number, string, string, number, string, string | null, string];

const COLUMNS = 'position, stream, revision, id, type, version, data, sealed, metadata';
const BEFORE_ALL = '0';
const LAST_REVISION = 2 ** 31 - 1;
const PAGE = 1_000;

/** Reads pages of events. Every failure is StoreUnavailable: a read can always be done again. */
export class Reader {
  constructor(private readonly options: ReaderOptions) {}

  /** Events of the log after a position. */
  logAfter(position: Position | undefined, limit: number): Promise<RecordedEvent[]> {
    const after = position === undefined ? BEFORE_ALL : fromPosition(position);
    return this.events('log', `select ${COLUMNS} from log.event where position > $1 order by position limit $2`, [after, limit]);
  }

  /** Events of a stream from a revision on, upwards. */
  streamFrom(stream: string, revision: number, limit: number): Promise<RecordedEvent[]> {
    const text = `select ${COLUMNS} from log.event where stream = $1 and revision >= $2 order by revision limit $3`;
    return this.events('forwards', text, [stream, revision, limit]);
  }

  /** Events of a stream from a revision on, downwards. */
  streamDownFrom(stream: string, revision: number, limit: number): Promise<RecordedEvent[]> {
    const text = `select ${COLUMNS} from log.event where stream = $1 and revision <= $2 order by revision desc limit $3`;
    return this.events('backwards', text, [stream, revision, limit]);
  }

  /**
   * A stream, page by page.
   *
   * @throws StreamNotFound when it does not exist
   */
  async *stream(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadOptions,
  ): AsyncGenerator<RecordedEvent, void, void> {
    const forwards = direction === 'forwards';
    let next = from ?? (forwards ? 0 : LAST_REVISION);
    for (let left = limit; left > 0; left -= PAGE) {
      const size = Math.min(left, PAGE);
      const page = await (forwards ? this.streamFrom(stream, next, size) : this.streamDownFrom(stream, next, size));
      yield* page;
      const last = page.at(-1);
      if (last === undefined && left === limit && (await this.headOfStream(stream)) === null) throw new StreamNotFound(stream);
      if (last === undefined || page.length < size) return;
      next = last.revision + (forwards ? 1 : -1);
    }
  }

  async headOfLog(): Promise<Position | null> {
    const [row] = await this.rows<[string]>('head', 'select position from log.head', []);
    return row === undefined || row[0] === BEFORE_ALL ? null : toPosition(row[0]);
  }

  async headOfStream(stream: string): Promise<number | null> {
    const text = 'select revision from log.event where stream = $1 order by revision desc limit 1';
    const [row] = await this.rows<[number]>('stream-head', text, [stream]);
    return row?.[0] ?? null;
  }

  private async events(name: string, text: string, values: unknown[]): Promise<RecordedEvent[]> {
    return (await this.rows<Row>(name, text, values)).map(recorded);
  }

  private async rows<R extends unknown[]>(name: string, text: string, values: unknown[]): Promise<R[]> {
    const { prepare, sessions, timeoutMs } = this.options;
    try {
      await prepare();
      return await sessions.run<R>({ name, text, values, rowMode: 'array' }, timeoutMs);
    } catch (cause) {
      throw new StoreUnavailable(`The event store could not be read: ${asError(cause).message}`, { cause });
    }
  }
}

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject;

const recorded = ([position, stream, revision, id, type, version, data, sealed, metadata]: Row): RecordedEvent => ({
  id,
  type,
  version,
  data: parse(data),
  sealed: sealed === null ? null : parse(sealed),
  metadata: parse(metadata),
  stream,
  revision,
  position: toPosition(position),
});
