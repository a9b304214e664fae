import { type PlainDate, date, norwegianDate } from '@kvp/calendar';
import { type Change, dayChange } from './changes.ts';
import { type History, type HistoryEntry, type Moment, historyWithAmounts } from './history.ts';
import { NO_ANNOUNCED_RATES, type RatesInLog } from './rates-in-log.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import type { Standing } from './standing.ts';
import { amountChanges } from './stipend-change.ts';
import { PHASE } from './words.ts';

type Side = Pick<History, 'asOf' | 'knownAt' | 'revision' | 'standing'>;

/** What lies between two moments of a case. */
export interface HistoryDiff {
  readonly from: Side;
  readonly to: Side;
  /** Entries that the second moment has and the first has not: they were recorded later, or count from a later day. */
  readonly added: readonly HistoryEntry[];
  /** Entries that only the first has: the second may lie before it. */
  readonly gone: readonly HistoryEntry[];
  /** Entries of both that have been corrected, reversed or otherwise named in between. */
  readonly named: readonly HistoryEntry[];
  /** What stands otherwise: status, dates, counted days and money. */
  readonly changed: readonly Change[];
}

/** The difference between any two moments of one case, whichever is the earlier. Throws UnknownEventType. */
export function historyDiff(
  recorded: readonly RecordedCaseEvent[],
  from: Moment,
  to: Moment,
  rates: RatesInLog = NO_ANNOUNCED_RATES,
): HistoryDiff {
  const [first, second] = [historyWithAmounts(recorded, from, rates), historyWithAmounts(recorded, to, rates)];
  const [before, after] = [byRevision(first.history), byRevision(second.history)];
  return {
    from: sideOf(first.history),
    to: sideOf(second.history),
    added: second.history.entries.filter(({ revision }) => !before.has(revision)),
    gone: first.history.entries.filter(({ revision }) => !after.has(revision)),
    named: second.history.entries.filter(({ revision, namedBy }) => {
      const earlier = before.get(revision);
      return earlier !== undefined && earlier.namedBy.length !== namedBy.length;
    }),
    changed: [...standingChanges(first.history.standing, second.history.standing), ...amountChanges(first.amounts, second.amounts)],
  };
}

const byRevision = ({ entries }: History): ReadonlyMap<number, HistoryEntry> => new Map(entries.map((entry) => [entry.revision, entry]));

const sideOf = ({ asOf, knownAt, revision, standing }: History): Side => ({ asOf, knownAt, revision, standing });

function standingChanges(was: Standing, is: Standing): readonly Change[] {
  return [
    ...phaseChange(was, is),
    ...dayChange('decidedUntil', 'Vedtatt til og med', dayOf(was.decidedUntil), dayOf(is.decidedUntil)),
    ...dayChange('maxEnd', 'Siste mulige dag', dayOf(was.maxEnd), dayOf(is.maxEnd)),
    ...dayChange('absoluteMaxEnd', 'Siste mulige dag med særlige grunner', dayOf(was.absoluteMaxEnd), dayOf(is.absoluteMaxEnd)),
    ...countedChange(was, is),
  ];
}

const dayOf = (day: string | null): PlainDate | null => (day === null ? null : date(day));

function phaseChange({ phase: from, asOf }: Standing, { phase: to, asOf: then }: Standing): readonly Change[] {
  if (from === to) return [];
  const on = (day: string): string => (asOf === then ? '' : ` ${norwegianDate(day)}`);
  const told = (phase: Standing['phase']): string => (phase === null ? 'ingen sak' : PHASE[phase]);
  return [{ of: 'phase', before: from, after: to, text: `Status: ${told(from)}${on(asOf)} → ${told(to)}${on(then)}.` }];
}

function countedChange({ countedDays: from }: Standing, { countedDays: to }: Standing): readonly Change[] {
  if (from === to) return [];
  return [{ of: 'countedDays', before: String(from), after: String(to), text: `Talte dager: ${from} → ${to}.` }];
}
