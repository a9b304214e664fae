import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fraction, kroner, ore } from '@kvp/money';
import type { CaseFacts } from '../facts/case-facts.ts';
import { askedOf } from '../report/asked.ts';
import { sumsOver } from '../report/definition.ts';
import { type ReportTable, cellOf, tableOf } from '../tables/table.ts';
import { aCase, scopeOf, takingPart } from '../testing/facts.ts';
import type { GrantInput, GrantPart } from './grant-input.ts';
import { grantModel } from './grant-model.ts';
import { divided } from './shares.ts';

const part = (area: string, facts: Partial<GrantPart> = {}): GrantPart => ({
  ...{ area, key: '1', startMonth: 1, inflow: '0', outflow: '0', target: 0, carriedIn: ore(0) },
  ...facts,
});
const input = (...parts: readonly GrantPart[]): GrantInput => ({
  extraCost: {
    ...{ stipend: kroner('140512'), childSupplement: kroner('7020'), measures: kroner('50000') },
    ...{ socialAssistance: kroner('90000'), existingMeasures: kroner('20000'), individstonad: kroner('7532') },
  },
  assumedParticipants: 24,
  parts,
});
const scope = scopeOf('year', '2009', { kind: 'county', code: '09' });
const tables = (given: GrantInput, cases: readonly CaseFacts[] = [], asked = scope): readonly ReportTable[] =>
  grantModel.tables(sumsOver(grantModel, cases, asked), asked, given);
const cell = (of: readonly ReportTable[], table: string, row: string, column: string) => cellOf(tableOf(of, table), row, column);

test('extra cost: what is new, less what is saved and refunded, individstønad a sum of its own', () => {
  const made = tables(input(part('0906')));
  // 140 512 + 7 020 + 50 000 − 90 000 − 20 000 − 7 532 = 80 000 kroner a participant; × 24 = 1 920 000.
  expect([cell(made, 'extra-cost', 'total', 'perParticipant'), cell(made, 'extra-cost', 'total', 'all')]).toEqual([8_000_000, 192_000_000]);
  expect(cell(made, 'extra-cost', 'individstonad', 'perParticipant')).toBe(-753_200);
});

describe('distribution by key, start month and flow', () => {
  test('keys alone: in proportion', () => {
    const made = tables(input(part('0906', { key: '3' }), part('0904', { key: '1' })));
    expect(['0906', '0904', 'total'].map((row) => cell(made, 'distribution', row, 'grant'))).toEqual([
      144_000_000, 48_000_000, 192_000_000,
    ]);
    expect(cell(made, 'distribution', '0906', 'computed')).toBe(18); // 24 × 3/4
  });

  test('an office that opened in July has half the course of one that was there', () => {
    const made = tables(input(part('0906'), part('0904', { startMonth: 7 })));
    // 12 and 12 × 6/12 = 6: two thirds and one third.
    expect(['0906', '0904'].map((row) => cell(made, 'distribution', row, 'grant'))).toEqual([128_000_000, 64_000_000]);
  });

  test('one more a month than leave, and one fewer until none are left', () => {
    const made = tables(input(part('0906', { inflow: '1' }), part('0904', { outflow: '2' })));
    // 12, 13 … 23: 17.5. And 12, 10, 8, 6, 4, 2 and then 0: 42/12 = 3.5.
    expect(['0906', '0904'].map((row) => cell(made, 'distribution', row, 'computed'))).toEqual([17.5, 3.5]);
    expect(['0906', '0904'].map((row) => cell(made, 'distribution', row, 'grant'))).toEqual([160_000_000, 32_000_000]);
  });

  test('by district in Oslo', () => {
    const oslo = scopeOf('year', '2010', { kind: 'municipality', code: '0301' });
    const made = tables(input(part('030105'), part('030111', { key: '2' })), [], oslo);
    expect(['030105', '030111'].map((row) => cell(made, 'distribution', row, 'grant'))).toEqual([64_000_000, 128_000_000]);
    expect(tableOf(made, 'distribution').rows.map(({ title }) => title)).toEqual(['Frogner', 'Stovner']);
  });

  test('the parts add up to the øre, whatever the weights', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 }), fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 20 }), (total, weights) => {
        const parts = divided(
          ore(total),
          weights.map((weight) => fraction(weight)),
        );
        expect(parts.reduce<number>((a, b) => a + b, 0)).toBe(weights.some((weight) => weight > 0) ? total : 0);
        expect(parts.every((each, at) => each >= 0 && (each === 0 || weights[at]! > 0))).toBe(true);
      }),
    );
  });
});

describe('target against participants', () => {
  // One all year, one from 1 July: 12 and 6 month-ends, on average 1.5.
  const cases = [
    aCase({ municipality: '0906', participation: takingPart('2008-11-03') }),
    aCase({ municipality: '0906', participation: takingPart('2009-07-01') }),
  ];

  test('what was given for nobody is unused, and carried over to later years', () => {
    const made = tables(input(part('0906', { target: 4, carriedIn: kroner('1000') })), cases);
    // (4 − 1.5) × 80 000 = 200 000.
    expect(['target', 'average', 'unused', 'carriedOut'].map((column) => cell(made, 'targets', '0906', column))).toEqual([
      4, 1.5, 20_000_000, 20_100_000,
    ]);
  });

  test('more than the target leaves nothing unused, and takes nothing away', () => {
    const made = tables(input(part('0906', { target: 1, carriedIn: kroner('1000') })), cases);
    expect(['unused', 'carriedOut'].map((column) => cell(made, 'targets', '0906', column))).toEqual([0, 100_000]);
  });
});

test('there is none after 2010, nor before November 2007', () => {
  const asked = (period: string) => askedOf(grantModel, { area: '03', period }, '2026-11-30');
  expect(asked('2011')).toMatchObject([{ field: 'period', message: 'ordningen tok slutt med 2010' }]);
  expect(asked('2006')).toMatchObject([{ field: 'period' }]);
  expect(asked('2007')).toMatchObject({ asOf: '2007-12-31' });
});
