import { describe, expect, test } from '@jest/globals';
import { date, period } from '@kvp/calendar';
import { add, formatKroner, fraction, ore, roundToOre } from '@kvp/money';
import { announceRates } from '@kvp/rulebook';
import { child, facts, monthOfSchedule, pause } from './fixture.ts';
import { schedule } from './schedule.ts';

const amount = (...of: Parameters<typeof monthOfSchedule>): string => formatKroner(monthOfSchedule(...of).amount);

describe('rulebook § 5.11, the worked examples', () => {
  const y2026 = (more: Parameters<typeof facts>[2] = {}): ReturnType<typeof facts> => facts('2026-01-05', '2026-12-31', more);

  test('1: June 2026, 22 days, no child', () => {
    expect(monthOfSchedule(y2026(), '2026-06')).toMatchObject({
      stipendDays: 22,
      amount: 2_358_201,
      stipend: 2_358_201,
      childSupplement: 0,
    });
  });

  test('2: 25 on Wednesday 15 July 2026: ten days under, thirteen full', () => {
    const turning25 = y2026({ birthDate: date('2001-07-15') });
    expect(monthOfSchedule(turning25, '2026-07').segments).toMatchObject([
      { ...period('2026-07-01', '2026-07-14'), days: 10, pay: { ageFraction: { value: fraction(2, 3) } } },
      { ...period('2026-07-15', '2026-07-31'), days: 13, pay: { ageFraction: null } },
    ]);
    expect(amount(turning25, '2026-07')).toBe('21080.89');
    expect(amount(y2026({ birthDate: date('2001-08-01') }), '2026-07')).toBe('16435.95');
    expect(amount(y2026({ birthDate: date('2001-07-01') }), '2026-07')).toBe('24653.92');
  });

  test('3: starts on Monday 10 August 2026: 16 of 21 days', () => {
    expect(monthOfSchedule(facts('2026-08-10', '2027-08-09'), '2026-08').stipendDays).toBe(16);
    expect(amount(facts('2026-08-10', '2027-08-09'), '2026-08')).toBe('17150.55');
  });

  test('5: two children in June 2026: 2 × 38 × 22', () => {
    const line = monthOfSchedule(y2026({ children: [child('2015-03-01'), child('2020-11-30')] }), '2026-06');
    expect(line.childSupplement).toBe(ore(2 * 38 * 22 * 100));
    expect(line.amount).toBe(ore(2_358_201 + 167_200));
  });

  test('7: the factor changes on 1 July 2024, without a new G', () => {
    const of2024 = facts('2024-01-08', '2025-01-07');
    const perDay = (month: string): string => formatKroner(roundToOre(monthOfSchedule(of2024, month).segments[0]!.pay!.daily));
    expect([perDay('2024-06'), perDay('2024-07')]).toEqual(['954.06', '973.62']);
  });
});

describe('rulebook § 5.3, a calendar year under model A', () => {
  const yearSum = (year: number): string =>
    formatKroner(roundToOre(add(...schedule(facts(`${year}-01-01`, `${year}-12-31`)).map(({ exact }) => exact))));

  test('2026 has 86 days on the old G and 175 on the new', () => {
    expect(yearSum(2026)).toBe('275455.20');
    const days = schedule(facts('2026-01-01', '2026-12-31')).map(({ stipendDays }) => stipendDays);
    expect(days.slice(0, 4).reduce((a, b) => a + b)).toBe(86);
    expect(days.slice(4).reduce((a, b) => a + b)).toBe(175);
  });

  test('261 days at the rate of May 2026', () => {
    // 2027 has 261 Monday-to-Friday days, and no younger G is known.
    expect(yearSum(2027)).toBe('279768.42');
  });
});

describe('a new G', () => {
  const adult = facts('2026-01-05', '2026-12-31');

  test('counts from 1 May, though May is paid on the old one until it is known (rulebook § 5.9)', () => {
    const paid = monthOfSchedule(adult, '2026-05', { knownAt: date('2026-05-21') }).amount;
    const due = monthOfSchedule(adult, '2026-05', { knownAt: date('2026-05-22') }).amount;
    expect([paid, due, ore(due - paid)].map(formatKroner)).toEqual(['21456.88', '22510.10', '1053.22']);
  });

  test('of 2020 was known on 21 September', () => {
    const of2020 = facts('2020-01-06', '2020-12-31');
    // June 2020 has 22 days: 22 × 2 × 99 858 / 260 = 16 899.046…, and 22 × 2 × 101 351 / 260 = 17 151.707…
    expect(amount(of2020, '2020-06', { knownAt: date('2020-09-20') })).toBe('16899.05');
    expect(amount(of2020, '2020-06', { knownAt: date('2020-09-21') })).toBe('17151.71');
    expect(amount(of2020, '2020-06')).toBe('17151.71');
  });

  test('that came after the release is used when it is handed in', () => {
    const { rates = [] } = announceRates([{ kind: 'G', effectiveFrom: '2026-07-01', knownFrom: '2026-08-01', value: '140000' }]);
    // 2.041 × 140 000 / 260 = 1 099, on 23 days.
    expect(amount(adult, '2026-07', { announced: rates })).toBe('25277.00');
    expect(amount(adult, '2026-07', { announced: rates, knownAt: date('2026-07-31') })).toBe('24653.92');
  });
});

describe('which months there are', () => {
  test('from the first to the last month of the programme, each with what its days are', () => {
    expect(schedule(facts('2026-01-19', '2026-03-02')).map(({ month, stipendDays }) => [month, stipendDays])).toEqual([
      ['2026-01', 10],
      ['2026-02', 20],
      ['2026-03', 1],
    ]);
  });

  test('a month of interruption is there with 0, and an open one goes on to the end', () => {
    const interrupted = facts('2026-01-01', '2026-04-30', { pauses: [pause('INTERRUPTION', '2026-02-16', null)] });
    expect(schedule(interrupted).map(({ stipendDays, amount: due }) => [stipendDays, due > 0])).toEqual([
      [22, true],
      [10, true],
      [0, false],
      [0, false],
    ]);
  });

  test('a lapse between two decisions pays nothing', () => {
    const lapsed = facts('2026-01-01', '2026-01-01', {
      paidPeriods: [...facts('2026-01-01', '2026-01-30').paidPeriods, ...facts('2026-03-02', '2026-03-31').paidPeriods],
    });
    expect(schedule(lapsed).map(({ stipendDays }) => stipendDays)).toEqual([22, 0, 22]);
    expect(schedule(lapsed)[1]?.segments).toMatchObject([{ state: 'NO_DECISION', pay: null, days: 20 }]);
  });

  test('there are none when nothing is covered', () => {
    expect(schedule(facts('2026-01-01', '2026-01-01', { paidPeriods: [] }))).toEqual([]);
  });

  test('until June 2011 there was withholding in June too', () => {
    const free = schedule(facts('2010-01-01', '2011-12-31')).filter(({ noWithholding }) => noWithholding);
    expect(free.map(({ month }) => month)).toEqual(['2011-06']);
  });

  test('nothing is withheld in June, by earning month', () => {
    const free = schedule(facts('2026-01-01', '2027-12-31')).filter(({ noWithholding }) => noWithholding);
    expect(free.map(({ month }) => month)).toEqual(['2026-06', '2027-06']);
  });

  test('a line says to whom, by which model and on which rates', () => {
    expect(schedule(facts('2026-06-01', '2026-06-30'))[0]).toMatchObject({
      payee: 'participant',
      model: { name: 'A', version: 1 },
      ratesRevision: '2026-07-02',
    });
  });
});
