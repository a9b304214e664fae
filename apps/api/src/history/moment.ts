import { type PlainDate, date, isAfter } from '@kvp/calendar';
import { type Moment, dayInOslo, knownAtOf } from '@kvp/history';
import type { FieldError } from '../http/problem.ts';
import { invalidFields } from '../validation/validation.pipe.ts';

/** How far ahead a case may be asked about: no programme lasts so long that a later day means anything in it. */
const MOST_YEARS_AHEAD = 10;

/**
 * The moment that is asked for. All that is known now, where nothing is said; the day that is asked about is then today, and else that
 * of knowing. Throws Problem, each field named, for a moment of knowing that has not come, and for a day far ahead.
 */
export function momentOf(
  { asOf, knownAt }: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined },
  now: Temporal.Instant,
  names = { asOf: 'asOf', knownAt: 'knownAt' },
): Moment {
  const known = knownAt === undefined ? now : (knownAtOf(knownAt) ?? now);
  const moment: Moment = { asOf: asOf === undefined ? dayInOslo(known) : date(asOf), knownAt: known };
  const errors = [...faults(moment, dayInOslo(now), names)];
  if (errors.length > 0) throw invalidFields(errors);
  return moment;
}

function* faults(
  { asOf, knownAt }: Moment,
  today: PlainDate,
  names: { readonly asOf: string; readonly knownAt: string },
): Generator<FieldError> {
  const wrong = (field: string, message: string): FieldError => ({ pointer: `/${field}`, field, message });
  if (isAfter(dayInOslo(knownAt), today)) yield wrong(names.knownAt, 'kan ikke ligge fram i tid');
  if (isAfter(asOf, today.add({ years: MOST_YEARS_AHEAD }))) yield wrong(names.asOf, `kan være høyst ${MOST_YEARS_AHEAD} år fram i tid`);
}
