import { type PlainDate, isAfter } from '@kvp/calendar';
import { COMMAND_OF, type DecisionKind } from './decisions.ts';
import type { CaseState } from './state.ts';

/**
 * Whether the party was told beforehand of a decision of this kind, as the case itself shows on the day of the decision: a notice about
 * its command was answered by then, or the time to answer was out. A notice serves once, for the next decision of that kind. FVL § 16.
 */
export function isNoticed({ decisions, handling }: CaseState, kind: DecisionKind, on: PlainDate): boolean {
  const before = decisions.findLast((decision) => decision.kind === kind)?.revision ?? -1;
  return handling.notices.some(
    ({ recordedIn, about, answerBy, answeredOn }) =>
      recordedIn > before && about === COMMAND_OF[kind] && (isAfter(on, answerBy) || (answeredOn !== null && !isAfter(answeredOn, on))),
  );
}
