import { type PlainDate, earliest, isBefore } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';

/** Two counted years and three, as they stand on some day. */
export interface Maxima {
  readonly ordinary: PlainDate;
  readonly absolute: PlainDate;
}

/**
 * The last day of a programme that ends without anyone ending it; null while it would take a decision. STL § 32; KVPF § 2; decided
 * points 5 and 39. A period within two years ends it where the two years do, also when the decision names a later day because an
 * absence has turned out shorter since; before them it lapses. A period beyond two years ends it on its own last day, and never after
 * three; what the Covid-19 rule or an appeal let pass
 * the maximum does so to its own last day.
 */
export function endByLaw({ decisionPeriods }: CaseState, { ordinary, absolute }: Maxima): PlainDate | null {
  const last = decisionPeriods.at(-1);
  switch (last?.beyondTwoYears) {
    case 'covid':
    case 'appeal':
      return last.to;
    case 'specialReasons':
      return earliest(last.to, absolute);
    case undefined:
      return last === undefined || isBefore(last.to, ordinary) ? null : ordinary;
  }
}
