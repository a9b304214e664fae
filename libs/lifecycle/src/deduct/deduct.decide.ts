import { type PlainDate, date, isFreeDay, isSame, isWeekday, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay, isInQuarters } from '../kernel/fields.ts';
import { datedDecision, decideWhen, hasHappened, justified } from '../kernel/guards.ts';
import { isNoticed, noticed } from '../kernel/notice.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { sparingOn } from '../record-absence/supplement.ts';
import { attendanceMoment } from '../register-attendance/register-attendance.decide.ts';
import { dayOutsideProgramme, hoursNotInQuarters } from '../register-attendance/register-attendance.refusals.ts';
import { HOURS_A_DAY, absencesOn, hoursAway } from '../timeline/absence.ts';
import { activePause, isInProgramme } from '../timeline/phase.ts';
import type { Deduct } from './deduct.command.ts';
import type { DeductionApplied, DeductionDecided } from './deduct.events.ts';
import * as refusals from './deduct.refusals.ts';

/** Once the programme has started, and still after its end: the last month is settled then. */
export const deductMoment = attendanceMoment;

/**
 * Takes unauthorised hours off the stipend. Where the grant reserves it, the grant is carried out; where not, it is a decision with notice
 * and reasons. The same hours of the same day are not taken twice. STL § 36; rulebook §§ 5.5 and 9.17; decided points 2 and 8.
 */
export function decideDeduct(state: CaseState, command: Deduct, context: Context): Decision {
  const { today } = context;
  const isReserved = state.grant?.absenceClause === true;
  const isKnown = state.absences.deductions.some(({ on, hours }) => hours === command.hours && isSame(on, date(command.date)));
  return decideWhen(
    deductMoment(state),
    () => (isKnown ? [] : [...ofDay(state, command, today), ...(isReserved ? [] : ofDecision(state, command, today))]),
    () => (isKnown ? [] : [isReserved ? applied(command, context) : decided(state, command, context)]),
  );
}

function ofDay(state: CaseState, { date: day, hours, programmeDay = false }: Deduct, today: PlainDate): readonly Refusal[] {
  const on = date(day);
  const hasHours = isWeekday(on) && (programmeDay || !isFreeDay(on));
  const left = hoursLeft(state, on);
  return refusalsOf(
    hasHappened(on, today),
    !hasHours && refuse(refusals.noHoursToMiss, [on]),
    !isInQuarters(hours) && refuse(hoursNotInQuarters, [on], 'STL § 36'),
    !isInProgramme(state, on)
      ? refuse(dayOutsideProgramme, [on], 'STL § 36')
      : isAway(state, on)
        ? refuse(refusals.awayWithReason, [on])
        : hours > left && refuse(refusals.moreHoursThanTheDay, [left]),
  );
}

const excused = (state: CaseState, on: PlainDate) => absencesOn(state, on).filter(({ kind }) => kind !== 'unauthorised');

const isAway = (state: CaseState, on: PlainDate): boolean =>
  activePause(state, on) !== undefined || excused(state, on).some(({ hours }) => hours === null);

/** What is left of the day when absence that has its reason, and what is deducted already, are taken away. */
function hoursLeft(state: CaseState, on: PlainDate): number {
  const deducted = state.absences.deductions.filter((deduction) => isSame(deduction.on, on)).map(({ hours }) => hours);
  return [...deducted, ...excused(state, on).map(hoursAway)].reduce((left, hours) => Math.max(0, left - hours), HOURS_A_DAY);
}

const ofDecision = (state: CaseState, command: Deduct, today: PlainDate): readonly Refusal[] =>
  refusalsOf(datedDecision(command, today), justified(command), noticed(state, 'deduction', command, decisionDay(command, today)));

const taken = ({ date: day, hours }: Deduct, context: Context): DeductionApplied['data'] => ({
  date: day,
  hours,
  ...sparingOn('unauthorised', date(day), context),
});

const applied = (command: Deduct, context: Context): DeductionApplied => ({
  type: 'DeductionApplied',
  version: 1,
  data: taken(command, context),
  personal: null,
});

function decided(state: CaseState, command: Deduct, context: Context): DeductionDecided {
  const { today } = context;
  const { justification = '', noticeException } = command;
  const decidedOn = decisionDay(command, today);
  return {
    type: 'DeductionDecided',
    version: 1,
    data: { decidedOn: iso(decidedOn), ...taken(command, context), noticeGiven: isNoticed(state, 'deduction', command, decidedOn) },
    personal: { justification, ...(noticeException === undefined ? {} : { noticeException }), ...backdating(command, today) },
  };
}
