import { iso } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';
import { type Registration, monthOf } from '../register-attendance/registrations.ts';

/** The state without what some days were registered as, absence by code with it. */
export function withoutDays(state: CaseState, days: readonly Pick<Registration, 'date'>[]): CaseState {
  const gone = new Set(days.map(({ date }) => date));
  const months = { ...state.attendance };
  for (const month of new Set(days.map(({ date }) => monthOf(date))))
    months[month] = (months[month] ?? []).filter(({ date }) => !gone.has(date));
  const { registered } = state.absences;
  const left = registered.filter(({ from }) => !gone.has(iso(from)));
  const without = { ...state, attendance: months };
  return left.length === registered.length ? without : { ...without, absences: { ...state.absences, registered: left } };
}
