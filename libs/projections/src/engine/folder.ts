import type { KnownRates, OpenedEvent, Rates, RatesBook } from '@kvp/deciding';
import type { Position, RecordedEvent } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { type CaseChange, type LogReader, caseIdOf, findFailure, foldCase, isFoldedBy, requireKnown, streamOf } from './batch.ts';
import { FoldCache, type Folded } from './fold-cache.ts';
import { LineStopped } from './line-stopped.ts';
import type { LineMemory } from './memory.ts';
import { isOutage } from './outage.ts';
import { type Projection, type Row, caseTable } from './projection.ts';
import { caseRow, detailRow, type readCases } from './rows.ts';
import type { TableRows } from './writer.ts';

/** What a case is taken to have in rows that are replaced: two years of months. */
const REPLACED_ROWS = 24;

/** What there is to write since the last time. */
export interface Folding {
  readonly events: number;
  readonly to: Position;
  readonly tables: readonly TableRows[];
}

/** Reads cases from their rows, once everything that was folded before is written. */
export type ReadCases<State> = (caseIds: readonly string[]) => ReturnType<typeof readCases<State>>;

/** What a folder works with. */
export interface FolderParts<State> {
  readonly projection: Projection<State>;
  readonly keys: KeyRing;
  readonly reader: LogReader;
  readonly rates: Rates;
  readonly memory: LineMemory;
}

/** Folds the log into the rows of one read model, in memory. */
export class Folder<State> {
  readonly #written: FoldCache<State>;
  /** By stream, as is what was written. */
  #waiting = new Map<string, CaseChange<State>>();
  #rows = 0;
  #events = 0;
  #to: Position | undefined;

  constructor(
    private readonly parts: FolderParts<State>,
    private readonly read: ReadCases<State>,
  ) {
    this.#written = new FoldCache<State>(parts.memory.cached);
  }

  /** Events folded since rows were last taken. */
  get events(): number {
    return this.#events;
  }

  /** True when it is time to write, whatever else may come. */
  get full(): boolean {
    return this.#rows >= this.parts.memory.rows;
  }

  /** The next events of the log. An event that cannot be handled is named in the answer, and those before it are folded. */
  async add(events: readonly RecordedEvent[]): Promise<LineStopped | undefined> {
    const ofCases = events.filter((event) => isFoldedBy(this.parts.projection, event));
    await this.#readCold(ofCases);
    const rates = await this.parts.rates.book(...ratesRevisions(ofCases));
    try {
      if (ofCases.length < events.length)
        for (const event of events) if (!isFoldedBy(this.parts.projection, event)) requireKnown(this.parts.reader, event);
      this.#keep(events, this.#changes(await this.parts.reader.open(ofCases), rates));
      return undefined;
    } catch (error) {
      if (isOutage(error)) throw error;
      const stopped = await findFailure(this.parts.projection, this.parts.reader, events, rates, (stream) => this.#get(stream));
      const handled = events.slice(
        0,
        events.findIndex(({ position }) => position === stopped.at.event?.position),
      );
      const opened = await this.parts.reader.open(handled.filter((event) => isFoldedBy(this.parts.projection, event)));
      this.#keep(handled, this.#changes(opened, rates));
      return stopped;
    }
  }

  #get(stream: string): Folded<State> | undefined {
    return this.#waiting.get(stream) ?? this.#written.get(stream);
  }

  #changes(opened: readonly OpenedEvent[], rates: RatesBook): [string, CaseChange<State>][] {
    const changes: [string, CaseChange<State>][] = [];
    for (const [stream, events] of Map.groupBy(opened, (event) => event.stream)) {
      const change = foldCase(this.parts.projection, this.#get(stream), events, rates);
      if (change !== undefined) changes.push([stream, change]);
    }
    return changes;
  }

  #keep(events: readonly RecordedEvent[], changes: readonly [string, CaseChange<State>][]): void {
    for (const [stream, change] of changes) {
      const waiting = this.#waiting.get(stream);
      this.#rows += change.added.length + (waiting === undefined ? 1 : 0);
      if (change.replaced && waiting?.replaced !== true) this.#rows += REPLACED_ROWS;
      this.#waiting.set(stream, waiting === undefined ? change : merged(waiting, change));
    }
    this.#events += events.length;
    this.#to = events.at(-1)?.position ?? this.#to;
  }

  /** A case that begins here has no row to read, unless the log is read again from before: then its first events are left out. */
  async #readCold(events: readonly RecordedEvent[]): Promise<void> {
    const seen = new Set<string>();
    const cold: string[] = [];
    for (const { stream, revision } of events) {
      if (seen.has(stream)) continue;
      seen.add(stream);
      if (revision > 0 && this.#get(stream) === undefined) cold.push(caseIdOf(this.parts.projection, stream));
    }
    if (cold.length === 0) return;
    for (const [caseId, { size, ...folded }] of await this.read(cold))
      this.#written.set(streamOf(this.parts.projection, caseId), folded, size);
  }

  /** The rows of everything folded since the last time; null when there is nothing. Throws LineStopped when rows cannot be made. */
  async take(): Promise<Folding | null> {
    if (this.#to === undefined || this.#events === 0) return null;
    const { projection, keys } = this.parts;
    const changes = this.#waiting;
    const owners = [...changes.values()].map(({ state }) => projection.fold.ownerOf(state));
    await keys.load(owners.flatMap((owner) => owner?.personId ?? []));
    const rates = await this.parts.rates.book();
    const cases: Row[] = [];
    const details: Row[] = [];
    for (const [stream, change] of changes) {
      try {
        const caseId = caseIdOf(projection, stream);
        const { size, ...row } = caseRow(projection, keys, caseId, change);
        cases.push(row);
        details.push(...this.#detailRows(caseId, change, rates));
        this.#written.set(stream, { revision: change.revision, state: change.state }, size);
      } catch (error) {
        throw new LineStopped(projection.name, { stream, revision: change.revision }, error);
      }
    }
    this.#written.trim();
    this.#waiting = new Map();
    this.#rows = 0;
    const folding = { events: this.#events, to: this.#to, tables: this.#tables(cases, details, changes) };
    this.#events = 0;
    return folding;
  }

  #detailRows(caseId: string, { state, added, replaced }: CaseChange<State>, rates: KnownRates): Row[] {
    const { details, fold } = this.parts.projection;
    if (details === undefined) return [];
    const rows = details.write === 'replace' && replaced ? details.rowsOf(state, rates) : added;
    return rows.map((row) => detailRow(details.table, this.parts.keys, caseId, fold.ownerOf(state), row));
  }

  #tables(cases: readonly Row[], details: readonly Row[], changes: ReadonlyMap<string, CaseChange<State>>): TableRows[] {
    const table = this.parts.projection.details?.table;
    const replaced = [...changes].flatMap(([stream, change]) => (change.replaced ? [caseIdOf(this.parts.projection, stream)] : []));
    const ofCases = { table: caseTable(this.parts.projection), rows: cases, replaced: [] };
    return table === undefined ? [ofCases] : [ofCases, { table, rows: details, replaced }];
  }
}

/** The revisions of the rates that events were written under. */
const ratesRevisions = (events: readonly RecordedEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ metadata }) => (metadata as unknown as Partial<OpenedEvent['metadata']>).law?.ratesRevision ?? [])),
];

const merged = <State>(before: CaseChange<State>, after: CaseChange<State>): CaseChange<State> => ({
  ...after,
  added: before.added.length === 0 ? after.added : [...before.added, ...after.added],
  replaced: before.replaced || after.replaced,
});
