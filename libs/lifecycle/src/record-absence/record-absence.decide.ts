import { type Period, date, isBefore, isSame, overlap } from '@kvp/calendar';
import { ABSENCE_TITLE, type AbsenceKind, type AbsenceRule } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { isInQuarters } from '../kernel/fields.ts';
import { decideWhen, endsAfterStart, hasHappened, notTooFarAhead } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Absence } from '../kernel/state/absences.ts';
import { attendanceMoment } from '../register-attendance/register-attendance.decide.ts';
import { dayOutsideProgramme, hoursNotInQuarters } from '../register-attendance/register-attendance.refusals.ts';
import { isInProgramme } from '../timeline/phase.ts';
import { birthFaults } from './birth.ts';
import { carerFaults } from './carer.ts';
import { absenceRule, quotaFault } from './quotas.ts';
import type { RecordAbsence } from './record-absence.command.ts';
import { inOneForm, recordedAbsence, replacedBy } from './record-absence.outcome.ts';
import * as refusals from './record-absence.refusals.ts';
import { selfCertificateFaults } from './self-certificate.ts';

/** These are known when they have begun; leave and holiday may be set ahead. */
const NEVER_AHEAD: readonly AbsenceKind[] = ['illness', 'childIllness', 'covid', 'unauthorised'];

/** Once the programme has started, and still after its end. */
export const absenceMoment = attendanceMoment;

/**
 * Registers a period of absence on the rules of its first day: what it rests on, whether it pays, whether it counts. What is registered
 * already in the same words is left as it is. KVPF §§ 5–17; STL § 36; decided points 12, 14, 25, 32 and 35 to 37.
 */
export function decideRecordAbsence(state: CaseState, asked: RecordAbsence, context: Context): Decision {
  const command = inOneForm(asked);
  const rule = absenceRule(command.kind, context.law);
  return decideWhen(
    absenceMoment(state),
    () => (isKnown(state, command) ? [] : limits(state, command, rule, context)),
    () => (rule === undefined || isKnown(state, command) ? [] : [recordedAbsence(state, command, rule, context)]),
  );
}

const isKnown = ({ absences }: CaseState, { kind, from, to, hours, evidence, stipendLost = false }: RecordAbsence): boolean =>
  absences.recorded.some(
    (known) =>
      known.replacedBy === null &&
      known.kind === kind &&
      isSame(known.from, date(from)) &&
      isSame(known.to, date(to)) &&
      known.hours === (hours ?? null) &&
      known.evidence === (evidence ?? null) &&
      !(stipendLost && known.withStipend),
  );

function limits(state: CaseState, command: RecordAbsence, rule: AbsenceRule | undefined, context: Context): readonly Refusal[] {
  const asked = { from: date(command.from), to: date(command.to) };
  const days = isBefore(asked.to, asked.from) ? { from: asked.from, to: asked.from } : asked;
  // A mistyped year: the days between are thousands of years of them, and nothing else is worth telling.
  const mistyped = notTooFarAhead(asked.to, context.today);
  if (mistyped !== undefined) return [mistyped];
  return refusalsOf(
    endsAfterStart(asked.from, asked.to),
    NEVER_AHEAD.includes(command.kind) && hasHappened(days.from, context.today),
    command.hours !== undefined && !isInQuarters(command.hours) && refuse(hoursNotInQuarters, [days.from], 'STL § 36'),
    [days.from, ...(isSame(days.from, days.to) ? [] : [days.to])]
      .filter((day) => !isInProgramme(state, day))
      .map((day) => refuse(dayOutsideProgramme, [day], 'STL § 36')),
    overlaps(state, command, days),
    rule === undefined || absenceRule(command.kind, context.lawAt(days.to)) === undefined
      ? refuse(
          refusals.kindNotInLaw,
          [ABSENCE_TITLE[command.kind], rule === undefined ? days.from : days.to],
          context.law.absence.catalogue.provision,
        )
      : byRule(state, command, rule, days, context),
  );
}

/** The same kind twice over the same days is refused; of two kinds the stronger decides the day. Rulebook § 9.10. */
function overlaps(state: CaseState, command: RecordAbsence, days: Period): Refusal | undefined {
  const replaced = replacedBy(state, command).map(({ recordedIn }) => recordedIn);
  const isTwice = ({ kind, recordedIn, replacedBy: by, ...recorded }: Absence): boolean =>
    by === null && kind === command.kind && overlap(recorded, days) && !replaced.includes(recordedIn);
  const twice = state.absences.recorded.find(isTwice);
  return twice === undefined ? undefined : refuse(refusals.absenceOverlaps, [twice.from, twice.to]);
}

/** What the kind itself asks for. */
function byRule(state: CaseState, command: RecordAbsence, rule: AbsenceRule, days: Period, context: Context): readonly Refusal[] {
  const { kind, evidence, stipendLost = false, hours } = command;
  const isSelfCertifiedIllness = kind === 'illness' && evidence !== 'doctorsNote';
  return refusalsOf(
    rule.evidenceNeeded && evidence === undefined && !stipendLost && refuse(refusals.evidenceRequired, [], rule.provision),
    stipendLost && !isSelfCertifiedIllness && refuse(refusals.stipendNotLost, []),
    kind === 'illness' && evidence === 'selfCertified' && !stipendLost && selfCertificateFaults(state, days, context.law),
    kind === 'childIllness' && carerFaults(state, command, days, context.law),
    birthFaults(rule, days, command.childBirthDate),
    quotaFault(state, rule, [{ ...days, hours: hours ?? null }], command, context),
  );
}
