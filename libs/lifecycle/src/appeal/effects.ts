import { type IsoDate, type PlainDate, date, dayAfter, isAfter, isBefore, iso } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { isoDate, oneOf, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Appeal, type Order, withAppeal } from '../kernel/state/appeals.ts';
import { type CaseDecision, DECISION_KINDS, type DecisionKind, refusesExtension } from '../kernel/state/decisions.ts';
import { firstDayWithout, pauseOf } from '../reverse/effect.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { effectBeforeEnd, effectOutsidePause } from './effects.refusals.ts';

/** What an appeal does to one decision, as the event keeps it. Decided point 19. */
export const effect = record({
  decision: revisionNumber('Revision of the decision.'),
  kind: oneOf(DECISION_KINDS, 'What it was.'),
  undone: yesOrNo('The case stands without it from this event on.'),
  effectiveFrom: Type.Optional(isoDate('The first day that the case stands otherwise, or is to.')),
  order: Type.Optional(
    Type.Array(shortText('Name of a command.', 60), {
      description: 'A decision is to be made because of it: by one of these commands, or by any when there are none.',
    }),
  ),
  binding: yesOrNo('What is to be decided is settled; otherwise the office decides again.'),
});
export type Effect = Static<typeof effect>;

export const effects = Type.Array(effect, { description: 'What it does to each decision. Decided point 19.' });

/** What makes a decision anew, when it was changed. Those left out are done with when they are undone. */
const MAKES_ANEW: Partial<Readonly<Record<DecisionKind, readonly string[]>>> = {
  rejection: ['grant'],
  grant: ['grant'],
  extension: ['extend'],
  leaveRefusal: ['pause'],
};

/** What decides again, when a decision was set aside. Those left out: any decision. */
const DECIDES_AGAIN: Partial<Readonly<Record<DecisionKind, readonly string[]>>> = {
  rejection: ['grant', 'reject'],
  grant: ['grant', 'reject'],
  extension: ['extend', 'refuseExtension', 'terminate'],
  termination: ['terminate', 'extend'],
  leaveRefusal: ['pause', 'refuseLeave'],
};

export interface Change {
  readonly is: 'changed' | 'setAside';
  /** The day that the outcome says it counts from. */
  readonly effectiveFrom?: IsoDate;
  /** To the detriment of the party: nothing that they have is undone of itself. */
  readonly toDetriment?: boolean;
}

/**
 * What it comes to that decisions were changed or set aside on appeal. A rejection is undone and the application open; the end of a
 * programme stands until it is reinstated; a deduction, leave or interruption is undone and the money follows; what others have been built
 * on stands until it is decided anew. Decided point 19.
 */
export const effectsOf = (state: CaseState, decisions: readonly CaseDecision[], change: Change, reversibles: Reversibles): Effect[] =>
  decisions.filter(({ undoneBy }) => undoneBy === null).map((decision) => effectOn(state, decision, change, reversibles));

function effectOn(state: CaseState, decision: CaseDecision, change: Change, reversibles: Reversibles): Effect {
  const { revision, kind, type } = decision;
  const { is, effectiveFrom, toDetriment = false } = change;
  const from = effectiveFrom === undefined ? {} : { effectiveFrom };
  const base = { decision: revision, kind, binding: is === 'changed' };
  if (toDetriment) return { ...base, undone: false, ...from, order: [] };
  if (is === 'changed' && kind === 'termination') return { ...base, undone: false, ...from, order: reinstatedBy(state) };
  if (reversibles[type]?.undo === undefined || isBuiltOn(state, decision)) return { ...base, undone: false, ...from, order: [] };
  const order = is === 'changed' ? MAKES_ANEW[kind] : (DECIDES_AGAIN[kind] ?? []);
  return {
    ...base,
    undone: true,
    effectiveFrom: effectiveFrom ?? iso(firstDayWithout(state, decision)),
    ...(order === undefined ? {} : { order: [...order] }),
  };
}

/** An end on the last decided day, or after it, was the refusal of an extension too. */
const reinstatedBy = ({ end, decisionPeriods }: CaseState): string[] => {
  const until = decisionPeriods.at(-1)?.to;
  return end === null || until === undefined || isBefore(end.lastDay, until) ? ['reinstate'] : ['reinstate', 'extend'];
};

const isBuiltOn = ({ start, decisionPeriods }: CaseState, decision: CaseDecision): boolean =>
  (decision.kind === 'grant' && start !== null) ||
  (decision.kind === 'extension' && !refusesExtension(decision) && decisionPeriods.at(-1)?.decidedIn !== decision.revision);

/** A day that is told lies after the end that was appealed, and within the pause. */
export function effectLimits(state: CaseState, decisions: readonly CaseDecision[], effectiveFrom: IsoDate | undefined): readonly Refusal[] {
  if (effectiveFrom === undefined) return [];
  const from = date(effectiveFrom);
  return decisions.flatMap((decision) => {
    const pause = pauseOf(state, decision);
    const { end } = state;
    const outside = pause !== undefined && (isBefore(from, pause.from) || (pause.resumedOn !== null && !isBefore(from, pause.resumedOn)));
    return refusalsOf(
      outside && refuse(effectOutsidePause, [pause.from]),
      decision.kind === 'termination' && end !== null && !isAfter(from, end.lastDay) && refuse(effectBeforeEnd, [dayAfter(end.lastDay)]),
    );
  });
}

/** The state after what an event did to the decisions that were appealed: undone as where they are made, and with what is to be done. */
export function withEffects(
  state: CaseState,
  { appeal, decidedOn, effects: told }: { readonly appeal: number; readonly decidedOn: IsoDate; readonly effects: readonly Effect[] },
  reversibles: Reversibles,
): CaseState {
  const undone = told.filter((each) => each.undone);
  const without = undone.reduce((before, { decision, effectiveFrom }) => {
    const type = state.decisions.find(({ revision }) => revision === decision)?.type ?? '';
    return reversibles[type]?.undo?.(before, decision, date(effectiveFrom ?? decidedOn)) ?? before;
  }, state);
  const isUndone = (revision: number): boolean => undone.some(({ decision }) => decision === revision);
  const orders = told.flatMap((each) => (each.order === undefined ? [] : [orderOf(each, each.order, state.revision, date(decidedOn))]));
  return {
    ...without,
    decisions: state.decisions.map((each) => (isUndone(each.revision) ? { ...each, undoneBy: state.revision } : each)),
    appeals: withAppeal(without.appeals, appeal, (each: Appeal) => ({ ...each, orders: [...each.orders, ...orders] })),
  };
}

const orderOf = ({ decision, kind, binding, effectiveFrom }: Effect, by: readonly string[], madeIn: number, madeOn: PlainDate): Order => ({
  ...{ decision, kind, madeIn, madeOn, by, binding },
  effectiveFrom: effectiveFrom === undefined ? null : date(effectiveFrom),
  carriedOutIn: null,
  carriedOutOn: null,
});
