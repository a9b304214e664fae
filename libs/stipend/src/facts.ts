import { type Period, type PlainDate, dayAfter, dayBefore, earliest, intersection, isAfter, latest } from '@kvp/calendar';
import {
  type Absence,
  type Benefit,
  type CaseState,
  type Child,
  type DecisionPeriod,
  type Deduction,
  type Maintenance,
  type Pause,
  type Work,
  absencesOf,
  decidedUntil,
  lastDayByLaw,
} from '@kvp/lifecycle';

/** A child that the stipend is supplemented for, and while it is supported. */
export type SupportedChild = Pick<Child, 'recordedIn' | 'birthDate' | 'from' | 'to'>;

/** Days that stipend is paid for, and the decision that says so. */
export type PaidPeriod = Pick<DecisionPeriod, 'decidedIn' | 'monthModels'> & Period;

/** All of a case that its stipend rests on. The order of the lists means nothing. */
export interface StipendFacts {
  readonly birthDate: PlainDate;
  /** Days that a decision covers: from the actual start, to the end of the programme or its maximum at the latest. */
  readonly paidPeriods: readonly PaidPeriod[];
  /** Whether a pause pays was decided with it, and is never read out of its form (rulebook § 3). */
  readonly pauses: readonly Pause[];
  readonly children: readonly SupportedChild[];
  /** Every absence once, by whichever door it came. */
  readonly absences: readonly Absence[];
  readonly deductions: readonly Deduction[];
  /** Unauthorised absence is deducted as it is recorded; without the clause it takes a decision. Rulebook § 5.5. */
  readonly absenceClause: boolean;
  readonly work: readonly Work[];
  readonly benefits: readonly Benefit[];
  readonly maintenance: readonly Maintenance[];
}

/** What of a case the facts are read from. */
const READ = [
  ...['application', 'grant', 'start', 'decisionPeriods', 'pauses', 'children', 'end', 'outside', 'circumstances', 'absences'],
] as const satisfies readonly (keyof CaseState)[];

/** True when nothing that the stipend rests on lies between two states of one case: most events, presence above all. */
export const hasSameStipendFacts = (a: CaseState, b: CaseState): boolean => READ.every((field) => a[field] === b[field]);

/** Reads the facts out of a case; null until the programme has started, as nothing is earned before (STL § 35). */
export function stipendFacts(state: CaseState): StipendFacts | null {
  const { application, grant, start, end, pauses, children, absences, circumstances } = state;
  if (application === null || start === null) return null;
  const ends = [end?.lastDay, maximum(state)].flatMap((day) => day ?? []);
  return {
    birthDate: application.birthDate,
    paidPeriods: state.decisionPeriods
      .flatMap((decided) => cut(decided, start.on, ends) ?? [])
      .flatMap((paid) => without(paid, state.outside)),
    pauses,
    children,
    absences: absencesOf(state),
    deductions: absences.deductions,
    absenceClause: grant?.absenceClause === true,
    work: circumstances.work,
    benefits: circumstances.benefits,
    maintenance: circumstances.maintenance,
  };
}

/**
 * Days after the maximum pay nothing, recorded or not (decided point 39). A pause that nobody has resumed is followed to the last
 * decided day, so that the answer does not depend on the day it is asked for.
 */
function maximum(state: CaseState): PlainDate | null {
  const until = decidedUntil(state);
  return until === null ? null : lastDayByLaw(state, until);
}

/** What is left of a period when the days that are none of the programme are taken out. Decided point 19. */
const without = (paid: PaidPeriod, outside: readonly Period[]): readonly PaidPeriod[] =>
  outside.reduce<readonly PaidPeriod[]>((left, days) => left.flatMap((each) => parts(each, days)), [paid]);

const parts = ({ from, to, ...decided }: PaidPeriod, days: Period): readonly PaidPeriod[] =>
  [
    { from, to: earliest(to, dayBefore(days.from)), ...decided },
    { from: latest(from, dayAfter(days.to)), to, ...decided },
  ].filter((part) => !isAfter(part.from, part.to));

function cut({ decidedIn, monthModels, ...decided }: DecisionPeriod, start: PlainDate, ends: readonly PlainDate[]): PaidPeriod | undefined {
  const from = latest(decided.from, start);
  const days = ends.reduce<Period | undefined>(
    (left, end) => (left === undefined || isAfter(left.from, end) ? undefined : intersection(left, { from: left.from, to: end })),
    isAfter(from, decided.to) ? undefined : { from, to: decided.to },
  );
  return days === undefined ? undefined : { ...days, decidedIn, ...(monthModels === undefined ? {} : { monthModels }) };
}
