import { type PlainDate, isAfter } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';

/** The last day to start, counted in calendar months from the day the application was received. STL § 31; rulebook § 1.3. */
export function lastStartDay(receivedOn: PlainDate, law: Law): PlainDate {
  const { months, postponementMonths, secondPostponement } = law.start.deadline.value;
  const ordinary = receivedOn.add({ months });
  const again = secondPostponement !== null && !isAfter(ordinary, secondPostponement.postponedUntil) ? secondPostponement.months : 0;
  return receivedOn.add({ months: months + postponementMonths + again });
}
