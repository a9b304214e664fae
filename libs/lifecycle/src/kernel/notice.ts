import { type PlainDate, isAfter } from '@kvp/calendar';
import { isBlank } from './guards.ts';
import { type Refusal, refuse } from './refusal.ts';
import { noticeRequired } from './shared.refusals.ts';
import type { CaseState } from './state.ts';
import { COMMAND_OF, type DecisionKind } from './state/decisions.ts';

/** What a decision itself says of notice beforehand. */
export interface NoticeFacts {
  readonly noticeGiven?: boolean;
  readonly noticeException?: string;
}

/** Whether the party was told beforehand of a decision made on a day: it says so itself, or the case shows it. FVL § 16. */
export const isNoticed = (state: CaseState, kind: DecisionKind, { noticeGiven }: NoticeFacts, on: PlainDate): boolean =>
  noticeGiven === true || isOnRecord(state, kind, on);

/** The party must have been told beforehand, unless an exception made it needless. FVL § 16. */
export const noticed = (state: CaseState, kind: DecisionKind, facts: NoticeFacts, on: PlainDate): Refusal | undefined =>
  isNoticed(state, kind, facts, on) || !isBlank(facts.noticeException) ? undefined : refuse(noticeRequired, []);

/**
 * A notice about the command was answered by the day, or the time to answer was out. A notice serves once, for the next decision of its
 * kind.
 */
function isOnRecord({ decisions, handling }: CaseState, kind: DecisionKind, on: PlainDate): boolean {
  const before = decisions.findLast((decision) => decision.kind === kind)?.revision ?? -1;
  return handling.notices.some(
    ({ recordedIn, about, answerBy, answeredOn }) =>
      recordedIn > before && about === COMMAND_OF[kind] && (isAfter(on, answerBy) || (answeredOn !== null && !isAfter(answeredOn, on))),
  );
}
