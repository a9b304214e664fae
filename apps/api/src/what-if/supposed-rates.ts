import { isIsoDate } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import { type AnnouncedRate, RATE_KINDS } from '@kvp/rulebook';
import type { Problem } from '../http/problem.ts';
import { invalidFields } from '../validation/validation.pipe.ts';

/** How much may be supposed at once. */
export const MOST = 20;

/** Rates that somebody supposes. Throws Problem with the field that is wrong in its place. */
export function supposedRatesIn(told: unknown): readonly AnnouncedRate[] {
  if (!Array.isArray(told) || told.length > MOST) throw wrong('rates', `må være en liste med høyst ${MOST}`);
  return (told as readonly JsonObject[]).map(rateOf);
}

function rateOf(told: JsonObject | null, index: number): AnnouncedRate {
  const { kind, effectiveFrom, value, ...unknown } = told ?? {};
  for (const field of Object.keys(unknown)) throw wrong(`rates[${index}].${field}`, 'er ikke et kjent felt');
  const known = RATE_KINDS.find((each) => each === kind);
  if (known === undefined) throw wrong(`rates[${index}].kind`, `må være en av: ${RATE_KINDS.join(', ')}`);
  if (!isIsoDate(effectiveFrom)) throw wrong(`rates[${index}].effectiveFrom`, 'må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD');
  if (typeof value !== 'string' || !/^(?!0+(?:\.0+)?(?:\/|$))(\d{1,12}(\.\d{1,10})?|\d{1,12}\/0*[1-9]\d{0,11})$/.test(value))
    throw wrong(`rates[${index}].value`, 'må være et tall over 0, som desimaltall eller brøk i tekst');
  return { kind: known, effectiveFrom, knownFrom: effectiveFrom, value };
}

export const wrong = (field: string, message: string): Problem =>
  invalidFields([{ pointer: `/${field.replaceAll('[', '/').replaceAll(']', '').replaceAll('.', '/')}`, field, message }]);
