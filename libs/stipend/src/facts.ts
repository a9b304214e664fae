import { type Period, type PlainDate, intersection, isAfter, latest, union } from '@kvp/calendar';
import { type CaseState, type Child, type Pause, decidedUntil, lastDayByLaw } from '@kvp/lifecycle';

/** A child that the stipend is supplemented for, and while it is supported. */
export type SupportedChild = Pick<Child, 'birthDate' | 'from' | 'to'>;

/** All of a case that its stipend rests on. The order of the lists means nothing. */
export interface StipendFacts {
  readonly birthDate: PlainDate;
  /** Days that a decision covers: from the actual start, to the end of the programme or its maximum at the latest. */
  readonly paidPeriods: readonly Period[];
  /** Whether a pause pays was decided with it, and is never read out of its form (rulebook § 3). */
  readonly pauses: readonly Pause[];
  readonly children: readonly SupportedChild[];
}

/** What of a case the facts are read from. */
const READ = [
  ...['application', 'start', 'decisionPeriods', 'pauses', 'children', 'end', 'circumstances', 'absences'],
] as const satisfies readonly (keyof CaseState)[];

/** True when nothing that the stipend rests on lies between two states of one case: most events, attendance above all. */
export const hasSameStipendFacts = (a: CaseState, b: CaseState): boolean => READ.every((field) => a[field] === b[field]);

/** Reads the facts out of a case; null until the programme has started, as nothing is earned before (STL § 35). */
export function stipendFacts(state: CaseState): StipendFacts | null {
  const { application, start, end, pauses, children } = state;
  if (application === null || start === null) return null;
  const ends = [end?.lastDay, maximum(state)].flatMap((day) => day ?? []);
  const payable = state.decisionPeriods.flatMap((decided) => cut(decided, start.on, ends) ?? []);
  return { birthDate: application.birthDate, paidPeriods: union(payable), pauses, children };
}

/**
 * Days after the maximum pay nothing, recorded or not (decided point 39). A pause that nobody has resumed is followed to the last
 * decided day, so that the answer does not depend on the day it is asked for.
 */
function maximum(state: CaseState): PlainDate | null {
  const until = decidedUntil(state);
  return until === null ? null : lastDayByLaw(state, until);
}

function cut(decided: Period, start: PlainDate, ends: readonly PlainDate[]): Period | undefined {
  const from = latest(decided.from, start);
  return ends.reduce<Period | undefined>(
    (days, end) => (days === undefined || isAfter(days.from, end) ? undefined : intersection(days, { from: days.from, to: end })),
    isAfter(from, decided.to) ? undefined : { from, to: decided.to },
  );
}
