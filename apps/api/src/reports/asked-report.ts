import { type PlainDate, iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { knownAtOf } from '@kvp/history';
import { type AnyReport, type Area, type KostraScope, type Scope, askedOf, covers, reportOf } from '@kvp/reporting';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { invalidFields } from '../validation/validation.pipe.ts';

/** What an address asks for. */
export interface Address {
  readonly area: string;
  readonly period: string;
  readonly asOf?: string | undefined;
}

/** Roles that work with figures alone: they may ask about any area, and see no small count outside their own municipality. */
const FIGURES_ALONE = ['statistics', 'operations'] as const;

/** The report and its scope, as far as the caller may see. Throws `not-found` for what is no report, and for the area of others. */
export function askedReport(
  kind: string,
  address: Address,
  { actor, now }: Caller,
): { definition: AnyReport; scope: Scope; suppressed: boolean } {
  const definition = reportOf(kind);
  if (definition === undefined) throw new Problem('not-found');
  const scope = scopeOf(definition, address, dayIn(now));
  const isOwn = isWithin(scope.area, actor.municipality, scope);
  if (!isOwn && !FIGURES_ALONE.some((role) => role === actor.role)) throw new Problem('not-found');
  return { definition, scope, suppressed: !isOwn };
}

/** The yearly file of the caller's own municipality, or of a district of it. Throws `not-found` for those of others. */
export function askedKostra(address: Address, { actor, now }: Caller): KostraScope {
  const scope = scopeOf({ periods: 'year', firstAsOf: '2022-01-01' }, address, dayIn(now));
  if (!isWithin(scope.area, actor.municipality, scope)) throw new Problem('not-found');
  const { code } = scope.area;
  return {
    ...{ municipality: code.slice(0, 4), year: Number(scope.period.text), asOf: scope.asOf },
    ...(code.length > 4 ? { district: code.slice(4) } : {}),
  };
}

/** Throws `invalid-fields` with every fault of the question. */
function scopeOf(definition: Parameters<typeof askedOf>[0], { area, period, asOf }: Address, today: PlainDate): Scope {
  const asked = askedOf(definition, { area, period, asOf }, iso(today));
  if ('area' in asked) return asked;
  throw invalidFields(asked.map(({ field, message }) => ({ pointer: '', field, message })));
}

/** A municipality, or a district of it, that the caller works in. */
const isWithin = (area: Area, municipality: string, { asOf }: Scope): boolean =>
  (area.kind === 'municipality' || area.kind === 'district') &&
  covers({ kind: 'municipality', code: area.code.slice(0, 4) }, { municipality, district: null }, asOf);

/** When it was known: the end of a day in Oslo, or an instant; never later than now. */
export function knownMoment(asked: string | undefined, now: Temporal.Instant): Temporal.Instant {
  if (asked === undefined) return now;
  const moment = knownAtOf(asked);
  if (moment === undefined) throw invalidFields([{ pointer: '', field: 'knownAt', message: 'må være et tidspunkt som finnes' }]);
  return Temporal.Instant.compare(moment, now) > 0 ? now : moment;
}
