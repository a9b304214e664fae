import { date } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { AttendanceRegistration, CaseState } from '../kernel/state.ts';
import { isInProgramme } from '../timeline/phase.ts';
import { daysIn } from './days-in.ts';
import type { RegisterAttendance } from './register-attendance.command.ts';
import { type AttendanceRegistered, monthOf } from './register-attendance.events.ts';
import * as refusals from './register-attendance.refusals.ts';

type Registration = AttendanceRegistered['personal']['registrations'][number];

/** Once the programme has started, and still after its end: the last month is registered then. */
export function attendanceMoment(state: CaseState): readonly Refusal[] {
  const registered = isRegistered(state);
  if (registered.length > 0) return registered;
  return state.start === null ? [refuse(refusals.notStarted, [])] : [];
}

/**
 * Registers what days were spent on. Stipend is paid in arrears on registered attendance (STL § 39). A day that is registered
 * already with the same is left out without a word, so that a month can be sent again; with something else it is refused.
 */
export function decideRegisterAttendance(state: CaseState, command: RegisterAttendance, context: Context): Decision {
  const days = daysIn(command)
    .map(({ date: day, hours, code = 'present' }): Registration => ({ date: day, hours, code }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return decideWhen(
    attendanceMoment(state),
    () => (days.length === 0 ? [refuse(refusals.noDays, [])] : days.flatMap((day, index) => limits(state, day, days[index - 1], context))),
    () => registered(days.filter((day) => registeredAs(state, day) === undefined)),
  );
}

function limits(state: CaseState, day: Registration, previous: Registration | undefined, { today }: Context): readonly Refusal[] {
  const on = date(day.date);
  const before = registeredAs(state, day);
  return refusalsOf(
    previous?.date === day.date && refuse(refusals.dayTwice, [on]),
    hasHappened(on, today),
    !isInProgramme(state, on) && refuse(refusals.dayOutsideProgramme, [on]),
    !Number.isInteger(day.hours * 4) && refuse(refusals.hoursNotInQuarters, [on]),
    before !== undefined && (before.hours !== day.hours || before.code !== day.code) && refuse(refusals.dayAlreadyRegistered, [on]),
  );
}

const registeredAs = ({ attendance }: CaseState, { date: day }: Registration): AttendanceRegistration | undefined =>
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
