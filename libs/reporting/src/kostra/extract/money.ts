import { fraction, roundHalfUp } from '@kvp/money';
import { type Month, type PaymentLine } from '../../facts/case-facts.ts';
import { MONTH_CODES } from '../layout/fields.ts';

/** The months of the year whose lines are above 0 together, by earning month: all lines that are known count. Decided point 23. */
export function stipendMonths(payments: readonly PaymentLine[], year: number): readonly string[] {
  const sumOf = (month: Month): number => payments.filter((line) => line.month === month).reduce((sum, { amount }) => sum + amount, 0);
  return MONTH_CODES.filter((code) => sumOf(`${year}-${code}` as Month) > 0);
}

/** What was paid in the year, by pay day, half up to whole kroner; it may be negative. Decided point 23. */
export function paidInYear(payments: readonly PaymentLine[], year: number): number {
  const paid = payments.filter(({ paidOn }) => paidOn.startsWith(`${year}-`)).reduce((sum, { amount }) => sum + amount, 0);
  return Number(roundHalfUp(fraction(paid, 100)));
}
