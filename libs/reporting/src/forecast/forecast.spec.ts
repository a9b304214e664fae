import { expect, test } from '@jest/globals';
import { ore } from '@kvp/money';
import type { CaseFacts, Month } from '../facts/case-facts.ts';
import { type Scope, addTo } from '../report/definition.ts';
import { cellOf } from '../tables/table.ts';
import { aCase, municipality, scopeOf, takingPart } from '../testing/facts.ts';
import { forecast, monthsAhead, monthsBehind } from './forecast.ts';

const scope = scopeOf('month', '2026-06', municipality('4204'));
const due = (months: readonly string[], amount = 100) => months.map((month) => ({ month: month as Month, amount: ore(amount) }));

function table(cases: readonly CaseFacts[], later: readonly CaseFacts[] = [], asked: Scope = scope) {
  const sums: Record<string, number> = {};
  for (const facts of cases) addTo(sums, forecast.contributions(facts, asked));
  for (const facts of later) addTo(sums, forecast.hindsight!(facts, asked));
  return forecast.tables(sums, asked, undefined)[0]!;
}
const here = (facts: Partial<CaseFacts>): CaseFacts => aCase({ municipality: '4204', ...facts });

test('twelve months, from the one after the report date', () => {
  expect([monthsAhead(scope)[0], monthsAhead(scope)[11], monthsBehind(scope)[0], monthsBehind(scope)[11]]).toEqual([
    '2026-07',
    '2027-06',
    '2025-07',
    '2026-06',
  ]);
});

test('as far as decisions reach: who stays, whose decision ends, and what the schedule says it costs', () => {
  const cases = [
    here({ participation: takingPart('2026-01-12', { decidedUntil: '2026-08-31' }), due: due(['2026-07', '2026-08']) }),
    // An end decided ahead comes before the decision runs out.
    here({
      participation: takingPart('2026-01-12', { decidedUntil: '2026-12-31', lastDay: '2026-07-15', endedBy: 'completed' }),
      due: due(['2026-07'], 50),
    }),
    // Left already.
    here({ participation: takingPart('2026-01-12', { decidedUntil: '2026-12-31', lastDay: '2026-05-31', endedBy: 'completed' }) }),
  ];
  const of = (month: string) => ['decidedParticipants', 'ending', 'decidedCost'].map((column) => cellOf(table(cases), month, column));
  expect([of('2026-07'), of('2026-08'), of('2026-09')]).toEqual([
    [1, 1, 150],
    [1, 1, 100],
    [0, 0, 0],
  ]);
});

test('at the pace of the last twelve months: twelve more than left make one more a month', () => {
  const stays = Array.from({ length: 13 }, () =>
    here({ participation: takingPart('2025-07-01', { decidedUntil: '2026-06-30' }), due: due(['2026-06'], 1_300) }),
  );
  const left = here({ participation: takingPart('2024-02-05', { decidedUntil: '2026-01-31', lastDay: '2025-07-15', endedBy: 'agreed' }) });
  const made = table([...stays, left]);
  // 13 started and one left: 12/12 = one more a month, from 13. A participant was in 12 month-ends and cost 1 300: 1 300 / 12 a month.
  expect(['2026-07', '2027-06'].map((month) => cellOf(made, month, 'expectedParticipants'))).toEqual([14, 25]);
  // 14 × 1 300 / 12 = 1 516.67, half up.
  expect(cellOf(made, '2026-07', 'expectedCost')).toBe(1_517);
});

test('never fewer than none, and nothing out of nothing', () => {
  const left = Array.from({ length: 12 }, () =>
    here({ participation: takingPart('2024-02-05', { lastDay: '2026-05-31', endedBy: 'agreed' }) }),
  );
  expect(cellOf(table(left), '2026-07', 'expectedParticipants')).toBe(0);
  expect(cellOf(table([]), '2026-07', 'expectedCost')).toBe(0);
});

test('made for a past day it stands beside what then happened, and months to come are empty', () => {
  const later = here({
    participation: takingPart('2026-07-06', { decidedUntil: '2027-07-05' }),
    due: due(['2026-07', '2026-08', '2026-09'], 70),
  });
  const made = table([], [later], { ...scope, hindsightOn: '2026-08-31' });
  const of = (month: string) => ['actualParticipants', 'actualCost'].map((column) => cellOf(made, month, column));
  expect([of('2026-07'), of('2026-08'), of('2026-09')]).toEqual([
    [1, 70],
    [1, 70],
    [null, null],
  ]);
});
