import { type PlainDate, date, isIsoDate, latest } from '@kvp/calendar';

/**
 * The facts that say when a command came to the office, the first that is there counts: recorded, decided, received, and else the day
 * that it is effective from.
 */
const DATED_BY = [
  ...['recordedOn', 'decidedOn', 'receivedOn', 'claimedOn', 'on', 'openedOn', 'arrivedOn', 'alertedOn', 'sentOn'],
  ...['withdrawnOn', 'mendedOn', 'requestedOn', 'extendedOn', 'startedOn', 'resumedOn', 'date', 'from', 'lastDay', 'birthDate'],
] as const;

/**
 * Where the clock stands when a command is sent: at its own date, and never earlier than at the command before. Several days at once
 * are registered on the last of them. `effective`: the day that the command itself says it counts from, for facts that are not listed
 * here. A command without any date is sent at once.
 */
export function clockAt(
  facts: Readonly<Record<string, unknown>>,
  before: PlainDate | undefined,
  effective?: string,
): PlainDate | undefined {
  const own = dated(facts) ?? (effective === undefined ? undefined : date(effective));
  if (own === undefined || before === undefined) return own ?? before;
  return latest(own, before);
}

function dated(facts: Readonly<Record<string, unknown>>): PlainDate | undefined {
  const { decidedOn, receivedOn } = facts;
  // What was decided elsewhere comes to the office later.
  if (isIsoDate(decidedOn) && isIsoDate(receivedOn) && facts['recordedOn'] === undefined) return latest(date(decidedOn), date(receivedOn));
  const named = DATED_BY.map((field) => facts[field]).find(isIsoDate);
  return named === undefined ? lastOf(facts['days']) : date(named);
}

function lastOf(days: unknown): PlainDate | undefined {
  if (!Array.isArray(days)) return undefined;
  const dates = days.map((day: unknown) => (day as { readonly date?: unknown } | null)?.date).filter(isIsoDate);
  const [first, ...rest] = dates.map(date);
  return first === undefined ? undefined : latest(first, ...rest);
}
