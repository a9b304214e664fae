import { type PlainDate, isAfter, isBefore } from '@kvp/calendar';
import { isRegistered, notTooFarAhead } from './guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from './refusal.ts';
import * as shared from './shared.refusals.ts';
import type { CaseState, Phase } from './state.ts';
import type { Circumstances } from './state/circumstances.ts';

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

/** Whether a recorded fact says all that is told, and nothing else in the fields that are told. Lists in the same order. */
export const says = <Fact extends object>(fact: Fact, told: Partial<Fact>): boolean =>
  Object.entries(told).every(([field, value]) => JSON.stringify(fact[field as keyof Fact]) === JSON.stringify(value));
