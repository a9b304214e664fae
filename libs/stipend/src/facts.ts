import { type Period, type PlainDate, dayBefore, intersection, isAfter, latest, union } from '@kvp/calendar';
import type { CaseState, Child, LegalForm, Pause } from '@kvp/lifecycle';

/** All of a case that its stipend rests on. The order of the lists means nothing. */
export interface StipendFacts {
  readonly birthDate: PlainDate;
  /** Days that a decision covers: from the actual start, to the end of the programme or its absolute maximum at the latest. */
  readonly paidPeriods: readonly Period[];
  readonly pauses: readonly StipendPause[];
  readonly children: readonly Child[];
}

/** A leave or an interruption. Whether it pays was decided with it, and is never read out of the form (rulebook § 3). */
export interface StipendPause {
  readonly legalForm: LegalForm;
  readonly withStipend: boolean;
  readonly from: PlainDate;
  /** The last day of it; null while nobody has resumed. A planned end ends nothing. Decided point 6. */
  readonly to: PlainDate | null;
}

/**
 * Reads the facts out of a case; null until the programme has started, as nothing is earned before (STL § 35). `absoluteMaximum`:
 * the last day that the law allows, pauses added, or null when it is out of reach; days after it pay nothing. Decided point 39.
 */
export function stipendFacts(state: CaseState, absoluteMaximum: PlainDate | null): StipendFacts | null {
  const { application, start, end } = state;
  if (application === null || start === null) return null;
  const ends = [end?.lastDay, absoluteMaximum].filter((day) => day !== null && day !== undefined);
  const payable = state.decisionPeriods.map((decided) => cut(decided, start.on, ends)).filter((days) => days !== undefined);
  return {
    birthDate: application.birthDate,
    paidPeriods: union(payable),
    pauses: state.pauses.map(stipendPause).filter(({ from, to }) => to === null || !isAfter(from, to)),
    children: state.children,
  };
}

function cut(decided: Period, start: PlainDate, ends: readonly PlainDate[]): Period | undefined {
  const from = latest(decided.from, start);
  return ends.reduce<Period | undefined>(
    (days, end) => (days === undefined || isAfter(days.from, end) ? undefined : intersection(days, { from: days.from, to: end })),
    isAfter(from, decided.to) ? undefined : { from, to: decided.to },
  );
}

const stipendPause = ({ legalForm, withStipend, from, resumedOn }: Pause): StipendPause => ({
  legalForm,
  withStipend,
  from,
  to: resumedOn === null ? null : dayBefore(resumedOn),
});
