import { type PlainDate, isAfter, isBefore, isSame } from '@kvp/calendar';
import type { Circumstances } from './circumstances.ts';
import type { DomainEvent } from './event.ts';
import { isRegistered, notTooFarAhead } from './guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from './refusal.ts';
import * as shared from './shared.refusals.ts';
import type { CaseState, Phase } from './state.ts';

/** The phases in which a fact of the participant's life may be registered: a claim for money may come long after the end. */
export const FACT_PHASES: readonly Phase[] = ['applied', 'granted', 'running', 'onLeave', 'interrupted', 'ended'];

/** From the application on, and still after the end; a rejected application has nothing that a fact could bear on. */
export const takesFacts = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), state.rejection !== null && refuse(shared.applicationRejected, []));

/** A fact begins while the participant lives, and not in a year that nobody can know of. */
export function withinLife({ application, end }: CaseState, from: PlainDate, today: PlainDate): readonly Refusal[] {
  const death = end?.reason === 'death' ? end.lastDay : null;
  return refusalsOf(
    application !== null && isBefore(from, application.birthDate) && refuse(shared.beforeBirth, [from]),
    death !== null && isAfter(from, death) && refuse(shared.afterDeath, [from]),
    notTooFarAhead(from, today),
  );
}

/** The state with one room of its circumstances changed. */
export const inRoom = <Room extends keyof Circumstances>(
  state: CaseState,
  room: Room,
  change: (facts: Circumstances[Room]) => Circumstances[Room],
): CaseState => ({ ...state, circumstances: { ...state.circumstances, [room]: change(state.circumstances[room]) } });

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
  if (begun.some((fact) => isSameEnd(fact.to, to))) return { is: 'known' };
  const open = begun.find((fact) => fact.to === null);
  if (open !== undefined) return { is: 'end', ends: { ends: open.recordedIn } };
  return { is: begun.length === 0 ? 'new' : 'contrary' };
}

const isSameEnd = (a: PlainDate | null, b: PlainDate | null): boolean => (a === null || b === null ? a === b : isSame(a, b));

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

/** Whether a recorded fact says all that is told, and nothing else in the fields that are told. Lists in the same order. */
export const says = <Fact extends object>(fact: Fact, told: Partial<Fact>): boolean =>
  Object.entries(told).every(([field, value]) => JSON.stringify(fact[field as keyof Fact]) === JSON.stringify(value));
