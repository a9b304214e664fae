import { type PlainDate, dayAfter, earliest, isAfter, isSame } from '@kvp/calendar';
import { type CaseState, type DecisionPeriod, lastDayByLaw, undecidedAfter } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, type LawAt, deadline } from '../deadline.ts';

/**
 * At the end of every decision period it is decided to go on or to stop, but where the programme ends there by itself. KVPF § 2. Until
 * that day it is a task; from the day after, the breach stands in its place, until a decision, and in the history for good. Whether an
 * open pause has moved the maximum past the end is seen on that very day, so that nothing here depends on another.
 */
export const decisionPeriods: Deadlines = (state, lawAt) =>
  state.start === null
    ? []
    : state.decisionPeriods.flatMap((period, index) => endOf(state, period, state.decisionPeriods[index + 1], lawAt));

function endOf(state: CaseState, period: DecisionPeriod, next: DecisionPeriod | undefined, lawAt: LawAt): readonly Deadline[] {
  const { to, decidedIn } = period;
  if (next === undefined && endsByItself(state, to)) return [];
  const lapsed = next === undefined ? undecidedAfter(state) !== null : lapseAfter(state, to) !== undefined;
  const decidedOn = next === undefined ? (state.end?.decidedOn ?? null) : extendedOn(state, to, next);
  const expires = dayAfter(to);
  const shared = { provision: lawAt(to).duration.perDecisionYears.provision, settledBy: 'extend', about: decidedIn };
  const end = deadline({ ...shared, kind: 'period-end', due: to, settledOn: decidedOn === null ? expires : earliest(decidedOn, expires) });
  return lapsed ? [end, deadline({ ...shared, kind: 'period-expired', due: expires, settledOn: decidedOn, breach: true })] : [end];
}

function endsByItself(state: CaseState, to: PlainDate): boolean {
  const last = lastDayByLaw(state, to);
  return last !== null && !isAfter(last, to);
}

const lapseAfter = ({ lapses }: CaseState, to: PlainDate) => lapses.find(({ from }) => isSame(from, dayAfter(to)));

/** When it was decided to go on: the last day of the lapse that this ended, else the day that the decision bears. */
const extendedOn = (state: CaseState, to: PlainDate, { decidedIn }: DecisionPeriod): PlainDate =>
  lapseAfter(state, to)?.to ?? state.decisions.find(({ revision }) => revision === decidedIn)?.decidedOn ?? to;
