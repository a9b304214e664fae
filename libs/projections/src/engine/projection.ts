import type { KnownRates, OpenedEvent, RatesBook } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import { type Columns, type TableDefinition, caseColumns } from './table.ts';

/** Whose case it is, and where it is handled: the scope of every query. */
export interface CaseOwner {
  readonly personId: string;
  readonly municipality: string;
  readonly office: string;
  /** For those with a permission of their own alone. */
  readonly isProtected: boolean;
}

/** What a case is folded into, and how that is kept between batches. Pure. */
export interface Fold<State> {
  readonly initial: State;
  readonly evolve: (state: State, event: OpenedEvent) => State;
  /** Null until it is known whose case it is. */
  readonly ownerOf: (state: State) => CaseOwner | null;
  readonly toJson: (state: State) => JsonObject;
  readonly fromJson: (json: JsonObject) => State;
}

/** Clear columns by name. Dates and instants as ISO text. */
export type Row = Readonly<Record<string, unknown>>;

/** A row of the detail table. `personal` is sealed with the person's key before it is written. */
export interface DetailRow {
  readonly row: Row;
  readonly personal: JsonObject | null;
}

/** Rows that an event adds: once written, they stay as they are. `rates` reaches at least the revision that the event names. */
export interface AddedDetails<State> {
  readonly write: 'add';
  readonly table: TableDefinition;
  readonly rowsOf: (before: State, event: OpenedEvent, after: State, rates: RatesBook) => readonly DetailRow[];
}

/** Rows that follow from the state: all of the case are written anew when it has changed. */
export interface ReplacedDetails<State> {
  readonly write: 'replace';
  readonly table: TableDefinition;
  /** Whether they may be other rows after than before. */
  readonly changed: (before: State, after: State) => boolean;
  /** The column in which each row names the rates that it was made on; left out where rows rest on none. */
  readonly ratesColumn?: string;
  /** On the rates of the moment they are written. */
  readonly rowsOf: (state: State, rates: KnownRates) => readonly DetailRow[];
}

/**
 * A read model: one row for every case, and detail rows under it. All of it is pure, and nothing in it depends on today, on chance or
 * on how the events came in batches, so that a rebuild equals what is live.
 */
export interface Projection<State = unknown> {
  /** kebab-case. */
  readonly name: string;
  /** How the streams begin that it is folded from, each named by a case; those of the cases themselves when left out. */
  readonly streams?: string;
  /** Raise it when columns or their meaning change: the read model is then rebuilt beside and switched at the next start. */
  readonly shape: number;
  readonly fold: Fold<State>;
  /** Clear columns of the case's row, beside those that every read model has. */
  readonly columns: Columns;
  readonly indexes: readonly (readonly string[])[];
  readonly rowOf: (state: State) => Row;
  readonly details?: AddedDetails<State> | ReplacedDetails<State>;
}

/** A projection whose state is its own affair: `any`, because a state is both taken and given. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no single type is both above and below every state
export type AnyProjection = Projection<any>;

export const tableName = (projection: { readonly name: string }): string => projection.name.replaceAll('-', '_');

/** The table of a read model with one row for every case. */
export const caseTable = ({ name, columns, indexes }: Pick<AnyProjection, 'name' | 'columns' | 'indexes'>): TableDefinition => ({
  name: tableName({ name }),
  key: ['case_id'],
  columns: { ...caseColumns, ...columns },
  indexes,
});

/** The tables of a read model, the cases first. */
export const tablesOf = (projection: AnyProjection): readonly TableDefinition[] =>
  projection.details === undefined ? [caseTable(projection)] : [caseTable(projection), projection.details.table];

/** Where sealed bytes of a read model stand; they open nowhere else. `key` is the row's key after the case. */
export const sealContext = (table: TableDefinition, caseId: string, ...key: readonly (string | number)[]): string =>
  ['read', table.name, caseId, ...key].join(':');
