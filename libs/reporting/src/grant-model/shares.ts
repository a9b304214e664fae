import { type Fraction, type Ore, ZERO, add, compare, decimal, divide, fraction, multiply, ore, subtract } from '@kvp/money';
import type { ExtraCost, GrantInput, GrantPart } from './grant-input.ts';

const MONTHS = 12;

/** What a participant costs more in a year: what is new, less what is saved and refunded. § 8.3. */
export const extraCostOf = (cost: ExtraCost): Ore =>
  ore(cost.stipend + cost.childSupplement + cost.measures - cost.socialAssistance - cost.existingMeasures - cost.individstonad);

/**
 * Participants on average in the year by the computed course: what the key gives of all, from the month that the office opened, and so many
 * more or fewer with every month; never fewer than none. Decided point 38 leaves keys and flow to the input; the course is our reading of
 * source 000: «justert for tidspunktet for etablering av Nav-kontoret og et beregnet forløp for antall deltakere».
 */
export function averageOf({ key, startMonth, inflow, outflow }: GrantPart, keys: Fraction, assumedParticipants: number): Fraction {
  const base = multiply(divide(decimal(key), keys), fraction(assumedParticipants));
  const net = subtract(decimal(inflow), decimal(outflow));
  const open = Math.max(0, MONTHS - startMonth + 1);
  const course = Array.from({ length: open }, (_month, at) => floored(add(base, multiply(net, fraction(at)))));
  return divide(add(...course), fraction(MONTHS));
}

const floored = (value: Fraction): Fraction => (compare(value, ZERO) < 0 ? ZERO : value);

/** The sum of the keys; 1 when there are none. */
export function keysOf({ parts }: Pick<GrantInput, 'parts'>): Fraction {
  const sum = add(...parts.map(({ key }) => decimal(key)));
  return compare(sum, ZERO) === 0 ? fraction(1) : sum;
}

/** A total in whole øre divided by weight: the parts add up to it exactly, the odd øre go where most is cut off, the first on ties. */
export function divided(total: Ore, weights: readonly Fraction[]): readonly Ore[] {
  const sum = add(...weights);
  if (compare(sum, ZERO) <= 0) return weights.map(() => ore(0));
  const exact = weights.map((weight) => divide(multiply(fraction(total), weight), sum));
  const whole = exact.map(({ numerator, denominator }) => numerator / denominator);
  const left = Number(BigInt(total) - whole.reduce((a, b) => a + b, 0n));
  const byRest = exact
    .map((value, at) => ({ at, rest: subtract(value, fraction(whole[at] ?? 0n)) }))
    .sort((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  const favoured = new Set(byRest.slice(0, left).map(({ at }) => at));
  return whole.map((value, at) => ore(value + (favoured.has(at) ? 1n : 0n)));
}

/** What was given for participants that there were not: (target − average) × extra cost, floor 0. Decided point 38. */
export function unusedOf(target: number, average: Fraction, extraCost: Ore): Fraction {
  const short = subtract(fraction(target), average);
  return compare(short, ZERO) <= 0 ? ZERO : multiply(short, fraction(extraCost));
}
