import { InvalidPosition } from '../errors.ts';
import type { Position } from '../port.ts';

/** The client's form. Both numbers are kept: a place is the pair, and the server refuses one that it never gave. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Digits of the largest unsigned 64-bit number. */
const DIGITS = 20;
const FORM = /^(\d{20})\/(\d{20})$/;

/** `commit/prepare`, padded, so that the order of the strings is the order of the log. */
export const toPosition = ({ commit, prepare }: LogPosition): Position => `${pad(commit)}/${pad(prepare)}` as Position;

/** @throws InvalidPosition when it was given by another kind of store */
export function fromPosition(position: Position): LogPosition {
  const [, commit, prepare] = FORM.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new InvalidPosition('The position is none of this store: it was given by a store of another kind.');
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

const pad = (number: bigint): string => String(number).padStart(DIGITS, '0');
