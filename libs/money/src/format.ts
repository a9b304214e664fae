import type { Ore } from './ore.ts';

/** As data, in kroner with two decimals and a point: `23582.01`, `-500.22`. */
export function formatKroner(amount: Ore): string {
  const { sign, whole, decimals } = parts(amount, '-');
  return `${sign}${whole}.${decimals}`;
}

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** As people write it in bokmål: `23 582,01 kr`, with spaces that do not break and a real minus sign. */
export function formatKronerNb(amount: Ore): string {
  const { sign, whole, decimals } = parts(amount, MINUS);
  return `${sign}${inThousands(whole)},${decimals}${NO_BREAK_SPACE}kr`;
}

/** Whole digits as people write them: `136 549`, with spaces that do not break. */
export const inThousands = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);

function parts(amount: Ore, minus: string): { sign: string; whole: string; decimals: string } {
  const magnitude = Math.abs(amount);
  return {
    sign: amount < 0 ? minus : '',
    whole: String(Math.trunc(magnitude / 100)),
    decimals: String(magnitude % 100).padStart(2, '0'),
  };
}
