import type { Event } from '@event-driven-io/emmett';

/** Events for Emmett of the same number of bytes as ours, with the little state that a registration of attendance needs. */
export type CaseEvent = Event<'CaseOpened', CaseData> | Event<'AttendanceRegistered', CaseData>;

interface CaseData extends Record<string, unknown> {
  readonly caseId: string;
  readonly days: readonly { readonly date: string; readonly hours: number }[];
  /** Makes up the size: our envelope carries sealed data, the command, law revisions and hashes. */
  readonly envelope: string;
}

/** A type, not an interface: Emmett's documents want an index signature. */
export type CaseState = { readonly open: boolean; readonly weeks: number; readonly lastDay: string };

export const initialState = (): CaseState => ({ open: false, weeks: 0, lastDay: '' });

export function evolve(state: CaseState, { type, data }: CaseEvent): CaseState {
  switch (type) {
    case 'CaseOpened':
      return { ...state, open: true };
    case 'AttendanceRegistered':
      return { ...state, weeks: state.weeks + 1, lastDay: data.days.at(-1)?.date ?? state.lastDay };
  }
}

/** Decides as little as can be decided: the case must be open. */
export function register(caseId: string, state: CaseState, bytes: number): CaseEvent {
  if (!state.open) throw new Error('The case is not open.');
  return attendance(caseId, state.weeks, bytes);
}

export const opened = (caseId: string, bytes: number): CaseEvent => ({
  type: 'CaseOpened',
  data: padded({ caseId, days: [], envelope: '' }, bytes),
});

export function attendance(caseId: string, week: number, bytes: number): CaseEvent {
  const days = Array.from({ length: 5 }, (_, day) => ({ date: `week ${week} day ${day}`, hours: 7.5 }));
  return { type: 'AttendanceRegistered', data: padded({ caseId, days, envelope: '' }, bytes) };
}

const padded = (data: CaseData, bytes: number): CaseData => ({
  ...data,
  envelope: 'x'.repeat(Math.max(0, bytes - JSON.stringify(data).length)),
});

export const caseName = (index: number): string => `case-${String(index).padStart(6, '0')}`;
