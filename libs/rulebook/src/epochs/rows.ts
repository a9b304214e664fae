import { type IsoDate, type PlainDate, date, isAfter, isBefore } from '@kvp/calendar';
import type { Grade, Rule } from '../law.ts';

/** The history of one rule: a row for every time it changed. */
export type Rows<Value> = readonly [Rule<Value>, ...Rule<Value>[]];

/** One row. `knownFrom` is when the rule could first be read (adoption); left out, it is taken to be the day it took effect. */
export function row<const Value>(
  effectiveFrom: IsoDate,
  value: Value,
  provision: string,
  source: string,
  grade: Grade,
  knownFrom: IsoDate = effectiveFrom,
): Rule<Value> {
  return Object.freeze({ value: frozen(value), provision, source, grade, effectiveFrom: date(effectiveFrom), knownFrom: date(knownFrom) });
}

/**
 * The row that counts on `day`, as it could be known on `knownAt`: the latest in effect among the known, and of two for
 * the same day the one that became known last. A day before the scheme reads its first row; commands refuse such days themselves.
 */
export function inForce<Value>(rows: Rows<Value>, day: PlainDate, knownAt: PlainDate): Rule<Value> {
  const candidates = rows.filter((r) => !isAfter(r.effectiveFrom, day) && !isAfter(r.knownFrom, knownAt));
  const [first, ...rest] = candidates;
  if (first === undefined) return rows.reduce((best, next) => (supersedes(next, best) ? best : next));
  return rest.reduce((best, next) => (supersedes(next, best) ? next : best), first);
}

function supersedes(next: Rule<unknown>, best: Rule<unknown>): boolean {
  const byEffect = Temporal.PlainDate.compare(next.effectiveFrom, best.effectiveFrom);
  return byEffect > 0 || (byEffect === 0 && !isBefore(next.knownFrom, best.knownFrom));
}

/** The value with all that it holds, so that nobody can change the law of a day. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
