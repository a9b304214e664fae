import { type PlainDate, isAfter } from '@kvp/calendar';
import { type CaseState, type TerminationReason, statusAt } from '@kvp/lifecycle';
import { endOf } from '../../facts/facts-of.ts';

/** STATUS of endings, when not paused. Decided point 22. A year of interruption ends while paused, and so is 7. */
const STATUS_OF_REASON: Readonly<Record<TerminationReason, '3' | '4' | '5' | '6' | '7'>> = {
  completed: '3',
  agreed: '3',
  maximumReached: '3',
  benefitGranted: '3',
  turned67: '3',
  death: '3',
  nonAttendance: '4',
  notResuming: '4',
  interruptedOneYear: '7',
  movedMunicipality: '5',
  movedDistrict: '6',
};

/** Klass 555. */
export type KostraStatus = '1' | '2' | '3' | '4' | '5' | '6' | '7';

export interface StatusOn {
  readonly status: KostraStatus;
  /** The last day in the programme; null while it goes on. */
  readonly lastDay: PlainDate | null;
  readonly reason: string | null;
}

/** How a participation stands on the last day of the year, or of a draft. An end that is decided for later has not come. § 11.22. */
export function statusOn(state: CaseState, asOf: PlainDate): StatusOn {
  const end = endOf(state, asOf);
  if (end === null || isAfter(end.lastDay, asOf)) return { status: isPaused(state, asOf) ? '2' : '1', lastDay: null, reason: null };
  const { lastDay, reason } = end;
  const plain = STATUS_OF_REASON[reason as TerminationReason];
  const isMove = plain === '5' || plain === '6';
  return { status: !isMove && isPaused(state, lastDay) ? '7' : plain, lastDay, reason };
}

const isPaused = (state: CaseState, on: PlainDate): boolean => statusAt(state, on).pause !== null;
