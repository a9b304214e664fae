import type { KnownRates, OpenedEvent, RatesBook } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import { type MoneyReader, auditEntry, moneyReader } from '@kvp/history';
import type { CaseState } from '@kvp/lifecycle';
import { caseFold } from '../case-fold.ts';
import type { DetailRow, Projection } from '../engine/projection.ts';
import { entries } from './tables.ts';

/**
 * One reader for each set of rates. It keeps what the last state was due, and nothing that an answer could depend on: the state before an
 * event is most often that one.
 */
const readers = new WeakMap<KnownRates['announced'], MoneyReader>();

function moneyOn({ announced }: KnownRates): MoneyReader {
  const money = readers.get(announced) ?? moneyReader(announced);
  readers.set(announced, money);
  return money;
}

/**
 * Who did what in a case, when, on which ground, and what it changed: the history of the case at its head (libs/history), entry for
 * entry.
 */
export const auditTrail: Projection<CaseState> = {
  name: 'audit-trail',
  shape: 7,
  fold: caseFold,
  columns: {},
  indexes: [['municipality', 'case_id']],
  rowOf: () => ({}),
  details: { write: 'add', table: entries, rowsOf: entryRow },
};

/** What it changed in the stipend is told on the rates that were known to whoever wrote the event, so that the entry stays the same. */
function entryRow(before: CaseState, event: OpenedEvent, after: CaseState, rates: RatesBook): readonly DetailRow[] {
  const entry = auditEntry(event, { before, after }, moneyOn(rates.asOf(event.metadata.law.ratesRevision)));
  const row = {
    revision: entry.revision,
    type: entry.type,
    recorded_at: entry.recordedAt,
    actor_id: entry.who.id,
    actor_role: entry.who.role,
    provision: entry.provision,
  };
  // Only a case that never got its application has nobody to seal for, and then there is nothing to tell of anyone.
  return [{ row, personal: caseFold.ownerOf(after) === null ? null : (entry as unknown as JsonObject) }];
}
