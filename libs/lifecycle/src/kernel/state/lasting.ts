import { type PlainDate, isAfter, isSame } from '@kvp/calendar';
import type { DomainEvent } from '../event.ts';
import { isSameOrNull } from '../fields.ts';

/** A fact that lasts from a day, to a last one when that is known. */
export interface Lasting {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Revision of the event that gave it its last day later; null when it has none, or had it from the beginning. */
  readonly endedIn: number | null;
}

/** Its days alone. */
export type Stretch = Pick<Lasting, 'from' | 'to'>;

/**
 * What a told fact is to those that are recorded: `new`; `known` already; the `end` of one that was open, by its revision; or `contrary`
 * to one that has another end.
 */
export type Standing =
  { readonly is: 'new' | 'known' | 'contrary'; readonly ends?: never } | { readonly is: 'end'; readonly ends: { readonly ends: number } };

/** How a told fact stands to those `alike`: the same in all but their days. One that is told again with its last day gets that end. */
export function standing(alike: readonly Lasting[], { from, to }: Stretch): Standing {
  const begun = alike.filter((fact) => isSame(fact.from, from));
  if (begun.some((fact) => isSameOrNull(fact.to, to))) return { is: 'known' };
  const open = begun.find((fact) => fact.to === null);
  if (open !== undefined) return { is: 'end', ends: { ends: open.recordedIn } };
  return { is: begun.length === 0 ? 'new' : 'contrary' };
}

/** What is known already is no news: sent again, it makes no event. */
export const unlessKnown = <Event extends DomainEvent>({ is }: Standing, event: () => Event): readonly Event[] =>
  is === 'known' ? [] : [event()];

/** Whether two stretches share a day. */
export const isOverlapping = (a: Stretch, b: Stretch): boolean =>
  (b.to === null || !isAfter(a.from, b.to)) && (a.to === null || !isAfter(b.from, a.to));

/** With one more fact, or with the last day of the one that it `ends`. */
export const withLasting = <Fact extends Lasting>(facts: readonly Fact[], told: Fact, ends: number | undefined): readonly Fact[] =>
  ends === undefined
    ? [...facts, told]
    : facts.map((fact) => (fact.recordedIn === ends ? { ...fact, to: told.to, endedIn: told.recordedIn } : fact));

/** Without what an event recorded: the fact is gone, or open again when the event only ended it. */
export const withoutLasting = <Fact extends Lasting>(facts: readonly Fact[], recordedIn: number): readonly Fact[] =>
  facts
    .filter((fact) => fact.recordedIn !== recordedIn)
    .map((fact) => (fact.endedIn === recordedIn ? { ...fact, to: null, endedIn: null } : fact));
