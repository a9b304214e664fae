import { type Period, dayBefore, earliest, isAfter, latest, reachesAge } from '@kvp/calendar';
import type { SupportedChild } from './facts.ts';

/** A child is supported until the day before it is 18 (FTL § 1-6, as for the work assessment allowance). */
const ADULT_AGE = 18;

/** The days that a child is supported, and the event that it is known by. */
export type SupportPeriod = Period & Pick<SupportedChild, 'recordedIn'>;

/** Of children that were read before: a history reads the same ones after each of hundreds of events. Null: on no day. */
const read = new WeakMap<SupportedChild, SupportPeriod | null>();

/** The days that each child is supported: as the caseworker set them, never before birth or from the 18th birthday. */
export const supportPeriods = (children: readonly SupportedChild[]): readonly SupportPeriod[] =>
  children.flatMap((child) => supportPeriod(child) ?? []);

function supportPeriod(child: SupportedChild): SupportPeriod | null {
  const known = read.get(child);
  if (known !== undefined) return known;
  const { recordedIn, birthDate, from, to } = child;
  const lastAsChild = dayBefore(reachesAge(birthDate, ADULT_AGE));
  const days = { recordedIn, from: latest(from, birthDate), to: to === null ? lastAsChild : earliest(to, lastAsChild) };
  const period = isAfter(days.from, days.to) ? null : days;
  read.set(child, period);
  return period;
}
