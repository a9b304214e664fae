import type { CaseState, Start } from '../kernel/state.ts';

/** The counted days that a programme may use, less those of earlier programmes; never below none. Decided points 13 and 24. */
export function daysToUse(
  { circumstances: { priorProgramme } }: Pick<CaseState, 'circumstances'>,
  start: Pick<Start, 'ordinaryDays' | 'absoluteDays'>,
) {
  const less = (days: number, used: readonly number[]): number => used.reduce((left, each) => Math.max(0, left - each), days);
  return {
    ordinary: less(
      start.ordinaryDays,
      priorProgramme.map(({ ordinaryDays }) => ordinaryDays),
    ),
    absolute: less(
      start.absoluteDays,
      priorProgramme.map(({ absoluteDays }) => absoluteDays),
    ),
  };
}
