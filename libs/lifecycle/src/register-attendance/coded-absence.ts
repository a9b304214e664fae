import { type IsoDate, date } from '@kvp/calendar';
import { ABSENCE_TITLE, type AbsenceKind } from '@kvp/rulebook';
import type { Context } from '../kernel/command.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { kindNotInLaw } from '../record-absence/record-absence.refusals.ts';
import { absenceRule, quotaFault } from '../record-absence/quotas.ts';
import { sparingOn } from '../record-absence/supplement.ts';
import { absencesOn } from '../timeline/absence.ts';
import { absenceOfCode } from './attendance-codes.ts';
import { dayRecordedAsAbsence } from './register-attendance.refusals.ts';
import { type Registration, partOfDay } from './registrations.ts';

/** A day as it is asked for, before the rule of its code is put to it. */
export type CodedDay = Omit<Registration, 'absence'>;

/** The same absence is recorded as a period already: the day says nothing new. */
export const isRecordedAbsence = (state: CaseState, { date: day, hours, code }: CodedDay): boolean =>
  state.absences.recorded.length > 0 &&
  recordedOn(state, day).some((absence) => absence.kind === code && (absence.hours === null || absence.hours === partOfDay(hours)));

/** A day cannot be both what it is registered as and a whole day of recorded absence. Another kind of absence may lie over it. */
export function contradictsAbsence(state: CaseState, day: CodedDay): Refusal | undefined {
  const { recorded } = state.absences;
  if (recorded.length === 0 || day.code !== 'present' || day.hours === 0) return undefined;
  const isAway = recordedOn(state, day.date).some(({ hours }) => hours === null);
  return isAway ? refuse(dayRecordedAsAbsence, [date(day.date)]) : undefined;
}

/** Only what was recorded as a period: what the day itself was registered as is asked for elsewhere. */
const recordedOn = (state: CaseState, day: IsoDate) =>
  absencesOn(state, date(day)).filter((absence) => state.absences.recorded.includes(absence));

/**
 * What the law of the days says against their codes: a kind that it does not have, or more of one than there is, by whichever door it came.
 * How much a carer has depends on what only a record of the absence tells, so that illness of children is counted there.
 */
export function codeFaults(state: CaseState, days: readonly CodedDay[], { today, lawAt }: Context): readonly Refusal[] {
  const byKind = Map.groupBy(days, ({ code }) => absenceOfCode(code));
  return [...byKind].flatMap(([kind, coded]) => {
    const [first] = coded;
    return kind === undefined || first === undefined ? [] : faultsOfKind(kind, first);
    function faultsOfKind(of: AbsenceKind, { date: day }: CodedDay): readonly Refusal[] {
      const law = lawAt(date(day));
      const rule = absenceRule(of, law);
      if (rule === undefined) return [refuse(kindNotInLaw, [ABSENCE_TITLE[of], date(day)], law.absence.catalogue.provision)];
      if (of === 'childIllness') return [];
      const asked = coded.map((each) => ({ from: date(each.date), to: date(each.date), hours: partOfDay(each.hours) }));
      return [quotaFault(state, rule, asked, {}, { law, today })].flatMap((fault) => fault ?? []);
    }
  });
}

/** The day as the event keeps it: with the rule of its code, which is fixed here. Decided point 12. */
export function withRule(day: CodedDay, context: Context): Registration {
  const kind = absenceOfCode(day.code);
  const rule = kind === undefined ? undefined : absenceRule(kind, context.lawAt(date(day.date)));
  if (kind === undefined || rule === undefined) return day;
  const { provision, withStipend, countsTowardDuration: counts } = rule;
  const countsTowardDuration = counts || partOfDay(day.hours) !== null;
  return { ...day, absence: { provision, withStipend, countsTowardDuration, ...sparingOn(kind, date(day.date), context) } };
}
