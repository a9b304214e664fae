import { date } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { isInQuarters } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { AttendanceRegistration, CaseState } from '../kernel/state.ts';
import { isInProgramme } from '../timeline/phase.ts';
import { type CodedDay, codeFaults, contradictsAbsence, isRecordedAbsence, withRule } from './coded-absence.ts';
import { daysIn } from './days-in.ts';
import type { RegisterAttendance } from './register-attendance.command.ts';
import type { AttendanceRegistered } from './register-attendance.events.ts';
import * as refusals from './register-attendance.refusals.ts';
import { type Registration, monthOf } from './registrations.ts';

/** Once the programme has started, and still after its end: the last month is registered then. */
export const attendanceMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), state.start === null && refuse(refusals.notStarted, []));

/**
 * Registers what days were spent on. Stipend is paid in arrears on registered attendance (STL § 39). A day that is registered or recorded
 * already as the same is left out without a word, so that a month can be sent again; as something else it is refused.
 */
export function decideRegisterAttendance(state: CaseState, command: RegisterAttendance, context: Context): Decision {
  const days = inOrder(daysIn(command));
  const news = (): readonly CodedDay[] => days.filter((day) => registeredAs(state, day) === undefined && !isRecordedAbsence(state, day));
  return decideWhen(
    attendanceMoment(state),
    () =>
      days.length === 0
        ? [refuse(refusals.noDays, [])]
        : [...days.flatMap((day, index) => limits(state, day, days[index - 1], context)), ...codeFaults(state, news(), context)],
    () => registered(news().map((day) => withRule(day, context))),
  );
}

/** Days as they are asked for, in the order of the calendar; present when nothing else is said. */
export const inOrder = (days: ReturnType<typeof daysIn>): readonly CodedDay[] =>
  days
    .map(({ date: day, hours, code = 'present' }): CodedDay => ({ date: day, hours, code }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));

function limits(state: CaseState, day: CodedDay, previous: CodedDay | undefined, context: Context): readonly Refusal[] {
  const before = registeredAs(state, day);
  return refusalsOf(
    dayFaults(state, day, previous, context),
    before === undefined && contradictsAbsence(state, day),
    before !== undefined &&
      (before.hours !== day.hours || before.code !== day.code) &&
      refuse(refusals.dayAlreadyRegistered, [date(day.date)]),
  );
}

/** What is wrong with a day whatever was registered for it before. */
export function dayFaults(state: CaseState, day: CodedDay, previous: CodedDay | undefined, { today }: Context): readonly Refusal[] {
  const on = date(day.date);
  return refusalsOf(
    previous?.date === day.date && refuse(refusals.dayTwice, [on]),
    hasHappened(on, today),
    !isInProgramme(state, on) && refuse(refusals.dayOutsideProgramme, [on]),
    !isInQuarters(day.hours) && refuse(refusals.hoursNotInQuarters, [on]),
  );
}

/** What a day is registered as; undefined when it is not. */
export const registeredAs = ({ attendance }: CaseState, { date: day }: Pick<CodedDay, 'date'>): AttendanceRegistration | undefined =>
  attendance[monthOf(day)]?.find((registration) => registration.date === day);

function registered(days: readonly Registration[]): readonly AttendanceRegistered[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      type: 'AttendanceRegistered',
      version: 1,
      data: { from: first.date, to: last.date, days: days.length },
      personal: { registrations: [...days] },
    },
  ];
}
