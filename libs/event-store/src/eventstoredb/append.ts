import type { AppendResult as ServerResult, WrongExpectedVersionError } from '@eventstore/db-client';
import { AppendTooLarge, OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { AppendResult, ExpectedRevision, NewEvent, Position, RecordedEvent } from '../port.ts';
import { firstRevision, repeatOrConflict } from '../repeat.ts';
import { bytesOf, validateAppend, type WrittenEvent } from '../validate.ts';
import type { Connection } from './connection.ts';
import { toPosition } from './position.ts';
import type { Reader } from './reader.ts';
import { toServer } from './stored-form.ts';
import { troubleOf } from './trouble.ts';

/** One append on its way, as all steps need it. */
interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly written: readonly WrittenEvent[];
}

/** Appends for one store; errors and results as the port has them. */
export class Appender {
  private looking: Promise<Position | null> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly reader: Reader,
    private readonly timeoutMs: number,
  ) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const append = { stream, expected, written: validateAppend(stream, events, expected) };
    const proposed = append.written.map(toServer);
    // The server answers the second of two equal appends at one moment late or not at all.
    return this.connection.oneByOne(`${stream} ${proposed[0]?.id ?? ''}`, async () => {
      const seen = this.connection.seen ?? (await this.lookAtHead());
      try {
        const revision = expected === 'no-stream' ? 'no_stream' : BigInt(expected);
        const result = await this.connection.append(stream, revision, proposed, this.timeoutMs, () => this.late(stream));
        this.connection.succeeded();
        return await this.succeeded(append, result, seen);
      } catch (error) {
        return await this.failed(append, error);
      }
    });
  }

  /** Where the log ended before the first append of this process, so that what was stored before is known as such. Asked once. */
  private lookAtHead(): Promise<Position | null> {
    this.looking ??= this.reader.headOfLog().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /**
   * Ids that are there at the place succeed with the first result, and nothing says so but the position: what is not after all that was
   * known before the call was not written by it.
   */
  private async succeeded({ stream }: Append, result: ServerResult, seen: Position | null): Promise<AppendResult> {
    const revision = Number(result.nextExpectedRevision);
    const position = result.position === undefined ? await this.positionAt(stream, revision) : toPosition(result.position);
    this.connection.note(position);
    return { revision, position, repeated: seen !== null && position <= seen };
  }

  private async failed(append: Append, error: unknown): Promise<AppendResult> {
    if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) throw error;
    const { stream, written } = append;
    const trouble = troubleOf(error);
    switch (trouble) {
      case 'conflict':
        return this.conflict(append, actualOf(error as WrongExpectedVersionError));
      case 'server-timeout':
        return this.lookAgain(append, error);
      case 'too-large':
        throw new AppendTooLarge(
          stream,
          written.reduce((sum, event) => sum + bytesOf(event), 0),
        );
      case 'not-sent':
      case 'not-leader':
      case 'not-allowed':
      case 'stream-missing':
        throw new StoreUnavailable(`The event store did not take an append to ${stream} (${trouble}).`, { cause: error });
      case 'lost':
      case 'unknown':
        if (trouble === 'unknown') this.connection.failed();
        throw new OutcomeUnknown(`The event store did not confirm an append to ${stream} (${trouble}).`, { cause: error });
    }
  }

  /** The stream is elsewhere: because of this very append the first time, or because of another. */
  private async conflict({ stream, expected, written }: Append, actual: ExpectedRevision): Promise<AppendResult> {
    const first = firstRevision(expected);
    const there = actual !== 'no-stream' && actual >= first;
    const stored = there ? await this.read(stream, first, written.length) : [];
    return repeatOrConflict(stream, expected, actual, written, stored);
  }

  /** The server gave up: when the stream has moved on, it shows what became of the append; when not, it may yet come. */
  private async lookAgain(append: Append, error: unknown): Promise<AppendResult> {
    const head = await this.reader.headOfStream(append.stream).catch(() => null);
    if (head !== null && head >= firstRevision(append.expected)) return this.conflict(append, head);
    throw new OutcomeUnknown(`The event store gave up an append to ${append.stream}.`, { cause: error });
  }

  private read(stream: string, from: number, limit: number): Promise<RecordedEvent[]> {
    return Array.fromAsync(this.reader.readStream(stream, { from, limit }));
  }

  /** For servers that do not give the position with the answer. */
  private async positionAt(stream: string, revision: number): Promise<Position> {
    const [event] = await this.read(stream, revision, 1).catch(() => []);
    if (event === undefined) throw this.late(stream);
    return event.position;
  }

  private late(stream: string): OutcomeUnknown {
    return new OutcomeUnknown(`The event store did not answer an append to ${stream} within ${this.timeoutMs} ms.`);
  }
}

const actualOf = ({ actualVersion }: WrongExpectedVersionError): ExpectedRevision =>
  typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream';
