import { type IsoDate, type PlainDate, reachesAge, iso, isBefore } from '@kvp/calendar';
import { type Fraction, divide, formatKronerNb, multiply, roundToOre } from '@kvp/money';
import { type Law, rulebook } from '@kvp/rulebook';

/** What a letter says of the law of its decision, as plain data: what was known then. */
export interface LetterLaw {
  readonly on: IsoDate;
  readonly appealBody: 'fylkesmannen' | 'statsforvalteren';
  readonly appealWeeks: number;
  readonly latestAppealYears: number;
  readonly costsWeeks: number;
  readonly minimumAge: number;
  readonly upperAge: number;
  readonly perDecisionYears: number;
  readonly ordinaryYears: number;
  readonly absoluteYears: number;
  readonly fullTimeHours: number;
  readonly startMonths: number;
  readonly interruptionYears: number | null;
  /** Benefits that reduce the stipend, as the law names them. */
  readonly reducedBy: readonly string[];
  readonly provisions: Readonly<
    Record<'entry' | 'content' | 'duration' | 'longest' | 'interruption' | 'stipend' | 'absence' | 'work' | 'benefits', string>
  >;
  readonly rates: LetterRates;
}

/** In the words of a letter: `2,041`, `37 kroner`; the day's stipend in kroner, without supplement. */
export interface LetterRates {
  readonly factor: string;
  readonly daysPerYear: string;
  readonly childRate: string;
  readonly dailyFull: string;
  readonly dailyUnder25: string;
}

/** The law of a day as it was known on another, for a letter. */
export function letterLaw(on: PlainDate, knownOn: PlainDate): LetterLaw {
  const law = rulebook.at(on, isBefore(knownOn, on) ? on : knownOn);
  const { caseHandling, duration, entry, content, start, interruption, stipend } = law;
  return {
    on: iso(on),
    appealBody: caseHandling.appealBody.value,
    appealWeeks: caseHandling.appealWeeks.value,
    latestAppealYears: caseHandling.latestAppealYears.value,
    costsWeeks: caseHandling.costsClaimWeeks.value,
    minimumAge: entry.minimumAge.value,
    upperAge: entry.upperAge.value,
    perDecisionYears: duration.perDecisionYears.value,
    ordinaryYears: duration.ordinaryYears.value,
    absoluteYears: duration.absoluteYears.value,
    fullTimeHours: content.fullTimeHours.value,
    startMonths: start.deadline.value.months,
    interruptionYears: interruption.maximumYears.value,
    reducedBy: stipend.reducedBy.value,
    provisions: {
      entry: entry.reducedCapacity.provision,
      content: content.core.provision,
      duration: duration.ordinaryYears.provision,
      longest: duration.perDecisionYears.provision,
      interruption: interruption.maximumYears.provision,
      stipend: law.rates.factor.provision,
      absence: stipend.absenceReducesByHours.provision,
      work: stipend.workReducesByHours.provision,
      benefits: stipend.reducedBy.provision,
    },
    rates: ratesIn(law),
  };
}

function ratesIn({ rates: { G, factor, under25Fraction, daysPerYear, childRate } }: Law): LetterRates {
  const full = divide(multiply(factor.value, G.value), daysPerYear.value);
  const inKroner = (amount: Fraction): string => formatKronerNb(roundToOre(amount));
  return {
    factor: decimals(factor.value),
    daysPerYear: decimals(daysPerYear.value),
    childRate: `${decimals(childRate.value)} kroner`,
    dailyFull: inKroner(full),
    dailyUnder25: inKroner(multiply(full, under25Fraction.value)),
  };
}

/** A rate with at most four decimals and a comma. */
function decimals({ numerator, denominator }: Fraction): string {
  const thousandths = (numerator * 10_000n) / denominator;
  const rest = String(thousandths % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${String(thousandths / 10_000n)}${rest === '' ? '' : `,${rest}`}`;
}

/** The day somebody turns 25, from which the stipend is full. Decided point 26. */
export const turns25On = (birthDate: PlainDate): PlainDate => reachesAge(birthDate, 25);
