import { type PlainDate, isBefore, reachesAge } from '@kvp/calendar';
import type { AbsenceKind, AbsenceRule, Law } from '@kvp/rulebook';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Asked, daysLeft } from '../timeline/quota.ts';
import { type Carer, carerDays } from './carer.ts';
import { quotaExceeded } from './record-absence.refusals.ts';

/** The rule of a kind in a law; undefined when the law has no such absence. */
export const absenceRule = (kind: AbsenceKind, { absence }: Law): AbsenceRule | undefined =>
  absence.catalogue.value.find((rule) => rule.kind === kind);

const WINDOW = {
  occasion: '',
  calendarYear: ' i kalenderåret',
  rolling12Months: ' i løpet av tolv måneder',
} as const;

/** How much there may be of a kind, with what is taken already, by whichever door. KVPF §§ 11–17; decided points 36 and 37. */
export function quotaFault(
  state: CaseState,
  rule: AbsenceRule,
  asked: readonly Asked[],
  carer: Carer,
  { law, today }: { readonly law: Law; readonly today: PlainDate },
): Refusal | undefined {
  const { quota, kind, provision, title } = rule;
  if (quota === null) return undefined;
  const limitOn = limits(state, kind, quota.limit, carer, law);
  const left = daysLeft(state, { kind, provision, quota }, asked, today, limitOn);
  const last = asked.at(-1);
  if (left === undefined || last === undefined) return undefined;
  const unit = (quota.unit === 'workingDays' ? 'virkedager' : 'kalenderdager') + WINDOW[quota.per];
  return refuse(quotaExceeded, [title, limitOn(last.to), unit, left], provision);
}

function limits(state: CaseState, kind: AbsenceKind, limit: number, carer: Carer, { absence }: Law): (day: PlainDate) => number {
  if (kind === 'childIllness' && absence.childIllness.value !== null) {
    const days = carerDays(carer, absence.childIllness.value);
    return () => days;
  }
  const senior = absence.seniorHoliday.value;
  if (kind === 'holiday' && senior !== null && state.application !== null) {
    const birthday = reachesAge(state.application.birthDate, senior.fromAge);
    return (day) => (isBefore(day, birthday) ? limit : limit + senior.extraDays);
  }
  return () => limit;
}
