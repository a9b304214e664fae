import { type Period, dayBefore, earliest, isAfter, latest, reachesAge } from '@kvp/calendar';
import type { SupportedChild } from './facts.ts';

/** A child is supported until the day before it is 18 (FTL § 1-6, as for the work assessment allowance). */
const ADULT_AGE = 18;

/** The days that a child is supported, and the event that it is known by. */
export type SupportPeriod = Period & Pick<SupportedChild, 'recordedIn'>;

/** The days that each child is supported: as the caseworker set them, never before birth or from the 18th birthday. */
export const supportPeriods = (children: readonly SupportedChild[]): readonly SupportPeriod[] =>
  children
    .map(({ recordedIn, birthDate, from, to }) => {
      const lastAsChild = dayBefore(reachesAge(birthDate, ADULT_AGE));
      return { recordedIn, from: latest(from, birthDate), to: to === null ? lastAsChild : earliest(to, lastAsChild) };
    })
    .filter(({ from, to }) => !isAfter(from, to));
