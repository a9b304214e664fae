import type { Static } from 'typebox';
import { isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { conditionAnsweredTwice, conditionReasonRequired } from '../kernel/shared.refusals.ts';
import type { conditionAnswers } from './grant.events.ts';

/** Every answer says what it rests on, met or not: that the need was there must be traceable. STL § 29; FVL § 25. */
export function answerFaults(answers: Static<typeof conditionAnswers>): readonly Refusal[] {
  const named = answers.flatMap(({ condition }) => condition ?? []);
  return refusalsOf(
    answers.some(({ reason }) => isBlank(reason)) && refuse(conditionReasonRequired, []),
    new Set(named).size < named.length && refuse(conditionAnsweredTwice, []),
  );
}
