import { type PlainDate, isAfter, isBefore, isSame } from '@kvp/calendar';
import type { DeadlineKind } from '@kvp/lifecycle';
import type { Deadline } from './deadline.ts';

/** Whole days ahead of the due date from which a deadline is near. */
export type LeadTimes = Readonly<Record<DeadlineKind, number>>;

/**
 * Our choice, where a municipality's policy says nothing; no provision sets a figure. Long where a decision must be prepared and notice
 * given before it (a silent lapse breaks KVPF § 2), none where there is nothing to do ahead of the day.
 */
export const DEFAULT_LEAD_TIMES: LeadTimes = {
  'interim-reply': 7,
  start: 30,
  'period-end': 60,
  'period-expired': 0,
  'interruption-year': 60,
  maximum: 90,
  'leave-end': 7,
  'leave-request': 7,
  'self-certificate-review': 30,
  evaluation: 14,
  statement: 0,
  appeal: 0,
  'appeal-mend': 0,
  'appeal-handling': 14,
  'appeal-order': 14,
  'returned-case': 14,
  deferral: 7,
  'detriment-notice': 14,
  'costs-claim': 0,
  'notice-unopened': 0,
  'correction-review': 7,
  proposal: 3,
};

/** Kinds that are no task before their day: there is nothing to do about a decision period that has run out until it has. */
export const ARISING_ON_THEIR_DAY: readonly DeadlineKind[] = ['period-expired'];

/** Whether there is such a deadline yet on a day. */
export const hasArisen = ({ kind, due }: Pick<Deadline, 'kind' | 'due'>, today: PlainDate): boolean =>
  !ARISING_ON_THEIR_DAY.includes(kind) || !isBefore(today, due);

/** How a deadline stands on a day: far ahead, near, on its last day, or passed; or there is nothing left to do. */
export type Standing = 'settled' | 'ahead' | 'near' | 'due' | 'overdue';

/** How a deadline stands on a day, with the lead times of the municipality; a kind that they leave out has its default. */
export function standingAt(
  { kind, due, settledOn }: Pick<Deadline, 'kind' | 'due' | 'settledOn'>,
  today: PlainDate,
  leadTimes: Partial<LeadTimes> = {},
): Standing {
  if (settledOn !== null && !isAfter(settledOn, today)) return 'settled';
  if (isAfter(today, due)) return 'overdue';
  if (isSame(today, due)) return 'due';
  const days = leadTimes[kind] ?? DEFAULT_LEAD_TIMES[kind];
  return isBefore(today, due.subtract({ days })) ? 'ahead' : 'near';
}
