import { date, dayAfter, period } from '@kvp/calendar';
import type { LegalForm, Pause } from '@kvp/lifecycle';
import type { RatesInUse } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { type ScheduleMonth, schedule } from './schedule.ts';

/** A participant of thirty or so without children, in programme for the given days; what a spec is about is said there. */
export const facts = (from: string, to: string, more: Partial<StipendFacts> = {}): StipendFacts => ({
  birthDate: date('1990-04-02'),
  paidPeriods: [{ ...period(from, to), decidedIn: 1 }],
  pauses: [],
  children: [],
  absences: [],
  deductions: [],
  absenceClause: true,
  work: [],
  benefits: [],
  maintenance: [],
  ...more,
});

/** A pause from its first to its last day, both inside; open when nobody has resumed. */
export const pause = (legalForm: LegalForm, from: string, to: string | null): Pause => ({
  decidedIn: 3,
  legalForm,
  cause: 'other',
  provision: 'STL § 32',
  from: date(from),
  plannedTo: null,
  resumedOn: to === null ? null : dayAfter(date(to)),
  returns: [],
  countsTowardDuration: false,
  withStipend: legalForm === 'LEAVE_WITH_STIPEND',
  protectedFrom: null,
});

export const child = (birthDate: string, from: string = birthDate, to: string | null = null): StipendFacts['children'][number] => ({
  recordedIn: 2,
  birthDate: date(birthDate),
  from: date(from),
  to: to === null ? null : date(to),
});

/** One line of a schedule. Throws when the month is not in it. */
export function monthOfSchedule(of: StipendFacts, month: string, rates: RatesInUse = {}): ScheduleMonth {
  const line = schedule(of, rates).find((candidate) => candidate.month === month);
  if (line === undefined) throw new Error(`${month} is not in the schedule`);
  return line;
}
