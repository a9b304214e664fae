import { type Fraction, printFraction } from '@kvp/money';
import type { RateKind } from '../rates/index.ts';
import { type RuleWords, words } from './words.ts';

const NO_BREAK_SPACE = '\u00a0';

/** An exact number as people read it: `101 351`, `2,041`, or a fraction when no decimal is exact: `2/3`. */
export function tellNumber(value: Fraction): string {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const { numerator, denominator } = value;
    const scaled = numerator * 10n ** BigInt(decimals);
    if (scaled % denominator === 0n) return withComma((scaled / denominator).toString(), decimals);
  }
  return printFraction(value);
}

const MOST_DECIMALS = 6;

function withComma(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals).replaceAll(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return decimals === 0 ? whole : `${whole},${padded.slice(-decimals)}`;
}

/** The rates of the day, in the words of the rules. */
export const rateWords: { readonly title: string; readonly rules: Readonly<Record<RateKind, RuleWords<Fraction>>> } = {
  title: 'Satser',
  rules: {
    G: words('Grunnbeløpet (G)', (value) => `${tellNumber(value)} kroner i året`),
    factor: words('Full stønad i året', (value) => `${tellNumber(value)} G`),
    under25Fraction: words('Stønad under 25 år', (value) => `${tellNumber(value)} av full stønad, full fra og med 25-årsdagen`),
    daysPerYear: words('Stønadsdager i året', tellNumber),
    childRate: words('Barnetillegg', (value) => `${tellNumber(value)} kroner for hvert barn og hver stønadsdag`),
  },
};
