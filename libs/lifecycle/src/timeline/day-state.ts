import { type PlainDate, isFreeDay } from '@kvp/calendar';
import type { AbsenceKind } from '@kvp/rulebook';
import type { CaseState, Grant, Pause } from '../kernel/state.ts';
import type { Absence, Absences } from '../kernel/state/absences.ts';
import { HOURS_A_DAY, absencesOn, hoursAway } from './absence.ts';
import { activePause, isDecisionMissing, isInProgramme, isPausedOn } from './phase.ts';

/** What a day in the programme is for the stipend, the strongest first. Rulebook § 9.10. */
export const STIPEND_STATES = ['interruption', 'leaveWithoutStipend', 'leaveWithStipend', 'illness', 'holiday', 'attendance'] as const;
export type StipendState = (typeof STIPEND_STATES)[number];

/** A day of a case: exactly one state for the stipend, and exactly one for the duration. */
export interface DayState {
  /** Null outside the programme. */
  readonly stipend: StipendState | null;
  /** Whether the day pays at all. */
  readonly pays: boolean;
  /** Hours of it that pay nothing and take the child supplement with them: absence without stipend for a part of the day. Decided point 8. */
  readonly unpaidHours: number;
  /** Hours of it that are deducted as unauthorised absence; whether they take the supplement is the policy's. Decided point 8. */
  readonly unauthorisedHours: number;
  readonly duration: 'counted' | 'notCounted' | 'outside';
  /** The pause or absence that made the state; null for attendance. */
  readonly because: Pause | Absence | null;
}

/** What of a case the state of a day rests on, beside where the programme begins and ends. */
export interface DayFacts {
  readonly pauses: readonly Pause[];
  readonly absences: Pick<Absences, 'recorded' | 'registered' | 'deductions'>;
  readonly grant: Pick<Grant, 'absenceClause'> | null;
}

/**
 * What a day is. Of several things that cover it the strongest decides the stipend, and anything that does not count takes it out of the
 * duration. Absence of a part of the day leaves the day what it is and takes its hours. Rulebook § 9.10; decided points 8, 12, 13 and 32.
 */
export function dayState(state: CaseState, on: PlainDate): DayState {
  if (!isInProgramme(state, on)) return OUTSIDE;
  const inProgramme = stateInProgramme(state, on);
  // No decision covers the day: it pays nothing, and counts only once an extension reaches back over it. Decided point 5.
  return isDecisionMissing(state, on) ? { ...inProgramme, pays: false, ...NOTHING, duration: 'notCounted' } : inProgramme;
}

const NOTHING = { unpaidHours: 0, unauthorisedHours: 0 } as const;

const OUTSIDE: DayState = { stipend: null, pays: false, ...NOTHING, duration: 'outside', because: null };

/** The same for a day that is known to lie in the programme. */
export function stateInProgramme(facts: DayFacts, on: PlainDate): DayState {
  const absences = absencesOn(facts, on);
  const whole = absences.filter(({ hours }) => hours === null);
  const because = strongest(activePause(facts, on), whole);
  const pays = because === null || because.withStipend;
  const duration = isCounted(facts, on, whole) ? 'counted' : 'notCounted';
  const away = pays ? partsAway(facts, on, absences, because) : NOTHING;
  return { stipend: because === null ? 'attendance' : stateOf(because), pays, ...away, duration, because };
}

const STATE_OF_KIND: Readonly<Record<AbsenceKind, StipendState>> = {
  withoutStipend: 'leaveWithoutStipend',
  antenatalCheck: 'leaveWithStipend',
  pregnancyLeave: 'leaveWithStipend',
  birthLeave: 'leaveWithStipend',
  partnerLeave: 'leaveWithStipend',
  breastfeeding: 'leaveWithStipend',
  welfareLeave: 'leaveWithStipend',
  religiousHoliday: 'leaveWithStipend',
  covid: 'leaveWithStipend',
  permitted: 'leaveWithStipend',
  illness: 'illness',
  childIllness: 'illness',
  holiday: 'holiday',
  unauthorised: 'attendance',
};

const STATE_OF_FORM = {
  INTERRUPTION: 'interruption',
  LEAVE_WITHOUT_STIPEND: 'leaveWithoutStipend',
  LEAVE_WITH_STIPEND: 'leaveWithStipend',
} as const satisfies Readonly<Record<Pause['legalForm'], StipendState>>;

const stateOf = (because: Pause | Absence): StipendState =>
  'legalForm' in because ? STATE_OF_FORM[because.legalForm] : STATE_OF_KIND[because.kind];

/** Of equals the pause, as it was decided, and among absences one that pays, as nothing takes away what a right gives. */
function strongest(pause: Pause | undefined, absences: readonly Absence[]): Pause | Absence | null {
  const candidates = [...(pause === undefined ? [] : [pause]), ...absences.filter(({ kind }) => kind !== 'unauthorised')];
  const ranked = candidates.toSorted(
    (a, b) =>
      STIPEND_STATES.indexOf(stateOf(a)) - STIPEND_STATES.indexOf(stateOf(b)) ||
      Number('kind' in a) - Number('kind' in b) ||
      Number(b.withStipend) - Number(a.withStipend),
  );
  return ranked[0] ?? null;
}

const isCounted = ({ pauses }: DayFacts, on: PlainDate, whole: readonly Absence[]): boolean =>
  pauses.every((pause) => pause.countsTowardDuration || !isPausedOn(pause, on)) && whole.every((absence) => absence.countsTowardDuration);

/** Hours away on a day that pays: without stipend first, then unauthorised, together no more than the day has. */
function partsAway(facts: DayFacts, on: PlainDate, absences: readonly Absence[], because: Pause | Absence | null) {
  if (because !== null) return NOTHING;
  const unpaid = sum(absences.filter(({ kind, hours, withStipend }) => kind !== 'unauthorised' && hours !== null && !withStipend));
  const excused = sum(absences.filter(({ hours, withStipend }) => hours !== null && withStipend));
  const left = Math.max(0, HOURS_A_DAY - unpaid - excused);
  return { unpaidHours: Math.min(unpaid, HOURS_A_DAY), unauthorisedHours: Math.min(unauthorised(facts, on, absences), left) };
}

const sum = (absences: readonly Absence[]): number => absences.reduce((hours, absence) => hours + hoursAway(absence), 0);

/**
 * Hours without permission: as deducted, and where the grant reserves deductions as recorded too, the same hours once. Without that clause
 * it takes a decision (rulebook § 5.5). A free day has no hours to miss unless a deduction says that the programme had it (decided point 2).
 */
function unauthorised({ absences: { deductions }, grant }: DayFacts, on: PlainDate, absences: readonly Absence[]): number {
  const deducted = deductions.filter((deduction) => deduction.on.equals(on)).reduce((hours, deduction) => hours + deduction.hours, 0);
  if (grant?.absenceClause !== true || isFreeDay(on)) return deducted;
  return Math.max(deducted, sum(absences.filter(({ kind }) => kind === 'unauthorised')));
}
