import type { OpenedEvent, RatesBook } from '@kvp/deciding';
import type { RecordedEvent } from '@kvp/event-store';
import type { Folded } from './fold-cache.ts';
import { LineStopped } from './line-stopped.ts';
import { isOutage } from './outage.ts';
import type { DetailRow, Projection } from './projection.ts';

type Streams = Pick<Projection, 'streams'>;

const CASE_STREAM = 'case-';

/** Whether a read model is made of the event: of the streams of cases, or of another kind that is named by a case too. */
export const isFoldedBy = ({ streams = CASE_STREAM }: Streams, { stream }: RecordedEvent): boolean => stream.startsWith(streams);
export const streamOf = ({ streams = CASE_STREAM }: Streams, caseId: string): string => streams + caseId;
export const caseIdOf = ({ streams = CASE_STREAM }: Streams, stream: string): string => stream.slice(streams.length);

/** What the engine needs in order to read the log. */
export interface LogReader {
  /** Unseals and upcasts. Throws for an event that this code does not know, or that does not open. */
  readonly open: (events: readonly RecordedEvent[]) => Promise<readonly OpenedEvent[]>;
  /** Whether an event type of a stream that is not folded is known at all. */
  readonly knows: (type: string) => boolean;
}

/** A case after some more of its events. */
export interface CaseChange<State> extends Folded<State> {
  /** Rows that the events add. */
  readonly added: readonly DetailRow[];
  /** Whether the rows that follow from the state have to be written anew. */
  readonly replaced: boolean;
}

/**
 * Folds the next events of one case. Those that the case holds already are left out (undefined when that is all of them). Throws
 * RangeError for a hole in the stream.
 */
export function foldCase<State>(
  { fold, details }: Projection<State>,
  before: Folded<State> | undefined,
  events: readonly OpenedEvent[],
  rates: RatesBook,
): CaseChange<State> | undefined {
  let { revision, state } = before ?? { revision: -1, state: fold.initial };
  const started = revision;
  let replaced = false;
  const added: DetailRow[] = [];
  for (const event of events) {
    if (event.revision <= revision) continue;
    if (event.revision !== revision + 1) throw new RangeError(`Revision ${revision + 1} of the case is missing.`);
    const after = fold.evolve(state, event);
    if (details?.write === 'add') added.push(...details.rowsOf(state, event, after, rates));
    if (details?.write === 'replace') replaced ||= details.changed(state, after);
    revision = event.revision;
    state = after;
  }
  return revision === started ? undefined : { revision, state, added, replaced };
}

/** The first event, in log order, that cannot be handled: found by trying one after the other, which only a failure asks for. */
export async function findFailure<State>(
  projection: Projection<State>,
  reader: LogReader,
  events: readonly RecordedEvent[],
  rates: RatesBook,
  before: (stream: string) => Folded<State> | undefined,
): Promise<LineStopped> {
  const cases = new Map<string, Folded<State>>();
  for (const event of events) {
    try {
      if (!isFoldedBy(projection, event)) {
        requireKnown(reader, event);
        continue;
      }
      const { stream } = event;
      const change = foldCase(projection, cases.get(stream) ?? before(stream), await reader.open([event]), rates);
      if (change !== undefined) cases.set(stream, change);
    } catch (error) {
      if (isOutage(error)) throw error;
      const { stream, revision, type, version, position } = event;
      return new LineStopped(projection.name, { stream, revision, event: { type, version, position } }, error);
    }
  }
  throw new Error(`${projection.name} failed on ${events.length} events together, and on none of them alone.`);
}

/** Throws TypeError for an event of another stream that this code does not know. */
export function requireKnown(reader: LogReader, { type }: RecordedEvent): void {
  if (!reader.knows(type)) throw new TypeError(`Event type ${type} is not known.`);
}
