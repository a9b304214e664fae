import { type Fraction, add, compare, divide, fraction, multiply, roundHalfUp, subtract, ZERO } from '@kvp/money';
import { type Scope, type Sums, sumAt } from '../report/definition.ts';
import { daysOfMonth, monthTitle } from '../report/period.ts';
import { amounts, persons } from '../report/places.ts';
import type { Cell, ReportTable, Row } from '../tables/table.ts';
import { MONTHS_AHEAD, monthsAhead } from './forecast.ts';

const COLUMNS = [
  persons('decidedParticipants', 'Deltakere etter vedtakene'),
  persons('expectedParticipants', 'Deltakere i samme takt'),
  persons('ending', 'Vedtak som går ut'),
  amounts('decidedCost', 'Stønad etter vedtakene'),
  amounts('expectedCost', 'Stønad i samme takt'),
  persons('actualParticipants', 'Deltakere, slik det gikk'),
  amounts('actualCost', 'Stønad, slik det gikk'),
];

/** Month for month; what then happened is empty for months that have not been. */
export function forecastTables(sums: Sums, scope: Scope): readonly ReportTable[] {
  const pace = paceOf(sums);
  const rows = monthsAhead(scope).map((month, at): Row => {
    const expected = expectedAfter(at + 1, pace);
    const known = scope.hindsightOn !== undefined && daysOfMonth(month).to <= scope.hindsightOn;
    const cells: readonly Cell[] = [
      sumAt(sums, 'decidedParticipants', month),
      Number(roundHalfUp(expected)),
      sumAt(sums, 'ending', month),
      sumAt(sums, 'decidedCost', month),
      Number(roundHalfUp(multiply(expected, pace.costPerMonth))),
      known ? sumAt(sums, 'actualParticipants', month) : null,
      known ? sumAt(sums, 'actualCost', month) : null,
    ];
    return { id: month, title: monthTitle(month), cells };
  });
  return [{ id: 'months', title: `Tolv måneder etter ${scope.asOf}`, rowTitle: 'Måned', columns: COLUMNS, rows, total: null }];
}

interface Pace {
  readonly now: Fraction;
  /** Participants more a month, or fewer. */
  readonly change: Fraction;
  /** Øre for a participant and month. */
  readonly costPerMonth: Fraction;
}

/** What the last twelve months say: how many started and left, and what a participant cost a month. */
function paceOf(sums: Sums): Pace {
  const of = (row: string): Fraction => fraction(sumAt(sums, 'pace', row));
  const months = of('participantMonths');
  return {
    now: fraction(sumAt(sums, 'now', 'participants')),
    change: divide(subtract(of('starts'), of('exits')), fraction(MONTHS_AHEAD)),
    costPerMonth: compare(months, ZERO) === 0 ? ZERO : divide(of('cost'), months),
  };
}

/** Never fewer than none. */
function expectedAfter(months: number, { now, change }: Pace): Fraction {
  const expected = add(now, multiply(change, fraction(months)));
  return compare(expected, ZERO) < 0 ? ZERO : expected;
}
