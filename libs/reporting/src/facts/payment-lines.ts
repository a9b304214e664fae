import { ore } from '@kvp/money';
import type { PaymentsState } from '@kvp/payments';
import type { PaymentLine } from './case-facts.ts';

/**
 * What was settled in a case and not rejected, by earning month and pay day. What was set off of a line was paid for the month that it was
 * earned in, and taken from the month that was paid too much for: the lines of a pay day add up to what was sent. Decided points 31 and 40.
 */
export const paymentLinesOf = ({ lines }: PaymentsState): readonly PaymentLine[] =>
  lines
    .filter(({ status }) => status !== 'rejected')
    .flatMap(({ month, gross, setOffs, payDate, paidOn }): readonly PaymentLine[] => {
      const on = paidOn ?? payDate;
      const taken = setOffs.reduce((sum, { amount }) => sum + amount, 0);
      return [
        { month, paidOn: on, amount: ore(gross + taken) },
        ...setOffs.map((setOff): PaymentLine => ({ month: setOff.month, paidOn: on, amount: ore(0 - setOff.amount) })),
      ];
    });
