import { type PlainDate, dayAfter, isAfter, isSame } from '@kvp/calendar';
import { type CaseState, type DecisionPeriod, lastDayByLaw } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, type LawAt, deadline } from '../deadline.ts';
import { decisionBehind } from '../over.ts';

/**
 * At the end of every decision period it is decided to go on or to stop, but where the programme ends there by itself. KVPF § 2. Until
 * that day it is a task; from the day after, the breach stands in its place, until a decision, and in the history for good. Whether an
 * open pause has moved the maximum past the end is seen on that very day, so that nothing here depends on another.
 */
export const decisionPeriods: Deadlines = (state, lawAt) =>
  state.start === null ? [] : state.decisionPeriods.flatMap((period, index) => endOf(state, period, index, lawAt));

function endOf(state: CaseState, { to }: DecisionPeriod, index: number, lawAt: LawAt): readonly Deadline[] {
  const isLast = index === state.decisionPeriods.length - 1;
  if (isLast && endsByItself(state, to)) return [];
  const decided = isLast ? (state.end?.decidedOn ?? null) : nextDecidedOn(state, index, to);
  const expires = dayAfter(to);
  const inTime = decided !== null && !isAfter(decided, to);
  const shared = {
    provision: lawAt(to).duration.perDecisionYears.provision,
    settledBy: 'extend',
    about: decisionBehind(state, ['grant', 'extension'], state.decisionPeriods, index)?.revision ?? null,
  };
  const end = deadline({ ...shared, kind: 'period-end', due: to, settledOn: inTime ? decided : expires });
  return inTime ? [end] : [end, deadline({ ...shared, kind: 'period-expired', due: expires, settledOn: decided, breach: true })];
}

function endsByItself(state: CaseState, to: PlainDate): boolean {
  const last = lastDayByLaw(state, to);
  return last !== null && !isAfter(last, to);
}

/** When it was decided to go on: for a lapse that is stored with it, else the decision itself says it. */
function nextDecidedOn(state: CaseState, index: number, to: PlainDate): PlainDate {
  const lapse = state.lapses.find(({ from }) => isSame(from, dayAfter(to)));
  return lapse?.to ?? decisionBehind(state, ['grant', 'extension'], state.decisionPeriods, index + 1)?.decidedOn ?? to;
}
