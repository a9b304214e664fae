import { type IsoDate, type PlainDate, date, dayAfter, dayBefore, iso } from '@kvp/calendar';
import { type Step, decided, lifeOf } from './stage.ts';

/** What a day is told as when it lies outside: a refusal with its provision, or what the system records instead. */
export interface Outside {
  readonly provision: string;
  readonly code: string;
}

/** A limit of the law with an example life: `outside` says of a day what is wrong with it, and null while nothing is. */
export interface Boundary {
  readonly rule: string;
  readonly example: string;
  /** A day that lies inside, not far from the boundary. */
  readonly near: IsoDate;
  /** Whether the first day or the last day is asked for. */
  readonly edge: 'first' | 'last';
  readonly outside: (day: IsoDate) => Outside | null;
}

/** A boundary with its two days, found by asking day by day. */
export interface Measured extends Pick<Boundary, 'rule' | 'example' | 'edge'>, Outside {
  readonly lawful: IsoDate;
  readonly unlawful: IsoDate;
}

/** A boundary that is further away than this from the day that is said to be near was not meant. */
const MOST_DAYS = 60;

/** Throws when the near day lies outside, or no boundary is found. */
export function measure({ rule, example, near, edge, outside }: Boundary): Measured {
  const next: (day: PlainDate) => PlainDate = edge === 'last' ? dayAfter : dayBefore;
  let lawful = date(near);
  if (outside(near) !== null) throw new Error(`${rule}, ${example}: ${near} lies outside already (${outside(near)?.code ?? ''}).`);
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const day = next(lawful);
    const told = outside(iso(day));
    if (told !== null) return { rule, example, edge, lawful: iso(lawful), unlawful: iso(day), ...told };
    lawful = day;
  }
  throw new Error(`${rule}, ${example}: no boundary within ${MOST_DAYS} days of ${near}.`);
}

/** Outside is where the command is refused. */
export function refusedOutside(life: readonly Step[], asked: (day: IsoDate) => Step): Boundary['outside'] {
  const state = lifeOf(life);
  return (day) => {
    const [refusal] = decided(state, asked(day)).refusals ?? [];
    return refusal === undefined ? null : { code: refusal.code, provision: refusal.provision };
  };
}

/** Outside is where the command is taken, and what it leads to bears a mark. Throws when it is refused. */
export function markedOutside(life: readonly Step[], asked: (day: IsoDate) => Step, mark: string, provision: string): Boundary['outside'] {
  const state = lifeOf(life);
  return (day) => {
    const { events, refusals = [] } = decided(state, asked(day));
    if (events === undefined) throw new Error(refusals.map(({ code }) => code).join(', '));
    return events.some(({ data }) => mark in data && (data as Record<string, unknown>)[mark] === true) ? { code: mark, provision } : null;
  };
}
