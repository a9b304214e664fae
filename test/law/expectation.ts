import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a life must come to, worked out by hand from the rulebook before the code was read. See README.md. */
export interface Expectation {
  /** The sections and decided points of the rulebook that it rests on. */
  readonly points: readonly string[];
  /** The reasoning and the arithmetic. */
  readonly why: readonly string[];
  /** One for each command. */
  readonly results: readonly Outcome[];
  readonly moments: readonly Moment[];
}

/**
 * Carried out, also with what is told of it beside its events; or refused with exactly these codes, each with its provision; null where the
 * rulebook does not say where the rule stood.
 */
export type Outcome =
  | 'accepted'
  | { readonly accepted: Readonly<Record<string, string | null>>; readonly refused?: never }
  | { readonly refused: Readonly<Record<string, string | null>>; readonly accepted?: never };

/** How the case stands on a day. What is left out is not looked at. */
export interface Moment {
  readonly asOf: string;
  /** What was recorded and known by the end of this day; all of it when left out. */
  readonly knownAt?: string;
  readonly state?: Readonly<Record<string, string | number | boolean | null>>;
  /** Payment lines by month; null: nothing is due. */
  readonly months?: Readonly<Record<string, MonthLine | null>>;
}

export interface MonthLine {
  readonly stipendDays: number;
  readonly amount: string;
  readonly noWithholding?: boolean;
  /** The two components, each rounded for display only. */
  readonly stipend?: string;
  readonly childSupplement?: string;
  /** What payment runs have settled for the month, and what is due beside it; below 0 when too much was paid. */
  readonly settled?: string;
  readonly difference?: string;
}

export interface LawLife {
  readonly id: string;
  /** The life as its file has it. */
  readonly life: object;
  readonly expected: Expectation;
}

const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, folder, file), 'utf8'));

/** Every life of this folder with what is expected of it. Throws Error when one of the two is missing. */
export function lawLives(): readonly LawLife[] {
  const [lives, expected] = ['lives', 'expected'].map((folder) => readdirSync(join(import.meta.dirname, folder)).sort());
  if (String(lives) !== String(expected)) throw new Error('Every file in lives/ needs one of the same name in expected/, and no other.');
  return lives!.map((file) => ({
    id: file.replace(/\.json$/, ''),
    life: read('lives', file) as object,
    expected: read('expected', file) as Expectation,
  }));
}
