import { type IsoDate, iso } from '@kvp/calendar';
import { formatKroner, printFraction } from '@kvp/money';
import type { Grade, RateKind, RateRule } from '@kvp/rulebook';
import type { DayPay, DayState, Ground } from './day.ts';
import type { MonthModelName } from '@kvp/lifecycle';
import type { Month, MonthModel } from './month-model.ts';
import type { Payee } from './payee.ts';
import type { Reduction, ReductionKind } from './reductions.ts';
import type { ScheduleMonth } from './schedule.ts';
import type { Segment } from './segment.ts';

/** A line of the schedule as plain data, to store and to send. Amounts in kroner, `23582.01`; exact values as `2786965/2600`. */
export interface ScheduleMonthData {
  readonly month: Month;
  readonly payee: Payee;
  readonly stipendDays: number;
  readonly amount: string;
  readonly stipend: string;
  readonly childSupplement: string;
  readonly exact: string;
  readonly noWithholding: boolean;
  readonly model: { readonly name: MonthModel['name']; readonly version: number };
  readonly ratesRevision: string;
  readonly segments: readonly SegmentData[];
}

export interface SegmentData {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly state: DayState;
  readonly decidedIn: number | null;
  readonly model: MonthModelName;
  readonly because: Ground | null;
  readonly pay: DayPayData | null;
}

export interface DayPayData {
  readonly daily: string;
  readonly G: RuleData;
  readonly factor: RuleData;
  readonly ageFraction: RuleData | null;
  readonly daysPerYear: RuleData;
  readonly supplement: string;
  readonly children: number;
  readonly childrenIn: readonly number[];
  readonly childRate: RuleData;
  readonly claimedIn: number | null;
  readonly reductions: readonly ReductionData[];
  readonly paid: { readonly stipend: string; readonly supplement: string };
}

/** What is taken off each of the days. */
export interface ReductionData {
  readonly kind: ReductionKind;
  readonly rule: Omit<RuleData, 'kind' | 'value'>;
  readonly recordedIn: readonly number[];
  readonly measure: string;
  readonly stipend: string;
  readonly supplement: string;
}

/** A row of the rulebook: `kind` and `effectiveFrom` name it within the release. */
export interface RuleData {
  readonly kind: RateKind;
  readonly value: string;
  readonly provision: string;
  readonly effectiveFrom: IsoDate;
  readonly grade: Grade;
}

export const scheduleMonthData = (line: ScheduleMonth): ScheduleMonthData => ({
  month: line.month,
  payee: line.payee,
  stipendDays: line.stipendDays,
  amount: formatKroner(line.amount),
  stipend: formatKroner(line.stipend),
  childSupplement: formatKroner(line.childSupplement),
  exact: printFraction(line.exact),
  noWithholding: line.noWithholding,
  model: line.model,
  ratesRevision: line.ratesRevision,
  segments: line.segments.map(segmentData),
});

/** A run of days as plain data. */
export const segmentData = ({ from, to, days, state, decidedIn, model, because, pay }: Segment): SegmentData => ({
  from: iso(from),
  to: iso(to),
  days,
  state,
  decidedIn,
  model,
  because,
  pay: pay === null ? null : payData(pay),
});

const payData = (pay: DayPay): DayPayData => ({
  daily: printFraction(pay.daily),
  G: ruleData(pay.G),
  factor: ruleData(pay.factor),
  ageFraction: pay.ageFraction === null ? null : ruleData(pay.ageFraction),
  daysPerYear: ruleData(pay.daysPerYear),
  supplement: printFraction(pay.supplement),
  children: pay.children,
  childrenIn: pay.childrenIn,
  childRate: ruleData(pay.childRate),
  claimedIn: pay.claimedIn,
  reductions: pay.reductions.map(reductionData),
  paid: { stipend: printFraction(pay.paid.stipend), supplement: printFraction(pay.paid.supplement) },
});

const reductionData = ({ kind, rule, recordedIn, measure, stipend, supplement }: Reduction): ReductionData => ({
  kind,
  rule: { provision: rule.provision, effectiveFrom: iso(rule.effectiveFrom), grade: rule.grade },
  recordedIn,
  measure: printFraction(measure),
  stipend: printFraction(stipend),
  supplement: printFraction(supplement),
});

const ruleData = ({ kind, value, provision, effectiveFrom, grade }: RateRule): RuleData => ({
  kind,
  value: printFraction(value),
  provision,
  effectiveFrom: iso(effectiveFrom),
  grade,
});
