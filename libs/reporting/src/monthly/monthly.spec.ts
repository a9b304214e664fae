import { describe, expect, test } from '@jest/globals';
import { applied, extended, granted, onLeave, rejected, started, terminated } from '@kvp/lifecycle/testing';
import type { CaseFacts } from '../facts/case-facts.ts';
import { sumsOver } from '../report/definition.ts';
import { makeReport } from '../report/make.ts';
import { type ReportTable, cellOf } from '../tables/table.ts';
import { aCase, factsFrom, municipality, scopeOf, takingPart } from '../testing/facts.ts';
import { monthly } from './monthly.ts';

const KRISTIANSAND_2008 = municipality('1001');

function report(cases: readonly CaseFacts[], month = '2008-03', area = KRISTIANSAND_2008): ReportTable {
  const scope = scopeOf('month', month, area);
  const { tables } = makeReport(monthly, sumsOver(monthly, cases, scope), scope, { knownAt: '2008-04-07T10:00:00Z' });
  return tables[0]!;
}
const figures = (table: ReportTable, row: string) =>
  ['participants', 'applications', 'approvals', 'refusals'].map((id) => cellOf(table, row, id));

describe('as of 31 March 2008, the first report', () => {
  const cases = [
    // Started in January, goes on: a participant, nothing new in March.
    aCase({ answers: [{ kind: 'grant', decidedOn: '2008-01-10' }], participation: takingPart('2008-01-14') }),
    // Left on the last day of March, which is still in the programme.
    aCase({ participation: takingPart('2007-12-03', { lastDay: '2008-03-31', endedBy: 'completed' }) }),
    // Left the day before.
    aCase({ participation: takingPart('2007-12-03', { lastDay: '2008-03-30', endedBy: 'completed' }) }),
    // Applied and approved in March, starts in April.
    aCase({ receivedOn: '2008-03-03', answers: [{ kind: 'grant', decidedOn: '2008-03-31' }] }),
    // Applied in February, refused in March.
    aCase({ receivedOn: '2008-02-29', answers: [{ kind: 'rejection', decidedOn: '2008-03-01' }] }),
    // Applied on the first of April.
    aCase({ receivedOn: '2008-04-01' }),
    // Somebody else's.
    aCase({ municipality: '0301', receivedOn: '2008-03-03', participation: takingPart('2008-03-10') }),
  ];

  test('the municipality has two participants, one application, one approval and one refusal', () => {
    expect(figures(report(cases), '1001')).toEqual([2, 1, 1, 1]);
  });

  test('the country is told by county, with a sum', () => {
    const country = report(cases, '2008-03', { kind: 'country', code: 'NO' });
    expect([figures(country, '10'), figures(country, '03'), figures(country, 'total')]).toEqual([
      [2, 1, 1, 1],
      [1, 1, 0, 0],
      [3, 2, 1, 1],
    ]);
    expect(country.rows).toHaveLength(19);
  });

  test('a case whose place must not be told is in the sum of the country alone', () => {
    const hidden = aCase({ municipality: null, participation: takingPart('2008-01-14') });
    const country = report([...cases, hidden], '2008-03', { kind: 'country', code: 'NO' });
    expect([cellOf(country, 'unplaced', 'participants'), cellOf(country, 'total', 'participants')]).toEqual([1, 4]);
    expect(figures(report([...cases, hidden]), '1001')).toEqual([2, 1, 1, 1]);
  });
});

/*
 * programme   |======|...leave...|=========|
 *             8 Jan  1 Mar       (goes on)  7 Jan
 */
test('those on leave are participants; an end decided ahead counts from its day (§ 11.21, 11.39)', () => {
  const life = [
    applied({ receivedOn: '2023-12-01' }),
    granted({ decidedOn: '2023-12-15', from: '2024-01-08', to: '2025-01-07' }),
    started('2024-01-08'),
    onLeave({ from: '2024-03-01' }),
    terminated({ decidedOn: '2024-03-04', lastDay: '2024-05-31' }),
  ];
  const on = (month: string, asOf: Parameters<typeof factsFrom>[1]) =>
    figures(report([factsFrom(life, asOf)!], month, municipality('4204')), '4204');
  expect(on('2024-03', '2024-03-31')).toEqual([1, 0, 0, 0]);
  expect(on('2024-05', '2024-05-31')).toEqual([1, 0, 0, 0]);
  expect(on('2024-06', '2024-06-30')).toEqual([0, 0, 0, 0]);
  expect(factsFrom(life, '2023-11-30')).toBeNull();
});

test('a rejected application has been applied for and refused; a programme at its two years has ended by law', () => {
  const refused = [applied({ receivedOn: '2024-03-04' }), rejected('2024-03-20')];
  expect(figures(report([factsFrom(refused, '2024-03-31')!], '2024-03', municipality('4204')), '4204')).toEqual([0, 1, 0, 1]);
  const twoYears = [
    applied({ receivedOn: '2023-12-01' }),
    granted({ from: '2024-01-08', to: '2025-01-07' }),
    started('2024-01-08'),
    extended({ from: '2025-01-08', to: '2026-01-07' }),
  ];
  expect(factsFrom(twoYears, '2026-01-31')?.participation).toMatchObject({ lastDay: '2026-01-07', endedBy: 'maximumReached' });
  expect(figures(report([factsFrom(twoYears, '2026-01-31')!], '2026-01', municipality('4204')), '4204')).toEqual([0, 0, 0, 0]);
});
