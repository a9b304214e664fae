import { type Period, contains, date, earliest, iso, isAfter, isFreeDay, latest } from '@kvp/calendar';
import type { AbsenceRule, NoticeAhead } from '@kvp/rulebook';
import type { Context } from '../kernel/command.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Absence } from '../kernel/state/absences.ts';
import { HOURS_A_DAY } from '../timeline/absence.ts';
import type { RecordAbsence } from './record-absence.command.ts';
import type { AbsenceRecorded } from './record-absence.events.ts';
import { unbroken } from './self-certificate.ts';
import { sparingOn } from './supplement.ts';

/** What is told, in one form: all hours of a day are the whole day, and lost stipend means that there was no more than a self-certificate. */
export function inOneForm({ hours, evidence, ...told }: RecordAbsence): RecordAbsence {
  const certified = evidence ?? (told.kind === 'illness' && told.stipendLost === true ? 'selfCertified' : undefined);
  return {
    ...told,
    ...(hours === undefined || hours >= HOURS_A_DAY ? {} : { hours }),
    ...(certified === undefined ? {} : { evidence: certified }),
  };
}

/** The absence as it goes into the log: paid or not and counted or not are fixed here, by the rule of its first day. Decided point 12. */
export function recordedAbsence(state: CaseState, command: RecordAbsence, rule: AbsenceRule, context: Context): AbsenceRecorded {
  const { kind, from: _from, to: _to, ...told } = command;
  const days = daysOfAbsence(state, command);
  const isPart = told.hours !== undefined;
  const replaces = replacedBy(state, command).map(({ recordedIn }) => recordedIn);
  const present = isPart ? 0 : daysPresent(state, days);
  return {
    type: 'AbsenceRecorded',
    version: 1,
    data: {
      from: iso(days.from),
      to: iso(days.to),
      withStipend: rule.withStipend && told.stipendLost !== true,
      // Time that does not count is whole calendar days (decided point 13): a part of a day takes none away.
      countsTowardDuration: rule.countsTowardDuration || isPart,
      ...(replaces.length === 0 ? {} : { replaces }),
      ...(present === 0 ? {} : { daysRegisteredPresent: present }),
      ...(isNotifiedLate(told.notifiedOn, days, rule.noticeAhead) ? { lateNotice: true } : {}),
      ...(kind === 'unauthorised' && state.grant?.absenceClause !== true ? { deductionNeedsDecision: true } : {}),
    },
    personal: { kind, provision: rule.provision, ...told, ...sparingOn(kind, days.from, context) },
  };
}

/** The days asked for; where stipend is lost, with the self-certified days of the same absence, which are lost with them. Decided point 25. */
function daysOfAbsence(state: CaseState, command: RecordAbsence): Period {
  const days = { from: date(command.from), to: date(command.to) };
  if (command.stipendLost !== true) return days;
  const joined = replacedBy(state, command);
  return { from: earliest(days.from, ...joined.map(({ from }) => from)), to: latest(days.to, ...joined.map(({ to }) => to)) };
}

/**
 * Records that the new one stands for: the self-certified days of an absence whose stipend is lost, and self-certified days that a doctor's
 * note has come for.
 */
export function replacedBy(state: CaseState, { kind, evidence, stipendLost, ...command }: RecordAbsence): readonly Absence[] {
  const days = { from: date(command.from), to: date(command.to) };
  const certified = state.absences.recorded.filter(
    (absence) => absence.replacedBy === null && absence.kind === kind && absence.evidence === 'selfCertified',
  );
  if (kind === 'illness' && stipendLost === true) return unbroken(certified, days);
  return evidence === 'doctorsNote' ? certified.filter(({ from, to }) => contains(days, from) && contains(days, to)) : [];
}

const daysPresent = ({ attendance }: CaseState, days: Period): number =>
  Object.values(attendance)
    .flat()
    .filter(({ date: day, hours, code }) => code === 'present' && hours > 0 && contains(days, date(day))).length;

/** Notice that came later than asked for is told, and takes nothing away: the regulation says nothing of what follows. */
function isNotifiedLate(notifiedOn: string | undefined, { from }: Period, ahead: NoticeAhead | null): boolean {
  if (notifiedOn === undefined || ahead === null) return false;
  return isAfter(
    date(notifiedOn),
    ahead.unit === 'calendarDays' ? from.subtract({ days: ahead.days }) : workingDaysBefore(from, ahead.days),
  );
}

function workingDaysBefore(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let before = day;
  for (let left = count; left > 0; left -= isFreeDay(before) ? 0 : 1) before = before.subtract({ days: 1 });
  return before;
}
