import {
  type Period,
  type PlainDate,
  contains,
  countDays,
  dayAfter,
  dayBefore,
  daysInclusive,
  isAfter,
  isBefore,
  isSame,
  union,
} from '@kvp/calendar';
import type { Law, SelfCertificate } from '@kvp/rulebook';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Absence } from '../kernel/state/absences.ts';
import { absencesOf } from '../timeline/absence.ts';
import * as refusals from './record-absence.refusals.ts';

/** Own illness that was certified by the participant, in no order. */
export const selfCertified = (state: CaseState): readonly Absence[] =>
  absencesOf(state).filter(({ kind, evidence }) => kind === 'illness' && evidence === 'selfCertified');

/** The loss of the right to certify one's own illness that is in force on a day. KVPF § 8. */
const lossOn = ({ absences }: CaseState, on: PlainDate) =>
  absences.selfCertificateLosses.find(({ from, restoredOn }) => !isBefore(on, from) && (restoredOn === null || isBefore(on, restoredOn)));

/**
 * What stands against certifying these days of one's own illness: the first eight weeks, a lost right, and the days that are used up.
 * KVPF §§ 5, 6 and 8; decided point 25.
 */
export function selfCertificateFaults(state: CaseState, days: Period, { absence: { selfCertificate } }: Law): readonly Refusal[] {
  const rule = selfCertificate.value;
  if (rule === null || state.start === null) return [];
  const rightFrom = state.start.on.add({ days: rule.fromDay });
  const loss = lossOn(state, days.from) ?? lossOn(state, days.to);
  const left = daysLeft(selfCertified(state), days, rule);
  return refusalsOf(
    isBefore(days.from, rightFrom) && refuse(refusals.selfCertificateTooEarly, [rightFrom], selfCertificate.provision),
    loss !== undefined && refuse(refusals.selfCertificateIsLost, [loss.from]),
    daysInclusive(days.from, days.to) > left &&
      refuse(refusals.selfCertificateUsedUp, [rule.calendarDays, left], selfCertificate.provision),
  );
}

/** Days that may be certified, less those of the absences that count in: each fell ill again within the window of the one before. */
function daysLeft(earlier: readonly Absence[], days: Period, { calendarDays, windowDays }: SelfCertificate): number {
  let others: readonly Period[] = [];
  for (;;) {
    const run = [days, ...others];
    const joined = earlier.filter((absence) =>
      run.some((each) => isWithin(absence, each, windowDays) || isWithin(each, absence, windowDays)),
    );
    if (joined.length === others.length) break;
    others = joined;
  }
  return Math.max(0, calendarDays - countDays(others));
}

/** The new first day is no more than so many days after the former last one. */
const isWithin = (former: Period, next: Period, days: number): boolean =>
  isBefore(former.from, next.from) && !isAfter(next.from, former.to.add({ days }));

/** Days of an absence together with those recorded right before and after it. */
export function unbroken(absences: readonly Absence[], days: Period): readonly Absence[] {
  let joined: readonly Absence[] = [];
  for (;;) {
    const run: readonly Period[] = [days, ...joined];
    const next = absences.filter((absence) => run.some((each) => touches(absence, each)));
    if (next.length === joined.length) return next;
    joined = next;
  }
}

const touches = (a: Period, b: Period): boolean => !isBefore(b.to, dayBefore(a.from)) && !isBefore(a.to, dayBefore(b.from));

/**
 * Self-certified absences of the twelve months back from a day, by their first day; one that a doctor's note goes on from is not counted.
 * What was recorded in pieces without a day between is one absence. KVPF § 8; decided point 36.
 */
export function selfCertificatesCounted(state: CaseState, on: PlainDate): number {
  const year = { from: on.subtract({ months: 12 }).add({ days: 1 }), to: on };
  const notes = absencesOf(state).filter(({ kind, evidence }) => kind === 'illness' && evidence === 'doctorsNote');
  const certified = union(selfCertified(state).map(({ from, to }) => ({ from, to })));
  const hasNote = ({ to }: Period): boolean => notes.some((note) => isSame(note.from, dayAfter(to)));
  return certified.filter((absence) => contains(year, absence.from) && !hasNote(absence)).length;
}
