import { type PlainDate, contains, dayAfter, isAfter, latest } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { CaseState } from '../kernel/state.ts';
import { decidedUntil, uncappedMaxima } from '../timeline/duration.ts';

/** Where a new decision period begins, and how far it may reach. */
export interface Reach {
  readonly from: PlainDate;
  /** How far without special reasons: two counted years. */
  readonly ordinaryEnd: PlainDate;
  /** How far in any case: three counted years. */
  readonly absoluteEnd: PlainDate;
  /** Whether a period to a day passes two counted years, or three for special reasons, as only the Covid-19 rule lets it. */
  readonly needsCovidRule: (to: PlainDate, withSpecialReasons: boolean) => boolean;
}

/**
 * Seen on the day of the decision: an open pause has moved the maxima by the days it has lasted so far. Undefined when the
 * programme has not started. Maxima that fell in the summer of 2021 could be passed until 30 September 2021; that this did not
 * hold for those whose Covid-19 absence had been left out is for the caseworker to see.
 */
export function reachOf(state: CaseState, decidedOn: PlainDate, { duration }: Law): Reach | undefined {
  const until = decidedUntil(state);
  if (state.start === null || until === null) return undefined;
  const { ordinary, absolute } = uncappedMaxima(state, state.start, decidedOn);
  const covid = duration.covidExtension.value;
  const moved = (end: PlainDate): PlainDate => (covid !== null && contains(covid.reaching, end) ? latest(end, covid.to) : end);
  return {
    from: dayAfter(until),
    ordinaryEnd: moved(ordinary),
    absoluteEnd: moved(absolute),
    needsCovidRule: (to, withSpecialReasons) => isAfter(to, withSpecialReasons ? absolute : ordinary),
  };
}
