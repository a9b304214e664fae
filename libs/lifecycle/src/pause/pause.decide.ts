import { type IsoDate, type PlainDate, date, isAfter, isBefore } from '@kvp/calendar';
import type { Law, LeaveQuota, LeaveRight } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr, dateOrNull, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, endsAfterStart, inProgramme, isBlank, justified, notTooFarAhead } from '../kernel/guards.ts';
import { noticed } from '../kernel/notice.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { interruptionYearExceeded } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { daysLeft } from '../timeline/quota.ts';
import { interruptionBeginning, latestReturn, withinInterruptionYear } from '../timeline/interruption.ts';
import { leaveRight } from './leave-right.ts';
import type { PauseProgramme } from './pause.command.ts';
import { interrupted, onLeave } from './pause.outcome.ts';
import * as refusals from './pause.refusals.ts';

/** In the programme, and not interrupted for more than the year after which only termination is lawful. */
export const pauseMoment = (state: CaseState, on: PlainDate, law: Law): readonly Refusal[] =>
  inTurn(inProgramme(state, on), withinInterruptionYear(state, on, on, law));

/**
 * Grants leave or interrupts the programme. What is paid and what counts follows from the form and the provision, never from the
 * cause (rulebook § 3). STL §§ 32, 34 and 36; KVPF §§ 12–16; decided points 6, 12, 17, 32 and 35.
 */
export function decidePause(state: CaseState, command: PauseProgramme, context: Context): Decision {
  const { today, law } = context;
  const [from, to] = [date(command.from), dateOrNull(command.to)];
  return decideWhen(
    pauseMoment(state, decisionDay(command, today), law),
    () => {
      // A mistyped year: the days between are thousands of years of them, and nothing else is worth telling.
      const mistyped = [from, ...(to === null ? [] : [to])].flatMap((day) => notTooFarAhead(day, today) ?? []);
      if (mistyped.length > 0) return mistyped.slice(0, 1);
      return refusalsOf(
        datedDecision(command, today),
        inProgramme(state, from),
        endsAfterStart(from, to),
        sameFormTwice(state, command.legalForm, from, to) && refuse(refusals.pausedAlready, []),
        ofForm(state, command, from, to, context),
      );
    },
    () => [command.legalForm === 'INTERRUPTION' ? interrupted(state, command, context) : onLeave(state, command, context)],
  );
}

/** Pauses of different forms may overlap; the same form twice over the same days may not. Decided point 32. */
const sameFormTwice = (state: CaseState, form: PauseProgramme['legalForm'], from: PlainDate, to: PlainDate | null): boolean =>
  state.pauses.some(
    ({ legalForm, from: begun, resumedOn }) =>
      legalForm === form && (resumedOn === null || isBefore(from, resumedOn)) && (to === null || !isAfter(begun, to)),
  );

function ofForm(
  state: CaseState,
  command: PauseProgramme,
  from: PlainDate,
  to: PlainDate | null,
  { law, today }: Context,
): readonly Refusal[] {
  switch (command.legalForm) {
    case 'INTERRUPTION':
      return refusalsOf(
        justified(command),
        noticed(state, 'interruption', command, decisionDay(command, today)),
        interruptionPlan(state, from, to, law),
      );
    case 'LEAVE_WITHOUT_STIPEND': {
      const { withoutStipend } = law.leave;
      return refusalsOf(!withoutStipend.value && refuse(refusals.formNotInLaw, [], withoutStipend.provision));
    }
    case 'LEAVE_WITH_STIPEND':
      return leaveWithStipend(state, command, from, to, { law, today });
  }
}

/** No interruption is planned beyond the year after which the programme must be terminated. */
function interruptionPlan(state: CaseState, from: PlainDate, to: PlainDate | null, law: Law): Refusal | undefined {
  const latest = latestReturn(interruptionBeginning(state, from), law);
  return to !== null && latest !== undefined && isAfter(to, latest)
    ? refuse(interruptionYearExceeded, [latest], law.interruption.maximumYears.provision)
    : undefined;
}

function leaveWithStipend(
  state: CaseState,
  { provision = '', childBornOn }: PauseProgramme,
  from: PlainDate,
  to: PlainDate | null,
  { law, today }: Pick<Context, 'law' | 'today'>,
): readonly Refusal[] {
  if (isBlank(provision)) return [refuse(refusals.provisionRequired, [], law.leave.rights.provision)];
  const right = leaveRight(provision, law);
  if (right === undefined) return [refuse(refusals.noSuchLeave, [], law.leave.rights.provision)];
  return right.quota === null ? [] : withinQuota(state, { ...right, quota: right.quota }, { from, to }, childBornOn, today);
}

/** How much there is of a leave, with what is granted, recorded and registered of it already. KVPF §§ 12–16. */
function withinQuota(
  state: CaseState,
  right: LeaveRight & { readonly quota: LeaveQuota },
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate | null },
  childBornOn: IsoDate | undefined,
  today: PlainDate,
): readonly Refusal[] {
  const { quota, title, provision } = right;
  const sixWeeks = quota.unit === 'calendarDays' ? afterBirth(from, to, dateOr(childBornOn, from), quota.limit) : [];
  // Leave without a planned end takes its first day at least.
  const through = to ?? from;
  if (sixWeeks.length > 0 || isBefore(through, from)) return sixWeeks;
  if (daysLeft(state, right, [{ from, to: through }], today) === undefined) return [];
  return [refuse(refusals.leaveQuotaExceeded, [title, quota.limit, quotaUnit(quota)], provision)];
}

function quotaUnit({ unit, per }: LeaveQuota): string {
  if (unit === 'calendarDays') return 'kalenderdager';
  return per === 'calendarYear' ? 'virkedager i kalenderåret' : 'virkedager';
}

/** Six weeks: from the day of birth, itself the first, whenever the leave began. Decided point 35. */
function afterBirth(from: PlainDate, to: PlainDate | null, bornOn: PlainDate, days: number): readonly Refusal[] {
  const lastDay = bornOn.add({ days: days - 1 });
  return refusalsOf(
    isBefore(from, bornOn) && refuse(refusals.birthLeaveBeforeBirth, [bornOn]),
    isAfter(to ?? from, lastDay) && refuse(refusals.birthLeaveOver, [lastDay]),
  );
}
