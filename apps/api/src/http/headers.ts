import { isIsoDate } from '@kvp/calendar';
import { Problem } from './problem.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REVISION = /^"(\d{1,15})"$/;
/** RFC 3339 with an offset: a clock without one could mean two moments. */
const INSTANT = /^(?<day>\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

type HeaderValue = string | readonly string[] | undefined;

export const isUuid = (text: string): boolean => UUID.test(text);

/** The command id: a UUID, quoted (as the draft standard has it) or bare. Throws `invalid-header`. */
export function idempotencyKey(value: HeaderValue): string {
  const bare = one(value)?.replace(/^"(.*)"$/, '$1');
  if (bare === undefined) throw invalidHeader('Idempotency-Key', 'mangler; hver kommando må bære en UUID');
  if (!isUuid(bare)) throw invalidHeader('Idempotency-Key', 'må være en UUID');
  return bare.toLowerCase();
}

/** The revision that the caller decided on, or undefined. Throws `invalid-header`. */
export function ifMatch(value: HeaderValue): number | undefined {
  const given = one(value);
  if (given === undefined) return undefined;
  const digits = REVISION.exec(given)?.[1];
  if (digits === undefined) throw invalidHeader('If-Match', 'må være én revisjon i anførselstegn, som i ETag: "4"');
  return Number(digits);
}

/** The time that a development request sets: an instant, or a date, which means noon in Oslo. Throws `invalid-header`. */
export function requestTime(value: string): Temporal.Instant {
  if (isIsoDate(INSTANT.exec(value)?.groups?.day)) return Temporal.Instant.from(value);
  if (isIsoDate(value)) return Temporal.PlainDate.from(value).toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '12:00' }).toInstant();
  throw invalidHeader('X-Time', 'må være en dato (2026-05-01) eller et tidspunkt med sone (2026-05-01T12:00:00Z)');
}

/** A strong ETag: the revision of the case. */
export const etag = (revision: number): string => `"${revision}"`;

export const invalidHeader = (name: string, message: string): Problem =>
  new Problem('invalid-header', {
    detail: `Hodefeltet ${name} ${message}.`,
    members: { errors: [{ pointer: '', field: name, message }] },
  });

/** A header that is given twice says nothing certain. */
const one = (value: HeaderValue): string | undefined => (typeof value === 'string' ? value.trim() : value?.join(', '));
