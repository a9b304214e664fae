import { type PlainDate, dayAfter, iso } from '@kvp/calendar';
import { type CaseState, decidedUntil, phase } from '@kvp/lifecycle';
import { caseFold } from '../case-fold.ts';
import type { Projection } from '../engine/projection.ts';
import { columns, indexes } from './tables.ts';

/** Where each case stands: its facts, from which the status of any day is computed when it is asked for. */
export const participantStatus: Projection<CaseState> = {
  name: 'participant-status',
  shape: 1,
  fold: caseFold,
  columns,
  indexes,
  rowOf: (state) => ({ received_on: state.application === null ? null : iso(state.application.receivedOn), ...phasesOf(state) }),
};

/** The phases of a case and the days that they change: `phase` of every day, written down once. */
export function phasesOf(state: CaseState): { readonly phases: readonly string[]; readonly phase_changes: readonly string[] } {
  const [first, ...later] = daysOfChange(state);
  if (first === undefined) return { phases: [], phase_changes: [] };
  const phases = [String(phase(state, first.subtract({ days: 1 })))];
  const changes: string[] = [];
  for (const day of [first, ...later]) {
    const begins = String(phase(state, day));
    if (begins === phases.at(-1)) continue;
    phases.push(begins);
    changes.push(iso(day));
  }
  return { phases, phase_changes: changes };
}

/** Every day on which `phase` may change, ascending. A spec compares with each day of a life. */
function daysOfChange({ application, rejection, grant, start, end, pauses, ...state }: CaseState): readonly PlainDate[] {
  if (application === null) return [];
  const until = decidedUntil({ application, rejection, grant, start, end, pauses, ...state });
  const days = [
    application.receivedOn,
    ...[rejection?.decidedOn, grant?.decidedOn, start?.on].flatMap((day) => day ?? []),
    ...pauses.flatMap(({ from, resumedOn }) => (resumedOn === null ? [from] : [from, resumedOn])),
    ...[end?.lastDay, until].flatMap((day) => (day == null ? [] : [dayAfter(day)])),
  ];
  return days.sort((a, b) => Temporal.PlainDate.compare(a, b));
}
