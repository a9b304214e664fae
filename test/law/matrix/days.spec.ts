import { describe, expect, test } from '@jest/globals';
import { EXAMPLE_TODAY } from '@kvp/lifecycle/examples';
import { ROWS, type Row, placesOfDays, placesOfPeriods, placesOfText, put } from './cases.ts';
import { SECRET, decide, faultsOf } from './outcome.ts';

/** Days on which something turns: before the scheme, the epochs, Covid-19, leap days, today, and years that nobody has seen. */
const DAYS = [
  ...['0001-01-01', '1900-02-28', '2007-10-31', '2007-11-01', '2009-12-31', '2010-01-01', '2011-12-31', '2012-01-01', '2012-02-29'],
  ...['2018-12-31', '2019-01-01', '2020-02-29', '2020-03-16', '2021-06-30', '2021-07-01', '2021-09-30', '2022-03-31', '2022-04-01'],
  ...['2024-02-29', '2025-05-04', '2025-05-05', '2025-05-31', '2025-06-01', '2025-06-02', '2025-06-03', '2026-01-01', '2028-02-29'],
  ...['2035-06-02', '2035-06-03', '9999-12-31'],
];

const named = ROWS.map((row) => [row.name, row.phase, row] as const);

/** The body of a row with something to know again in all its free texts. */
const written = (row: Row): object => placesOfText(row).reduce((told, place) => put(told, place, SECRET), row.body);

/** What is wrong with what comes of a body, an exception among it. */
function tried(row: Row, body: object): readonly string[] {
  try {
    return faultsOf(decide(row, body, EXAMPLE_TODAY), row.history, EXAMPLE_TODAY);
  } catch (error) {
    return [String(error)];
  }
}

test.each(named)('%s of a case that is %s: a day that turns something, in every place that takes one', (_name, _phase, row) => {
  const faults = placesOfDays(row).flatMap((place) =>
    DAYS.flatMap((day) => tried(row, put(written(row), place, day)).map((fault) => `${place.join('.')} = ${day}: ${fault}`)),
  );
  expect(faults).toEqual([]);
});

/** Accepted of a body. */
const isAccepted = (row: Row, body: object, today: string = EXAMPLE_TODAY): boolean => (decide(row, body, today).events ?? []).length > 0;

const inItsPhases = ROWS.filter(({ definition, phase }) => definition.phases.includes(phase));

describe('no command is carried out', () => {
  test.each(named.filter(([, phase, { definition }]) => !definition.phases.includes(phase)))(
    '%s of a case that is %s',
    (_name, _phase, row) => {
      expect(isAccepted(row, row.body)).toBe(false);
    },
  );

  test('for a period that ends before it begins', () => {
    const accepted = inItsPhases.flatMap((row) =>
      placesOfPeriods(row)
        .filter((place) => isAccepted(row, put(row.body, place, { from: '2025-06-02', to: '2025-06-01' })))
        .map((place) => `${row.name}: ${place.join('.')}`),
    );
    expect([...new Set(accepted)]).toEqual([]);
  });
});

test('a period to a mistyped year is refused without counting its days', () => {
  const periods = inItsPhases.filter(({ name }) => ['pause', 'recordAbsence'].includes(name));
  expect(periods).not.toHaveLength(0);
  for (const row of periods) {
    const { refusals = [] } = decide(row, put(row.body, ['to'], '9999-12-31'), EXAMPLE_TODAY);
    expect(refusals.map(({ code }) => code)).toEqual(['too-far-ahead']);
  }
});
