import { InvalidPosition } from './errors.ts';
import type { Position } from './port.ts';

const DIGITS = 20;
const FORM = /^\d{20}$/;

/** A counted place in the log as a position: padded, so that the order of the strings is the order of the log. */
export const toPosition = (place: number | string): Position => String(place).padStart(DIGITS, '0') as Position;

/**
 * The place that a position stands for, as decimal digits.
 *
 * @throws InvalidPosition when it was given by another kind of store
 */
export function fromPosition(position: Position): string {
  if (!FORM.test(position)) throw new InvalidPosition('The position is none of this store: it was given by a store of another kind.');
  return BigInt(position).toString();
}
