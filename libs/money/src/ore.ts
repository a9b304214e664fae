import { type Fraction, decimal, isDecimal, multiply, fraction, roundHalfUp } from './fraction.ts';

declare const unit: unique symbol;

/** A whole number of øre: the only unit that an amount is stored, compared or paid in. */
export type Ore = number & { readonly [unit]: 'øre' };

/** Throws RangeError for anything but a whole number that a `number` holds exactly. */
export function ore(amount: number | bigint): Ore {
  if (!Number.isSafeInteger(Number(amount))) throw new RangeError(`Not a whole number of øre: ${amount.toString()}`);
  return (Number(amount) + 0) as Ore; // −0 becomes 0
}

const ORE_PER_KRONE = fraction(100);

/** Rounds an exact amount of kroner to øre, half up (away from zero). Once for each payment line, never before. Decided point 1. */
export const roundToOre = (kroner: Fraction): Ore => ore(roundHalfUp(multiply(kroner, ORE_PER_KRONE)));

/** True for kroner with at most two decimals: `23582.01`, `140000`, `-500.2`. */
export const isKroner = (value: unknown): value is string | number =>
  isDecimal(value) && multiply(decimal(value), ORE_PER_KRONE).denominator === 1n && Number.isSafeInteger(oreOf(value));

/** Reads kroner with at most two decimals. Throws RangeError for anything else, also for a third decimal: nothing is rounded on the way in. */
export function kroner(value: string | number): Ore {
  if (!isKroner(value)) throw new RangeError(`Not an amount of kroner and øre: ${String(value)}`);
  return ore(oreOf(value));
}

const oreOf = (value: string | number): number => Number(multiply(decimal(value), ORE_PER_KRONE).numerator);
