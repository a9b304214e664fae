import { type PlainDate, date, daysOf, isAfter, isFreeDay, iso } from '@kvp/calendar';
import { type CaseState, dayState } from '@kvp/lifecycle';
import { type DueLine, lastDayOf } from '@kvp/payments';
import { type Month, type ScheduleOptions, factsWithin, schedule, stipendFacts } from '@kvp/stipend';

/** A case as a payment run needs it, and the revision that it was read at: a run reads it again when the case has moved on. */
export interface CaseToPay {
  readonly caseId: string;
  readonly revision: number;
  readonly due: readonly DueLine[];
  /** Days of the run's month that nobody has registered anything for; 0 when that was not asked. */
  readonly unregisteredDays: number;
}

export interface CasesAsked {
  readonly municipality: string;
  readonly month: Month;
  /** Rates that became known later do not count. */
  readonly knownAt: PlainDate;
  /** Whether to look for days without registration. */
  readonly attendance: boolean;
  /** One case alone; all of the municipality when left out. */
  readonly caseId?: string;
  readonly signal?: AbortSignal;
}

/** Where a run finds the cases of a municipality. */
export interface CasesToPay {
  /** In ascending order of their ids, some at a time. A case that is missing here is not paid. */
  read(asked: CasesAsked): AsyncIterable<readonly CaseToPay[]>;
}

/** What is due in a case for the months up to the run's, straight from its state. `since`: from the month of that day on; all of them when left out. */
export function caseToPay(
  caseId: string,
  state: CaseState,
  {
    month,
    knownAt,
    attendance,
    since = SCHEME_BEGAN,
  }: Pick<CasesAsked, 'month' | 'knownAt' | 'attendance'> & { readonly since?: PlainDate },
  options: ScheduleOptions = {},
): CaseToPay {
  const facts = stipendFacts(state);
  const months = { from: since.with({ day: 1 }), to: lastDayOf(month) };
  const lines = facts === null || isAfter(months.from, months.to) ? [] : schedule(factsWithin(facts, months), { ...options, knownAt });
  const due = lines.map(({ amount, ...line }) => ({ ...dueOf(line), due: amount }));
  return { caseId, revision: state.revision, due, unregisteredDays: attendance ? unregisteredDays(state, month) : 0 };
}

/** Before every day that a stipend can be due for. */
const SCHEME_BEGAN = date('2007-11-01');

const dueOf = ({ month, payee, noWithholding }: Omit<DueLine, 'due'>): Omit<DueLine, 'due'> => ({ month, payee, noWithholding });

/** Days of a month on which the participant should have been there and nobody has said anything. A free day has no hours to miss. */
export function unregisteredDays(state: CaseState, month: Month): number {
  const last = lastDayOf(month);
  const registered = new Set(state.attendance[month]?.map(({ date }) => date));
  const isOpen = (day: PlainDate): boolean => {
    if (isFreeDay(day) || registered.has(iso(day))) return false;
    const { stipend, pays, unpaidHours, unauthorisedHours } = dayState(state, day);
    return stipend === 'attendance' && pays && unpaidHours + unauthorisedHours === 0;
  };
  return [...daysOf({ from: last.with({ day: 1 }), to: last })].filter(isOpen).length;
}
