/** An exact number: lowest terms, denominator above 0. Money on its way to the one rounding is a fraction of kroner. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Throws RangeError when the denominator is 0, or when a number is not a whole one. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  return inLowestTerms(BigInt(numerator), BigInt(denominator));
}

export const ZERO = fraction(0);
export const ONE = fraction(1);

export const add = (...terms: readonly Fraction[]): Fraction =>
  terms.reduce((a, b) => inLowestTerms(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator), ZERO);

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));

export const multiply = (...factors: readonly Fraction[]): Fraction =>
  factors.reduce((a, b) => inLowestTerms(a.numerator * b.numerator, a.denominator * b.denominator), ONE);

/** Throws RangeError for division by 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => inLowestTerms(a.numerator * b.denominator, a.denominator * b.numerator);

export const negate = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: -numerator, denominator });

/** Below 0 when a is the smaller, above 0 when it is the greater, else 0: made for `sort`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equals = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** `2/3`, or `22` for a whole number; `parseFraction` reads it back. */
export const printFraction = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? numerator.toString() : `${numerator.toString()}/${denominator.toString()}`;

const FRACTION = /^(-?\d{1,60})(?:\/(\d{1,60}))?$/;

/** Reads `2/3` or `22`. Throws RangeError for anything else. */
export function parseFraction(text: string): Fraction {
  const [, numerator, denominator = '1'] = FRACTION.exec(text) ?? [];
  if (numerator === undefined) throw new RangeError(`Not a fraction: ${text}`);
  return fraction(BigInt(numerator), BigInt(denominator));
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/;

/** True for a plain decimal: `2.041`, `-7`, `37.5`. No exponent, no separators, at most 15 digits on either side of the point. */
export const isDecimal = (value: unknown): value is string | number =>
  (typeof value === 'string' || typeof value === 'number') && DECIMAL.test(String(value));

/** Reads a decimal exactly as it is written. Throws RangeError for one that `isDecimal` does not accept. */
export function decimal(value: string | number): Fraction {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError(`Not a decimal number: ${value}`);
  const digits = BigInt(whole + decimals);
  return inLowestTerms(sign === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

/** The nearest whole number; a half goes away from zero. Decided point 1. */
export function roundHalfUp({ numerator, denominator }: Fraction): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function inLowestTerms(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('Division by zero.');
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [greater, smaller] = [smaller, greater % smaller];
  return greater;
}
