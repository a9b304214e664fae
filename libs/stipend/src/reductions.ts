import { type PlainDate, isAfter, isBefore } from '@kvp/calendar';
import { type Benefit, HOURS_A_DAY, type Work } from '@kvp/lifecycle';
import { type Fraction, ONE, ZERO, add, compare, decimal, divide, equals, fraction, multiply, subtract } from '@kvp/money';
import type { Law, RuleSource } from '@kvp/rulebook';
import type { DayInProgramme } from './day-in-programme.ts';
import type { StipendFacts } from './facts.ts';

export const REDUCTION_KINDS = ['WORK', 'ABSENCE_WITHOUT_STIPEND', 'UNAUTHORISED_ABSENCE', 'BENEFIT'] as const;
export type ReductionKind = (typeof REDUCTION_KINDS)[number];

/** What is taken off a day, under which row of the rulebook, and by which events. */
export interface Reduction {
  readonly kind: ReductionKind;
  readonly rule: RuleSource;
  /** Revisions of the events that it rests on, ascending. */
  readonly recordedIn: readonly number[];
  /** Hours a week of work, hours of the day that were missed, or gross kroner a day of a benefit. */
  readonly measure: Fraction;
  /** Exact kroner that it takes of the day's stipend and of its child supplement; less than its measure says where nothing is left. */
  readonly stipend: Fraction;
  readonly supplement: Fraction;
}

/** What a day pays before and after what is taken off it, in exact kroner. */
export interface Amounts {
  readonly stipend: Fraction;
  readonly supplement: Fraction;
}

/** Says by which rules a day is read. */
export type LawOf = (day: PlainDate) => Law;

/**
 * Takes off a day what reduces it: shares of its hours first, work before absence, then benefits krone for krone off the stipend alone,
 * and never more than there is. STL §§ 36–38; decided points 8, 9 and 18.
 */
export function reduce(
  full: Amounts,
  facts: Pick<StipendFacts, 'work' | 'benefits'>,
  { on, of, lawOf }: { readonly on: PlainDate; readonly of: DayInProgramme; readonly lawOf: LawOf },
): { readonly paid: Amounts; readonly reductions: readonly Reduction[] } {
  const running = runningOn(on);
  const jobs = inOrder(facts.work.filter(running));
  const benefits = inOrder(facts.benefits.filter((benefit) => benefit.reduces && running(benefit)));
  if (jobs.length === 0 && benefits.length === 0 && of.unpaidHours === 0 && of.unauthorisedHours === 0)
    return { paid: full, reductions: [] };
  const shares = [...jobs.map((job) => ofWork(job, lawOf(on))), ...ofAbsence(of, lawOf(on))];
  const hours = takeShares(full, shares);
  const kroner = takeKroner(subtract(full.stipend, sumOf(hours, 'stipend')), benefits, lawOf);
  const reductions = [...hours, ...kroner];
  return {
    paid: {
      stipend: subtract(full.stipend, sumOf(reductions, 'stipend')),
      supplement: subtract(full.supplement, sumOf(reductions, 'supplement')),
    },
    reductions,
  };
}

const runningOn =
  (on: PlainDate) =>
  ({ from, to }: Pick<Work, 'from' | 'to'>): boolean =>
    !isBefore(on, from) && (to === null || !isAfter(on, to));

const inOrder = <Fact extends { readonly recordedIn: number }>(facts: readonly Fact[]): readonly Fact[] =>
  facts.toSorted((a, b) => a.recordedIn - b.recordedIn);

/** A share of a day's hours, which takes the same share of the supplement unless it is spared. */
interface Share extends Pick<Reduction, 'kind' | 'rule' | 'recordedIn' | 'measure'> {
  readonly share: Fraction;
  readonly sparesSupplement: boolean;
}

const ofWork = ({ recordedIn, endedIn, hoursPerWeek }: Work, { stipend, content }: Law): Share => ({
  kind: 'WORK',
  rule: stipend.workReducesByHours,
  recordedIn: endedIn === null ? [recordedIn] : [recordedIn, endedIn],
  measure: decimal(hoursPerWeek),
  share: divide(decimal(hoursPerWeek), decimal(content.fullTimeHours.value)),
  sparesSupplement: false,
});

function ofAbsence({ unpaidHours, unauthorisedHours, unpaid, unauthorised }: DayInProgramme, { stipend }: Law): readonly Share[] {
  const share = (kind: ReductionKind, hours: number, facts: readonly { readonly recordedIn: number }[], sparesSupplement: boolean) =>
    hours === 0
      ? []
      : [
          {
            kind,
            rule: stipend.absenceReducesByHours,
            recordedIn: revisionsOf(facts),
            measure: decimal(hours),
            share: divide(decimal(hours), decimal(HOURS_A_DAY)),
            sparesSupplement,
          },
        ];
  return [
    ...share('ABSENCE_WITHOUT_STIPEND', unpaidHours, unpaid, false),
    ...share(
      'UNAUTHORISED_ABSENCE',
      unauthorisedHours,
      unauthorised,
      unauthorised.some(({ sparesSupplement }) => sparesSupplement === true),
    ),
  ];
}

const revisionsOf = (facts: readonly { readonly recordedIn: number }[]): readonly number[] =>
  [...new Set(facts.map(({ recordedIn }) => recordedIn))].sort((a, b) => a - b);

function takeShares(full: Amounts, shares: readonly Share[]): readonly Reduction[] {
  let [stipendLeft, supplementLeft] = [ONE, ONE];
  return shares.map(({ share, sparesSupplement, ...reduction }) => {
    const [ofStipend, ofSupplement] = [least(share, stipendLeft), sparesSupplement ? ZERO : least(share, supplementLeft)];
    stipendLeft = subtract(stipendLeft, ofStipend);
    supplementLeft = subtract(supplementLeft, ofSupplement);
    return { ...reduction, stipend: multiply(full.stipend, ofStipend), supplement: multiply(full.supplement, ofSupplement) };
  });
}

function takeKroner(stipend: Fraction, benefits: readonly Benefit[], lawOf: LawOf): readonly Reduction[] {
  let left = stipend;
  return benefits.map(({ recordedIn, endedIn, from, orePerDay }) => {
    const measure = fraction(orePerDay, 100);
    const taken = least(measure, left);
    left = subtract(left, taken);
    // Whether it reduces was settled by the law of its first day.
    const rule = lawOf(from).stipend.reducedBy;
    const revisions = endedIn === null ? [recordedIn] : [recordedIn, endedIn];
    return { kind: 'BENEFIT', rule, recordedIn: revisions, measure, stipend: taken, supplement: ZERO };
  });
}

const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) < 0 ? a : b);

const sumOf = (reductions: readonly Reduction[], component: keyof Amounts): Fraction =>
  add(...reductions.map((reduction) => reduction[component]));

/** Equal when the same events take the same measure under the same row; the kroner follow from them. */
export const sameReductions = (a: readonly Reduction[], b: readonly Reduction[]): boolean =>
  a.length === b.length &&
  a.every((reduction, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      reduction.kind === other.kind &&
      reduction.rule === other.rule &&
      String(reduction.recordedIn) === String(other.recordedIn) &&
      equals(reduction.measure, other.measure) &&
      equals(reduction.supplement, other.supplement)
    );
  });
