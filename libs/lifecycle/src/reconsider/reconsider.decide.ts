import { type PlainDate, isBefore, iso } from '@kvp/calendar';
import { appealedIn, assessedAnew, remeasured } from '../appeal/assessment.ts';
import { barred } from '../appeal/bar.ts';
import { effectLimits, effectsOf } from '../appeal/effects.ts';
import { namedAppeal } from '../appeal/named-appeal.ts';
import type { Context, Decision } from '../kernel/command.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, justified } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal } from '../kernel/state/appeals.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { admissionLimits, dismissalLimits, groundsOf } from './admission.ts';
import { changeable } from './changeable.ts';
import type { ReconsiderDecision } from './reconsider.command.ts';
import type { AppealDismissed, DecisionChanged, DecisionUpheld } from './reconsider.events.ts';
import * as refusals from './reconsider.refusals.ts';

/**
 * The office looks at its decision again. What is known of the notice now decides whether the appeal came in time, also when it was
 * registered otherwise. FVL § 33.
 */
export const decideReconsider =
  (reversibles: Reversibles) =>
  (state: CaseState, command: ReconsiderDecision, context: Context): Decision => {
    const { appeal: stored, refusals: moment } = namedAppeal(state, command.appeal, ['received']);
    if (stored === undefined) return { refusals: moment };
    const anew = assessedAnew(state, stored, context);
    const appeal = remeasured(stored, anew);
    const changed = changeable(state, appeal, command);
    return decideWhen(
      moment,
      () => limits(state, appeal, changed.decisions, command, context, changed.refusals),
      (): readonly DomainEvent[] => [...outcome(state, appeal, changed.decisions, command, context.today, reversibles), ...anew],
    );
  };

function limits(
  state: CaseState,
  appeal: Appeal,
  changed: readonly CaseDecision[],
  command: ReconsiderDecision,
  { today, actor }: Context,
  unclear: readonly Refusal[],
): readonly Refusal[] {
  const on = decisionDay(command, today);
  const changes = command.outcome === 'changed' || command.outcome === 'partly';
  return refusalsOf(
    barred(appealedIn(state, appeal), actor),
    datedDecision(command, today),
    isBefore(on, appeal.receivedOn) && refuse(refusals.reconsideredBeforeReceived, [appeal.receivedOn]),
    justified(command),
    command.outcome === 'dismissed' ? dismissalLimits(appeal, command, on) : admissionLimits(appeal, command),
    changes && unclear,
    changes && effectLimits(state, changed, command.effectiveFrom),
  );
}

function outcome(
  state: CaseState,
  appeal: Appeal,
  changed: readonly CaseDecision[],
  command: ReconsiderDecision,
  today: PlainDate,
  reversibles: Reversibles,
): [DecisionChanged | DecisionUpheld | AppealDismissed] {
  const { outcome: came, effectiveFrom, justification = '' } = command;
  const on = decisionDay(command, today);
  const data = { decidedOn: iso(on), appeal: appeal.number };
  const personal = { justification, ...told(command), ...backdating(command, today) };
  if (came === 'dismissed')
    return [{ type: 'AppealDismissed', version: 1, data: { ...data, grounds: [...groundsOf(appeal, command, on)] }, personal }];
  const isLate = appeal.timeliness.some(({ verdict }) => verdict === 'late-may-be-taken');
  const late = isLate && command.takenLate !== undefined ? { takenLate: command.takenLate } : {};
  if (came === 'upheld') return [{ type: 'DecisionUpheld', version: 1, data: { ...data, ...late }, personal }];
  const change = { is: 'changed', ...(effectiveFrom === undefined ? {} : { effectiveFrom }) } as const;
  const effects = changed.length === 0 ? partOfOne(state, appeal) : effectsOf(state, changed, change, reversibles);
  return [{ type: 'DecisionChanged', version: 1, data: { ...data, outcome: came, ...late, effects }, personal }];
}

/** A part of a decision is changed by a new one: what that is, no list of commands can say. */
const partOfOne = (state: CaseState, appeal: Appeal): DecisionChanged['data']['effects'] =>
  appealedIn(state, appeal)
    .filter(({ undoneBy }) => undoneBy === null)
    .slice(0, 1)
    .map(({ revision, kind }) => ({ decision: revision, kind, undone: false, order: [], binding: true }));

const told = ({ discretion, newFacts }: ReconsiderDecision) => ({
  ...(discretion === undefined ? {} : { discretion }),
  ...(newFacts === undefined ? {} : { newFacts }),
});
