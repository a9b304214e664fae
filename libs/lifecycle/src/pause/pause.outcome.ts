import { type PlainDate, date, earliest, isAfter, isBefore, iso } from '@kvp/calendar';
import { PROTECTED_CAUSES } from '@kvp/rulebook';
import type { Context } from '../kernel/command.ts';
import { backdating, dateOrNull, decisionDay } from '../kernel/fields.ts';
import { isNoticed } from '../kernel/notice.ts';
import type { CaseState } from '../kernel/state.ts';
import { interruptionBeginning, latestReturn } from '../timeline/interruption.ts';
import { waiting } from '../request-leave/settled.ts';
import { leaveRight } from './leave-right.ts';
import type { PauseProgramme } from './pause.command.ts';
import type { LeaveGranted, ProgrammeInterrupted } from './pause.events.ts';

/** Leave as it goes into the log. Whether it counts is fixed here, by the rule of the decision. Decided point 12. */
export function onLeave(state: CaseState, command: PauseProgramme, { law, today }: Context): LeaveGranted {
  const withStipend = command.legalForm === 'LEAVE_WITH_STIPEND';
  const right = withStipend ? leaveRight(command.provision ?? '', law) : undefined;
  const settles = requestFor(state, command);
  return {
    type: 'LeaveGranted',
    version: 1,
    data: {
      ...days(command, today),
      legalForm: withStipend ? 'LEAVE_WITH_STIPEND' : 'LEAVE_WITHOUT_STIPEND',
      provision: right?.provision ?? command.provision ?? law.leave.withoutStipend.provision,
      countsTowardDuration: right?.countsTowardDuration ?? false,
      ...(settles === undefined ? {} : { settles }),
    },
    personal: { ...reasons(state, command, today), ...(command.childBornOn === undefined ? {} : { childBornOn: command.childBornOn }) },
  };
}

export function interrupted(state: CaseState, command: PauseProgramme, { law, today }: Context): ProgrammeInterrupted {
  const from = date(command.from);
  const latest = latestReturn(interruptionBeginning(state, from), law);
  return {
    type: 'ProgrammeInterrupted',
    version: 1,
    data: {
      ...days(command, today),
      provision: command.provision ?? law.interruption.maximumYears.provision,
      countsTowardDuration: false,
      ...(latest === undefined ? {} : { latestReturn: iso(latest) }),
      soonAfterReturn: cameBackWithin(state, from, law.interruption.warningDays.value),
      noticeGiven: isNoticed(state, 'interruption', command, decisionDay(command, today)),
    },
    personal: {
      ...reasons(state, command, today),
      ...(command.noticeException === undefined ? {} : { noticeException: command.noticeException }),
    },
  };
}

/** The request that the leave answers: the first that waits for any of its days. */
function requestFor({ absences }: CaseState, command: PauseProgramme): number | undefined {
  const [from, to] = [date(command.from), dateOrNull(command.to)];
  return waiting(absences).find((request) => !isBefore(request.to, from) && (to === null || !isAfter(request.from, to)))?.recordedIn;
}

const days = (command: PauseProgramme, today: PlainDate) => ({
  decidedOn: iso(decisionDay(command, today)),
  from: command.from,
  ...(command.to === undefined ? {} : { plannedTo: command.to }),
});

const reasons = (state: CaseState, command: PauseProgramme, today: PlainDate) => ({
  cause: command.cause,
  ...(PROTECTED_CAUSES.includes(command.cause) ? { absentSince: iso(absentSince(state, command)) } : {}),
  ...(command.justification === undefined ? {} : { justification: command.justification }),
  ...backdating(command, today),
});

/** The year of protection runs from the first day of the absence, also when it has changed its form since. Rulebook § 9.9. */
function absentSince(state: CaseState, { cause, from }: PauseProgramme): PlainDate {
  const begins = date(from);
  const continued = state.pauses.filter(
    (pause) => pause.cause === cause && !isAfter(pause.from, begins) && (pause.resumedOn === null || !isBefore(pause.resumedOn, begins)),
  );
  return earliest(begins, ...continued.map(({ protectedFrom, from: begun }) => protectedFrom ?? begun));
}

/** Decided point 17: a new interruption within 14 days of a return is worth a second look. */
const cameBackWithin = (state: CaseState, from: PlainDate, days: number): boolean =>
  state.pauses.some(
    ({ legalForm, resumedOn }) =>
      legalForm === 'INTERRUPTION' && resumedOn !== null && !isAfter(resumedOn, from) && !isAfter(from, resumedOn.add({ days })),
  );
