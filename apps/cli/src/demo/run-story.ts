import { norwegianDate } from '@kvp/calendar';
import { formatKronerNb, kroner } from '@kvp/money';
import { table } from '../terminal/table.ts';
import type { RunAnswer } from './answers.ts';

const kr = (amount: string): string => formatKronerNb(kroner(amount));

/** A run: what it paid in all, and each line beside what was settled for its month before. */
export function tellRun({ run, lines }: RunAnswer): readonly string[] {
  const { reference, payDate, totals } = run;
  return [
    `Kjøring ${reference}, utbetaling ${norwegianDate(payDate)}: ${kr(totals.gross)}, av det ${kr(totals.backPayment)} for tidligere måneder.`,
    ...table(
      [
        { title: 'Måned' },
        { title: 'Til gode', right: true },
        { title: 'Gjort opp før', right: true },
        { title: 'Betales nå', right: true },
        { title: '' },
      ],
      lines.map(({ month, due, settledBefore, gross, noWithholding }) => [
        ...[month, kr(due), kr(settledBefore), kr(gross)],
        [...(kroner(settledBefore) > 0 ? ['etterbetaling'] : []), ...(noWithholding ? ['uten skattetrekk'] : [])].join(', '),
      ]),
    ),
  ];
}
