import { dayAfter, date, isIsoDate } from '@kvp/calendar';
import { CliError, EXIT } from '../exit-status.ts';

/** When it was known: an instant, or the end of a day in Oslo. Throws CliError. */
export function momentOf(asked: string | undefined, now: Temporal.Instant): Temporal.Instant {
  if (asked === undefined) return now;
  const moment = isIsoDate(asked)
    ? dayAfter(date(asked)).toZonedDateTime('Europe/Oslo').toInstant().subtract({ milliseconds: 1 })
    : instantOf(asked);
  if (moment === undefined) throw new CliError('--known-at is a day (2026-03-31) or an instant (2026-03-31T12:00:00Z).', EXIT.malformed);
  return Temporal.Instant.compare(moment, now) > 0 ? now : moment;
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
