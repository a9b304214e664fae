import { describe, expect, test } from '@jest/globals';
import { type IsoDate, date } from '@kvp/calendar';
import { fraction, printFraction } from '@kvp/money';
import { type AnnouncedRate, announceRates, supposedRates } from './announce.ts';
import { ratesAt } from './rates-at.ts';

const g = (effectiveFrom: IsoDate, value: string | number, knownFrom: IsoDate = '2027-05-21'): AnnouncedRate => ({
  kind: 'G',
  effectiveFrom,
  knownFrom,
  value,
});

const accepted = (...rows: AnnouncedRate[]): NonNullable<ReturnType<typeof announceRates>['rates']> => {
  const { rates } = announceRates(rows);
  if (rates === undefined) throw new Error('refused');
  return rates;
};

describe('a rate that came after the release', () => {
  const rates = accepted(g('2027-05-01', '140000'));

  test('counts from its day once it is known', () => {
    expect(ratesAt(date('2027-06-01'), date('2027-05-21'), rates).G.value).toEqual(fraction(140000));
    expect(ratesAt(date('2027-06-01'), undefined, rates).G.value).toEqual(fraction(140000));
  });

  test('does not count before', () => {
    expect(ratesAt(date('2027-06-01'), date('2027-05-20'), rates).G.value).toEqual(fraction(136549));
    expect(ratesAt(date('2027-04-30'), undefined, rates).G.value).toEqual(fraction(136549));
  });

  test('leaves the other timelines alone, and says where it comes from', () => {
    const day = ratesAt(date('2027-06-01'), undefined, rates);
    expect(printFraction(day.factor.value)).toBe('2041/1000');
    expect(day.G).toMatchObject({ provision: 'FTL § 1-4', source: 'announced after the release', knownFromResearched: true });
  });

  test('may come in any order', () => {
    const year = accepted(g('2028-05-01', '145000', '2028-05-20'), g('2027-05-01', '140000'));
    expect(ratesAt(date('2027-06-01'), undefined, year).G.value).toEqual(fraction(140000));
    expect(ratesAt(date('2028-06-01'), undefined, year).G.value).toEqual(fraction(145000));
  });

  test('is read exactly, as a decimal or a fraction', () => {
    const factor = accepted({ kind: 'factor', effectiveFrom: '2027-07-01', knownFrom: '2027-01-01', value: '2.1005' });
    expect(ratesAt(date('2027-07-01'), undefined, factor).factor.value).toEqual(fraction(21005, 10000));
    const share = accepted({ kind: 'under25Fraction', effectiveFrom: '2027-07-01', knownFrom: '2027-01-01', value: '3/4' });
    expect(ratesAt(date('2027-07-01'), undefined, share).under25Fraction.value).toEqual(fraction(3, 4));
  });
});

describe('a rate that the release already has', () => {
  test('is a repeat when it says the same', () => {
    expect(announceRates([g('2026-05-01', '136549', '2026-05-22'), g('2025-05-01', 130160)])).toEqual({ rates: [] });
  });

  test('is refused when it says something else', () => {
    expect(announceRates([g('2026-05-01', '136550')])).toEqual({
      conflicts: [{ code: 'rate-disagrees-with-release', kind: 'G', effectiveFrom: '2026-05-01', announced: '136550', standing: '136549' }],
    });
  });

  test('is refused inside the shipped timeline too: that is complete up to its last row', () => {
    expect(announceRates([g('2025-09-01', '131000')])).toMatchObject({ conflicts: [{ standing: '130160' }] });
  });

  test('takes the good ones down with it', () => {
    expect(announceRates([g('2027-05-01', '140000'), g('2026-05-01', '1')]).rates).toBeUndefined();
  });
});

test('two announced rows may not disagree, and the second says nothing new', () => {
  expect(accepted(g('2027-05-01', '140000'), g('2027-05-01', 140000))).toHaveLength(1);
  expect(announceRates([g('2027-05-01', '140000'), g('2027-05-01', '141000')])).toMatchObject({
    conflicts: [{ code: 'rate-disagrees-with-announced', announced: '141000', standing: '140000' }],
  });
});

describe('what the log knew', () => {
  // effective    1 May 2027 |── 140 000 ──────────
  // known        21 May     |─────────────────────
  // announced        25 May |── wrong ──| 1 June withdrawn, and 141 000 announced
  const wrong = { ...g('2027-05-01', '140000'), announcedOn: '2027-05-25', withdrawnOn: '2027-06-01' } as const;
  const right = { ...g('2027-05-01', '141000'), announcedOn: '2027-06-01' } as const;
  const rates = accepted(wrong, right);
  const gOn = (knownAt?: string): string =>
    printFraction(ratesAt(date('2027-06-15'), knownAt === undefined ? undefined : date(knownAt), rates).G.value);

  test('counts from the day it was announced, though it could be known before', () => {
    expect([gOn('2027-05-24'), gOn('2027-05-25'), gOn('2027-05-31')]).toEqual(['136549', '140000', '140000']);
  });

  test('a withdrawn row counts no more, and stands in nobody’s way', () => {
    expect([gOn('2027-06-01'), gOn()]).toEqual(['141000', '141000']);
    expect(printFraction(ratesAt(date('2027-06-15'), undefined, accepted(wrong)).G.value)).toBe('136549');
  });
});

test('rows that are only supposed are taken as they are, up to the next row that stands', () => {
  const supposed = supposedRates([g('2025-05-01', '150000', '2025-05-01')]);
  const gOf = (day: string): string => printFraction(ratesAt(date(day), undefined, supposed).G.value);
  expect([gOf('2025-04-30'), gOf('2025-05-01'), gOf('2026-04-30'), gOf('2026-05-01')]).toEqual(['124028', '150000', '150000', '136549']);
});

test.each(['0', '-1', 'mye', '1/0', ''])('%p is no rate', (value) => {
  expect(() => announceRates([g('2027-05-01', value)])).toThrow(RangeError);
});
