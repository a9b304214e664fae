import type { OpenedEvent } from '@kvp/deciding';
import type { Position, RecordedEvent } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { type CaseChange, type LogReader, byCase, caseIdOf, findFailure, foldCase, isOfCase, requireKnown } from './batch.ts';
import { FoldCache, type Folded } from './fold-cache.ts';
import { LineStopped } from './line-stopped.ts';
import { isOutage } from './outage.ts';
import { type Projection, type Row, caseTable } from './projection.ts';
import { caseRow, detailRow, type readCases } from './rows.ts';
import type { TableRows } from './writer.ts';

/** Characters of sealed state that a line keeps in memory: some 10 000 cases. */
const CACHE_SIZE = 32_000_000;

/** Cases that wait to be written at most, and rows. */
const FULL = 20_000;

/** What there is to write since the last time. */
export interface Folding {
  readonly events: number;
  readonly to: Position;
  readonly tables: readonly TableRows[];
}

/** Reads cases from their rows, once everything that was folded before is written. */
export type ReadCases<State> = (caseIds: readonly string[]) => ReturnType<typeof readCases<State>>;

/** Folds the log into the rows of one read model, in memory. */
export class Folder<State> {
  readonly #written = new FoldCache<State>(CACHE_SIZE);
  #waiting = new Map<string, CaseChange<State>>();
  #events = 0;
  #to: Position | undefined;

  constructor(
    private readonly projection: Projection<State>,
    private readonly keys: KeyRing,
    private readonly reader: LogReader,
    private readonly read: ReadCases<State>,
  ) {}

  /** Events folded since rows were last taken. */
  get events(): number {
    return this.#events;
  }

  /** True when it is time to write, whatever else may come. */
  get full(): boolean {
    return this.#waiting.size >= FULL;
  }

  /** The next events of the log. An event that cannot be handled is named in the answer, and those before it are folded. */
  async add(events: readonly RecordedEvent[]): Promise<LineStopped | undefined> {
    const ofCases = events.filter(isOfCase);
    await this.#readCold(ofCases);
    try {
      if (ofCases.length < events.length) for (const event of events) if (!isOfCase(event)) requireKnown(this.reader, event);
      this.#keep(events, this.#changes(await this.reader.open(ofCases)));
      return undefined;
    } catch (error) {
      if (isOutage(error)) throw error;
      const stopped = await findFailure(this.projection, this.reader, events, (caseId) => this.#get(caseId));
      const handled = events.slice(
        0,
        events.findIndex(({ position }) => position === stopped.at.event?.position),
      );
      this.#keep(handled, this.#changes(await this.reader.open(handled.filter(isOfCase))));
      return stopped;
    }
  }

  #get(caseId: string): Folded<State> | undefined {
    return this.#waiting.get(caseId) ?? this.#written.get(caseId);
  }

  #changes(opened: readonly OpenedEvent[]): [string, CaseChange<State>][] {
    const changes: [string, CaseChange<State>][] = [];
    for (const [caseId, events] of byCase(opened)) {
      const change = foldCase(this.projection, this.#get(caseId), events);
      if (change !== undefined) changes.push([caseId, change]);
    }
    return changes;
  }

  #keep(events: readonly RecordedEvent[], changes: readonly [string, CaseChange<State>][]): void {
    for (const [caseId, change] of changes) {
      const waiting = this.#waiting.get(caseId);
      const merged =
        waiting === undefined
          ? change
          : { ...change, added: [...waiting.added, ...change.added], replaced: waiting.replaced || change.replaced };
      this.#waiting.set(caseId, merged);
    }
    this.#events += events.length;
    this.#to = events.at(-1)?.position ?? this.#to;
  }

  /** A case that begins here has no row to read, unless the log is read again from before: then its first events are left out. */
  async #readCold(events: readonly RecordedEvent[]): Promise<void> {
    const cold = new Map<string, boolean>();
    for (const event of events) {
      const caseId = caseIdOf(event);
      if (!cold.has(caseId)) cold.set(caseId, event.revision > 0 && this.#get(caseId) === undefined);
    }
    const wanted = [...cold].flatMap(([caseId, isCold]) => (isCold ? [caseId] : []));
    if (wanted.length === 0) return;
    for (const [caseId, { size, ...folded }] of await this.read(wanted)) this.#written.set(caseId, folded, size);
  }

  /** The rows of everything folded since the last time; null when there is nothing. Throws LineStopped when rows cannot be made. */
  async take(): Promise<Folding | null> {
    if (this.#to === undefined || this.#events === 0) return null;
    const { projection, keys } = this;
    const changes = this.#waiting;
    const owners = [...changes.values()].map(({ state }) => projection.fold.ownerOf(state));
    await keys.load(owners.flatMap((owner) => owner?.personId ?? []));
    const cases: Row[] = [];
    const details: Row[] = [];
    for (const [caseId, change] of changes) {
      try {
        const { size, ...row } = caseRow(projection, keys, caseId, change);
        cases.push(row);
        details.push(...this.#detailRows(caseId, change));
        this.#written.set(caseId, { revision: change.revision, state: change.state }, size);
      } catch (error) {
        throw new LineStopped(projection.name, { stream: `case-${caseId}`, revision: change.revision }, error);
      }
    }
    this.#written.trim();
    this.#waiting = new Map();
    const folding = { events: this.#events, to: this.#to, tables: this.#tables(cases, details, changes) };
    this.#events = 0;
    return folding;
  }

  #detailRows(caseId: string, { state, added, replaced }: CaseChange<State>): Row[] {
    const { details, fold } = this.projection;
    if (details === undefined) return [];
    const rows = details.write === 'replace' && replaced ? details.rowsOf(state) : added;
    return rows.map((row) => detailRow(details.table, this.keys, caseId, fold.ownerOf(state), row));
  }

  #tables(cases: readonly Row[], details: readonly Row[], changes: ReadonlyMap<string, CaseChange<State>>): TableRows[] {
    const table = this.projection.details?.table;
    const replaced = [...changes].flatMap(([caseId, change]) => (change.replaced ? [caseId] : []));
    const ofCases = { table: caseTable(this.projection), rows: cases, replaced: [] };
    return table === undefined ? [ofCases] : [ofCases, { table, rows: details, replaced }];
  }
}
