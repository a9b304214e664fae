import { date } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type CodedDay, codeFaults, contradictsAbsence, withRule } from '../register-attendance/coded-absence.ts';
import { attendanceMoment, dayFaults, inOrder, registeredAs } from '../register-attendance/register-attendance.decide.ts';
import type { CorrectAttendance } from './correct-attendance.command.ts';
import type { AttendanceCorrected } from './correct-attendance.events.ts';
import { dayNotRegistered } from './correct-attendance.refusals.ts';
import { withoutDays } from './without-days.ts';

/**
 * Corrects days that were registered wrongly: a new event names the old ones, which stay in the log (archive regulation § 11). Days that
 * are registered so already are left out. STL §§ 36 and 39.
 */
export function decideCorrectAttendance(state: CaseState, { days: asked, reason }: CorrectAttendance, context: Context): Decision {
  const days = inOrder(asked);
  const wrong = days.filter((day) => !isAsRegistered(state, day));
  const without = withoutDays(state, wrong);
  return decideWhen(
    attendanceMoment(state),
    () => [
      ...days.flatMap((day, index) => limits(state, day, days[index - 1], context)),
      ...wrong.flatMap((day) => contradictsAbsence(state, day) ?? []),
      ...codeFaults(without, wrong, context),
    ],
    () => corrected(state, wrong, reason, context),
  );
}

const limits = (state: CaseState, day: CodedDay, previous: CodedDay | undefined, context: Context): readonly Refusal[] =>
  refusalsOf(
    dayFaults(state, day, previous, context),
    registeredAs(state, day) === undefined && refuse(dayNotRegistered, [date(day.date)]),
  );

function isAsRegistered(state: CaseState, day: CodedDay): boolean {
  const before = registeredAs(state, day);
  return before?.hours === day.hours && before.code === day.code;
}

function corrected(state: CaseState, days: readonly CodedDay[], reason: string, context: Context): readonly AttendanceCorrected[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const corrects = new Set(days.flatMap((day) => registeredAs(state, day)?.recordedIn ?? []));
  return [
    {
      type: 'AttendanceCorrected',
      version: 1,
      data: { from: first.date, to: last.date, days: days.length, corrects: [...corrects].sort((a, b) => a - b) },
      personal: { registrations: days.map((day) => withRule(day, context)), reason },
    },
  ];
}
