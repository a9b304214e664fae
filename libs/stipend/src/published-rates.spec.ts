import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type Fraction, divide, formatKroner, fraction, multiply, roundHalfUp, roundToOre } from '@kvp/money';
import { dayReader } from './day.ts';
import { facts } from './fixture.ts';

/** A day's stipend without supplement, for someone born on the first of January of a year. */
const daily = (day: string, birthYear: number): Fraction => {
  const read = dayReader(facts(day, day, { birthDate: date(`${birthYear}-01-01`) }), {});
  return read(date(day)).pay!.daily;
};
const ADULT = 1970;
const young = (day: string): number => date(day).year - 20;
const kroner = (amount: Fraction): string => formatKroner(roundToOre(amount));
const yearly = (day: Fraction): Fraction => multiply(day, fraction(260));

describe('rulebook § 5.2: each G and factor as yearly, daily and monthly stipend', () => {
  test.each([
    ['2007-11-01', '133624.00', '89082.67', '513.94', '342.63', '11135.33'],
    ['2008-05-01', '140512.00', '93674.67', '540.43', '360.29', '11709.33'],
    ['2009-05-01', '145762.00', '97174.67', '560.62', '373.75', '12146.83'],
    ['2010-05-01', '151282.00', '100854.67', '581.85', '387.90', '12606.83'],
    ['2011-05-01', '158432.00', '105621.33', '609.35', '406.24', '13202.67'],
    ['2012-05-01', '164244.00', '109496.00', '631.71', '421.14', '13687.00'],
    ['2013-05-01', '170490.00', '113660.00', '655.73', '437.15', '14207.50'],
    ['2014-05-01', '176740.00', '117826.67', '679.77', '453.18', '14728.33'],
    ['2015-05-01', '180136.00', '120090.67', '692.83', '461.89', '15011.33'],
    ['2016-05-01', '185152.00', '123434.67', '712.12', '474.75', '15429.33'],
    ['2017-05-01', '187268.00', '124845.33', '720.26', '480.17', '15605.67'],
    ['2018-05-01', '193766.00', '129177.33', '745.25', '496.84', '16147.17'],
    ['2019-05-01', '199716.00', '133144.00', '768.14', '512.09', '16643.00'],
    ['2020-05-01', '202702.00', '135134.67', '779.62', '519.75', '16891.83'],
    ['2021-05-01', '212798.00', '141865.33', '818.45', '545.64', '17733.17'],
    ['2022-05-01', '222954.00', '148636.00', '857.52', '571.68', '18579.50'],
    ['2023-05-01', '237240.00', '158160.00', '912.46', '608.31', '19770.00'],
    ['2024-05-01', '248056.00', '165370.67', '954.06', '636.04', '20671.33'],
    ['2024-07-01', '253141.15', '168760.77', '973.62', '649.08', '21095.10'],
    ['2025-05-01', '265656.56', '177104.37', '1021.76', '681.17', '22138.05'],
    ['2026-05-01', '278696.51', '185797.67', '1071.91', '714.61', '23224.71'],
  ])('from %s', (day, year, yearUnder25, perDay, perDayUnder25, twelfth) => {
    const full = daily(day, ADULT);
    const reduced = daily(day, young(day));
    expect([yearly(full), yearly(reduced), full, reduced, divide(yearly(full), fraction(12))].map(kroner)).toEqual([
      year,
      yearUnder25,
      perDay,
      perDayUnder25,
      twelfth,
    ]);
  });
});

describe('figures that were published, rounded to whole kroner', () => {
  test.each([
    ['nav.no 2024, 25 or older', '2024-07-01', ADULT, 253_141n],
    ['nav.no 2024, under 25', '2024-07-01', 2004, 168_761n],
    ['Hægebostad kommune, 25 or older', '2022-05-01', ADULT, 222_954n],
    ['Hægebostad kommune, under 25', '2022-05-01', 2002, 148_636n],
    ['Velferd 7/2014', '2014-05-01', ADULT, 176_740n],
  ])('%s', (_where, day, birthYear, published) => {
    expect(roundHalfUp(yearly(daily(day, birthYear)))).toBe(published);
  });
});
