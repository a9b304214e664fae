import type { EventMetadata, OpenedEvent } from '@kvp/deciding';
import type { EventStore, NewEvent, RecordedEvent } from '@kvp/event-store';
import type { LogReader } from '../engine/batch.ts';
import type { Projection } from '../engine/projection.ts';
import { type Columns, detailColumns } from '../engine/table.ts';

/** A read model small enough to add up by hand: the sum of a case, and a row for every amount with the sum after it. */
export interface Tally {
  readonly sum: number;
}

const amountColumns = { ...detailColumns, revision: 'integer', amount: 'integer' } as const satisfies Columns;

/** Every case is the same person's, in the same place. */
export const PERSON = 'person-1';

export const tally: Projection<Tally> = {
  name: 'tally',
  shape: 1,
  fold: {
    initial: { sum: 0 },
    evolve: ({ sum }, { event }) => ({ sum: sum + amountOf(event) }),
    ownerOf: () => ({ personId: PERSON, municipality: '4204', office: 'sentrum', isProtected: false }),
    toJson: ({ sum }) => ({ sum }),
    fromJson: (json) => ({ sum: Number(json['sum']) }),
  },
  columns: { total: 'integer' },
  indexes: [['total']],
  rowOf: ({ sum }) => ({ total: sum }),
  details: {
    write: 'add',
    table: { name: 'tally_amount', key: ['case_id', 'revision'], columns: amountColumns, indexes: [] },
    rowsOf: (_before, { revision, event }, { sum }) => [{ row: { revision, amount: amountOf(event) }, personal: { sum } }],
  },
};

class Poison extends Error {}

function amountOf({ data }: OpenedEvent['event']): number {
  const { amount } = data as { readonly amount: number };
  if (amount === 666) throw new Poison(`the secret is ${amount}`);
  return amount;
}

class Unheard extends Error {}

/** Knows `Added` and `Noted`; the first is of cases. */
export const tallyReader: LogReader = {
  knows: (type) => type === 'Noted',
  open: async (events) => events.map(opened),
};

function opened({ id, stream, revision, type, version, data }: RecordedEvent): OpenedEvent {
  if (type !== 'Added') throw new Unheard(type);
  return { id, stream, revision, event: { type, version, data, personal: null }, metadata: {} as EventMetadata };
}

export const newEvent = (type: string, amount: number): NewEvent => ({
  id: crypto.randomUUID(),
  type,
  version: 1,
  data: { amount },
  sealed: null,
  metadata: {},
});

/** Appends amounts to a case, from the revision that it stands at. */
export async function add(store: EventStore, caseId: string, ...amounts: readonly number[]): Promise<void> {
  const stream = `case-${caseId}`;
  const head = await store.head(stream);
  const events = amounts.map((amount) => newEvent('Added', amount));
  await store.append(stream, head ?? 'no-stream', events);
}
