import { type PlainDate, date, isAfter, isIsoDate } from '@kvp/calendar';
import { type Moment, dayInOslo, knownAtOf } from '@kvp/history';
import { CliError, EXIT } from '../exit-status.ts';

/** A moment as it is asked for on the command line; `names` are the options, for what is said of a wrong one. */
export function momentFrom(
  asOf: string | undefined,
  knownAt: string | undefined,
  now: Temporal.Instant,
  names = { asOf: '--as-of', knownAt: '--known-at' },
): Moment {
  const known = knownAt === undefined ? now : instantOf(knownAt, names.knownAt);
  if (isAfter(dayInOslo(known), dayInOslo(now))) throw malformed(names.knownAt, 'lies ahead: nothing is known of that yet');
  return { asOf: asOf === undefined ? dayInOslo(known) : dayOf(asOf, names.asOf, dayInOslo(now)), knownAt: known };
}

/** No programme lasts so long that a later day means anything in it. */
const MOST_YEARS_AHEAD = 10;

function dayOf(text: string, name: string, today: PlainDate): PlainDate {
  if (!isIsoDate(text)) throw malformed(name, 'is a day, 2026-05-01');
  const day = date(text);
  if (isAfter(day, today.add({ years: MOST_YEARS_AHEAD }))) throw malformed(name, `may lie ${MOST_YEARS_AHEAD} years ahead, not more`);
  return day;
}

function instantOf(text: string, name: string): Temporal.Instant {
  const instant = knownAtOf(text);
  if (instant === undefined) throw malformed(name, 'is a day, 2026-05-01, or an instant with its zone, 2026-05-01T12:00:00Z');
  return instant;
}

const malformed = (name: string, what: string): CliError => new CliError(`${name} ${what}.`, EXIT.malformed);
