import { type RateRow, rateRules } from './rate.ts';

/** Born in chapter 5A of the 1991 act, the scheme moved with its substance into an act of its own. */
const IN_5A = { from: '2007-11-01', provision: 'STL 1991 § 5A-7', source: 'LOV-2007-10-26-97', grade: 'sure' } as const;
const IN_STL = { from: '2010-01-01', provision: 'STL § 35', source: 'LOV-2009-12-18-131', grade: 'sure' } as const;

const inBothActs = (value: string): readonly RateRow[] => [
  { ...IN_5A, value },
  { ...IN_STL, value },
];

/** How many G the full stipend of a year is. */
export const FACTOR = rateRules('factor', [
  ...inBothActs('2'),
  {
    from: '2024-07-01',
    value: '2.041',
    knownFrom: '2023-12-20',
    provision: 'STL § 35',
    source: 'LOV-2023-12-20-95, i kraft ved resolusjon 2023-12-20 nr. 2132',
    grade: 'sure',
  },
]);

/** The share of the full stipend that a participant under 25 gets. */
export const UNDER_25_FRACTION = rateRules('under25Fraction', inBothActs('2/3'));

/** Stipend days in a year: the day is 1/260 of the year, whatever the calendar says. */
export const DAYS_PER_YEAR = rateRules('daysPerYear', inBothActs('260'));
