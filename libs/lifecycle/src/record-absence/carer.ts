import { type Period, countDays, date } from '@kvp/calendar';
import type { ChildIllness, Law } from '@kvp/rulebook';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { absencesOf } from '../timeline/absence.ts';
import type { RecordAbsence } from './record-absence.command.ts';
import * as refusals from './record-absence.refusals.ts';
import { unbroken } from './self-certificate.ts';

/** What the command says of the one who cares, and for whom. */
export type Carer = Pick<
  RecordAbsence,
  'childBirthDate' | 'childChronicallyIll' | 'soleCarer' | 'childrenInCare' | 'chronicallyIllChildren'
>;

/** Working days in twelve months for the illness of children: more for many, for the chronically ill, and twice for who is alone. KVPF § 11. */
export function carerDays(carer: Carer, rule: ChildIllness): number {
  const { soleCarer = false, childrenInCare = 1, childChronicallyIll = false } = carer;
  const chronicallyIll = carer.chronicallyIllChildren ?? Number(childChronicallyIll);
  const days = childrenInCare > rule.manyChildren ? rule.daysForMany : rule.days;
  return (days + chronicallyIll * rule.perChronicallyIll) * (soleCarer ? rule.soleCarerFactor : 1);
}

/** What stands against time off for a child's illness, its days in twelve months apart. KVPF §§ 9 and 10. */
export function carerFaults(
  state: CaseState,
  command: Carer & Pick<RecordAbsence, 'evidence'>,
  days: Period,
  { absence: { childIllness } }: Law,
): readonly Refusal[] {
  const rule = childIllness.value;
  if (rule === null) return [];
  const { childBirthDate, childChronicallyIll, evidence } = command;
  if (childBirthDate === undefined) return [refuse(refusals.childBirthDateRequired, [])];
  const age = childChronicallyIll === true ? rule.chronicallyIllAge : rule.childAge;
  const sameCase = unbroken(
    absencesOf(state).filter((absence) => absence.kind === 'childIllness' && absence.evidence === 'selfCertified'),
    days,
  );
  return refusalsOf(
    days.to.year > date(childBirthDate).year + age && refuse(refusals.childTooOld, [age]),
    evidence === 'selfCertified' &&
      countDays([days, ...sameCase]) > rule.selfCertifiedDays &&
      refuse(refusals.doctorsNoteNeeded, [rule.selfCertifiedDays]),
  );
}
