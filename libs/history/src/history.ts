import { type IsoDate, type PlainDate, date, isAfter } from '@kvp/calendar';
import { initialState } from '@kvp/lifecycle';
import type { AuditEntry } from './entry.ts';
import { type Linked, linked } from './links.ts';
import { dayInOslo } from './moment.ts';
import { type Amounts, moneyReader } from './money.ts';
import { NO_ANNOUNCED_RATES, type RatesInLog } from './rates-in-log.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import { type Standing, standingOn } from './standing.ts';
import { steps } from './trail.ts';

/** A point in both times: what counted on a day, as far as was recorded at an instant. */
export interface Moment {
  readonly asOf: PlainDate;
  readonly knownAt: Temporal.Instant;
}

/** One entry of a history, and the later ones that name it as far as they were known. */
export type HistoryEntry = Linked<AuditEntry>;

/** A case as it stood and was known at a moment. */
export interface History {
  readonly asOf: IsoDate;
  /** An instant in UTC. */
  readonly knownAt: string;
  /** Revision of the last event that was known; null when nothing was. */
  readonly revision: number | null;
  readonly standing: Standing;
  /** What had been decided, or counted, by the day asked about; in the order of the log. */
  readonly entries: readonly HistoryEntry[];
  /** What was known and counts only from a later day. */
  readonly later: readonly HistoryEntry[];
}

/** The events that were recorded by an instant. The place in the log says nothing here: only the stamp does. */
export const knownBy = <Event extends Pick<RecordedCaseEvent, 'metadata'>>(
  recorded: readonly Event[],
  knownAt: Temporal.Instant,
): readonly Event[] =>
  recorded.filter(({ metadata }) => Temporal.Instant.compare(Temporal.Instant.from(metadata.recordedAt), knownAt) <= 0);

/**
 * What is known of a case at an instant, and how it then stood on a day, from the log alone. Corrections stand beside what they
 * corrected. Throws UnknownEventType.
 */
export const history = (recorded: readonly RecordedCaseEvent[], moment: Moment, rates: RatesInLog = NO_ANNOUNCED_RATES): History =>
  historyWithAmounts(recorded, moment, rates).history;

/** The same beside what was due in the state that was known, by line and on the rates known then. */
export function historyWithAmounts(
  recorded: readonly RecordedCaseEvent[],
  { asOf, knownAt }: Moment,
  rates: RatesInLog = NO_ANNOUNCED_RATES,
): { readonly history: History; readonly amounts: Amounts } {
  const known = steps(knownBy(recorded, knownAt), rates);
  const entries = linked(known.map(({ entry }) => entry));
  const state = known.at(-1)?.after ?? initialState;
  const amounts = moneyReader(rates.announced)(state, dayInOslo(knownAt));
  const standing = standingOn(state, asOf, amounts);
  return {
    amounts,
    history: {
      asOf: standing.asOf,
      knownAt: knownAt.toString(),
      revision: known.at(-1)?.entry.revision ?? null,
      standing,
      entries: entries.filter((entry) => !isLater(entry, asOf)),
      later: entries.filter((entry) => isLater(entry, asOf)),
    },
  };
}

/** A decision is part of what stood from the day it was made, though it may count from a later one. */
const isLater = ({ effectiveOn, decidedOn }: AuditEntry, asOf: PlainDate): boolean =>
  isAfter(date(effectiveOn), asOf) && (decidedOn === null || isAfter(date(decidedOn), asOf));
