import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { Absence, Benefit, Deduction, Maintenance, Work } from '@kvp/lifecycle';
import { decimal, formatKroner, fraction, multiply } from '@kvp/money';
import type { StipendFacts } from './facts.ts';
import { child, facts, monthOfSchedule } from './fixture.ts';
import { schedule } from './schedule.ts';

const june = (more: Partial<StipendFacts>): StipendFacts => facts('2026-06-01', '2026-06-30', more);
const twoChildren = [child('2015-03-01'), child('2020-11-30')];
const amount = (of: StipendFacts): string => formatKroner(monthOfSchedule(of, '2026-06').amount);

const job = (hoursPerWeek: number, from = '2026-01-01', to: string | null = null): Work => ({
  ...{ recordedIn: 5, from: date(from), to: to === null ? null : date(to), endedIn: null, hoursPerWeek, apprenticeship: false },
});
const benefit = (kroner: number, from: string, reduces = true): Benefit => ({
  ...{ recordedIn: 6, from: date(from), to: null, endedIn: null, kind: 'dagpenger', orePerDay: kroner * 100, reduces },
});
const deduction = (hours: number, on = '2026-06-10'): Deduction => ({ recordedIn: 7, on: date(on), hours });
const absence = (kind: Absence['kind'], from: string, to: string, hours: number | null, withStipend: boolean): Absence => ({
  ...{ recordedIn: 8, kind, provision: 'STL § 36', from: date(from), to: date(to), hours, withStipend },
  ...{ evidence: null, countsTowardDuration: true, replacedBy: null },
});
const claim = (from: string, agencyHasClaimed: boolean, recordedIn = 9): Maintenance => ({
  recordedIn,
  from: date(from),
  agencyHasClaimed,
});

describe('unauthorised absence, hour for hour (STL § 36; decided point 8)', () => {
  test('rulebook § 5.11 (4): 3.5 hours in June 2026 take 500.22', () => {
    // 1 071.90965 × 3.5 / 7.5 = 500.2245…; 23 582.0123 − 500.2245 = 23 081.7878
    expect(amount(june({ deductions: [deduction(3.5)] }))).toBe('23081.79');
  });

  test('takes the supplement too, unless the policy of the day spares it', () => {
    // 2 × 38 × 22 = 1 672 of supplement; 76 × 3.5 / 7.5 = 35.4666…: 23 081.7878 + 1 636.5333 = 24 718.3212
    expect(amount(june({ children: twoChildren, deductions: [deduction(3.5)] }))).toBe('24718.32');
    expect(amount(june({ children: twoChildren, deductions: [{ ...deduction(3.5), sparesSupplement: true }] }))).toBe('24753.79');
  });

  test('is taken as it is recorded where the grant reserves it, never for a free day, and the same hours once', () => {
    // Wednesday 13 to Monday 18 May 2026: Ascension is the 14th; three days with hours to miss.
    const away = absence('unauthorised', '2026-05-13', '2026-05-18', null, false);
    const may = (more: Partial<StipendFacts>) =>
      monthOfSchedule(facts('2026-05-01', '2026-05-31', { absences: [away], ...more }), '2026-05');
    // 21 − 3 = 18 days at 1 071.90965 are 19 294.3737
    expect(formatKroner(may({}).amount)).toBe('19294.37');
    expect(formatKroner(may({ deductions: [deduction(7.5, '2026-05-13')] }).amount)).toBe('19294.37');
    expect(formatKroner(may({ absenceClause: false }).amount)).toBe('22510.10');
    expect(may({}).segments.map(({ days, pay }) => [days, pay?.reductions.length])).toEqual([
      ...[
        [8, 0],
        [1, 1],
        [1, 0],
        [2, 1],
        [9, 0],
      ],
    ]);
  });

  test('never takes more than the day has, beside a job', () => {
    // Half the week is worked: a whole day missed takes the other half. 21.5 → 22 × ½ − ½ = 10.5 days: 11 255.0513
    expect(amount(june({ work: [job(18.75)], deductions: [deduction(7.5)] }))).toBe('11255.05');
  });
});

describe('work by hours, whatever it pays (STL § 37)', () => {
  test('rulebook § 5.11 (6): 15 of 37.5 hours leave 60 % of stipend and supplement', () => {
    const line = monthOfSchedule(june({ children: twoChildren, work: [job(15)] }), '2026-06');
    expect(line).toMatchObject({ amount: 1_515_241, childSupplement: 100_320, stipendDays: 22 });
    expect(line.segments[0]?.pay?.reductions).toMatchObject([
      { kind: 'WORK', rule: { provision: 'STL § 37' }, recordedIn: [5], measure: fraction(15), supplement: decimal('30.4') },
    ]);
  });

  test('counts from its first day to its last, and jobs add up', () => {
    // Ten days from 15 to 26 June at ½: 22 − 5 = 17 days, 18 222.4640
    expect(amount(june({ work: [job(18.75, '2026-06-15', '2026-06-26')] }))).toBe('18222.46');
    expect(amount(june({ work: [job(15), { ...job(3.75), recordedIn: 11 }] }))).toBe(amount(june({ work: [job(18.75)] })));
    expect(amount(june({ work: [job(37.5), job(15)] }))).toBe('0.00');
  });
});

describe('other benefits, krone for krone (STL § 38; decided point 18)', () => {
  test('leave the supplement alone and never take more than the day has left', () => {
    // Eleven days from 16 June at 500: 23 582.0123 − 5 500
    expect(amount(june({ benefits: [benefit(500, '2026-06-16')] }))).toBe('18082.01');
    expect(amount(june({ children: twoChildren, benefits: [benefit(5000, '2026-06-01')] }))).toBe('1672.00');
  });

  test('come after work: 60 % of 1 071.90965 is 643.14579, less 600 is 43.14579', () => {
    // 22 × 43.14579 = 949.20738
    expect(amount(june({ work: [job(15)], benefits: [benefit(600, '2026-01-01')] }))).toBe('949.21');
  });

  test('bear on the entry condition alone where the law of their first day does not take them', () => {
    expect(amount(june({ benefits: [benefit(500, '2026-06-16', false)] }))).toBe('23582.01');
  });
});

describe('absence without stipend', () => {
  test('takes whole days with the supplement, and names what it rests on', () => {
    const lost = { ...absence('illness', '2026-06-10', '2026-06-12', null, false), provision: 'KVPF § 5' };
    const line = monthOfSchedule(june({ children: twoChildren, absences: [lost] }), '2026-06');
    // 19 × (1 071.90965 + 76) = 21 810.28335
    expect(line).toMatchObject({ amount: 2_181_028, stipendDays: 19 });
    expect(line.segments[1]).toMatchObject({ state: 'ILLNESS', because: { provision: 'KVPF § 5', recordedIn: 8 }, pay: null });
  });

  test('of a part of a day takes its hours with the supplement, whatever the policy', () => {
    const part = { ...absence('withoutStipend', '2026-06-10', '2026-06-10', 3.75, false), sparesSupplement: true as const };
    // Half of 1 071.90965 + 76 is 573.954825: 25 254.0123 − 573.9548 = 24 680.0575
    expect(amount(june({ children: twoChildren, absences: [part] }))).toBe('24680.06');
  });

  test('paid absence is named and takes nothing', () => {
    const line = monthOfSchedule(june({ absences: [absence('holiday', '2026-06-15', '2026-06-19', null, true)] }), '2026-06');
    expect(line.amount).toBe(2_358_201);
    expect(line.segments.map(({ state, days }) => [state, days])).toEqual([
      ['IN_PROGRAMME', 10],
      ['HOLIDAY', 5],
      ['IN_PROGRAMME', 7],
    ]);
  });
});

describe('the collection agency (KVPF § 4)', () => {
  const lines = (from: string, to: string, maintenance: readonly Maintenance[]) =>
    schedule(facts(from, to, { children: twoChildren, maintenance })).map(({ payee, stipendDays, amount: due }) => [
      payee,
      stipendDays,
      due,
    ]);

  test('has the supplement from the day of its claim to the next word: a line of its own, rounded by itself', () => {
    // 22 June is a Monday: 15 days before it, 7 from it; 23 582.0123 + 15 × 76, and 7 × 76.
    expect(lines('2026-06-01', '2026-06-30', [claim('2026-06-22', true)])).toEqual([
      ['participant', 22, 2_472_201],
      ['collectionAgency', 7, 53_200],
    ]);
    expect(lines('2026-06-01', '2026-06-30', [claim('2026-05-04', true), claim('2026-06-01', false, 10)])).toHaveLength(1);
  });

  test('had no such right before 2012', () => {
    const payees = (day: string) =>
      schedule(facts(day, day, { children: [child('2005-03-01')], maintenance: [claim('2011-06-01', true)] })).map(({ payee }) => payee);
    expect(payees('2011-12-30')).toEqual(['participant']);
    expect(payees('2012-01-02')).toEqual(['participant', 'collectionAgency']);
  });

  test('has no line where no supplement is due', () => {
    expect(schedule(june({ maintenance: [claim('2026-05-04', true)] }))).toHaveLength(1);
  });
});

test('what is taken and what is left are the whole day', () => {
  const [segment] = monthOfSchedule(
    june({ children: twoChildren, work: [job(15)], benefits: [benefit(100, '2026-01-01')] }),
    '2026-06',
  ).segments;
  const { daily, paid, reductions } = segment!.pay!;
  // 40 % of the day and 100 kroner.
  expect(reductions.map(({ stipend }) => stipend)).toEqual([multiply(daily, fraction(2, 5)), fraction(100)]);
  expect(paid).toEqual({ stipend: decimal('543.14579'), supplement: decimal('45.6') });
});
