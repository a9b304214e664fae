import { date, period } from '@kvp/calendar';
import type { LegalForm } from '@kvp/lifecycle';
import type { RatesInUse } from './day.ts';
import type { StipendFacts, StipendPause } from './facts.ts';
import { type ScheduleMonth, schedule } from './schedule.ts';

/** A participant of thirty or so without children, in programme for the given days; what a spec is about is said there. */
export const facts = (from: string, to: string, more: Partial<StipendFacts> = {}): StipendFacts => ({
  birthDate: date('1990-04-02'),
  paidPeriods: [period(from, to)],
  pauses: [],
  children: [],
  ...more,
});

export const pause = (legalForm: LegalForm, from: string, to: string | null): StipendPause => ({
  legalForm,
  withStipend: legalForm === 'LEAVE_WITH_STIPEND',
  from: date(from),
  to: to === null ? null : date(to),
});

export const child = (birthDate: string, from: string = birthDate, to: string | null = null): StipendFacts['children'][number] => ({
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
