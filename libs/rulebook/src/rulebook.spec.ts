import { describe, expect, test } from '@jest/globals';
import { date, isBefore, iso } from '@kvp/calendar';
import fc from 'fast-check';
import { type Rows, inForce } from './epochs/rows.ts';
import { SCHEME_BORN } from './epochs/start.ts';
import { type Law, rulebook } from './rulebook.ts';
import { TABLES, assemble } from './tables.ts';

const NOW = '2026-07-02';
const law = (day: string, knownAt = NOW): Law => rulebook.at(date(day), date(knownAt));

describe('the epochs (rulebook § 1.1)', () => {
  test('E1: the scheme of 2007', () => {
    const { entry: ages, duration: limits, start } = law('2008-03-07');
    expect(ages.minimumAge).toMatchObject({ value: 19, grade: 'likely' });
    expect([limits.perDecisionYears.value, limits.ordinaryYears.value]).toEqual([1, 2]);
    expect(start.deadline).toMatchObject({ value: { months: 6 }, provision: 'STL 1991 § 5A-3' });
  });

  test('E2: an act of its own from 2010', () => {
    expect(law('2009-12-31').start.deadline.provision).toBe('STL 1991 § 5A-3');
    expect(law('2010-01-01').start.deadline.provision).toBe('STL § 31');
  });

  test('E3: the regulation of 2012', () => {
    expect(law('2011-12-31').duration.perDecisionYears.provision).toBe('STL § 32');
    expect(law('2012-01-01').duration.perDecisionYears.provision).toBe('KVPF § 2');
    expect(law('2011-12-31').leave.rights.value.map(({ provision }) => provision)).not.toContain('KVPF § 15');
    expect(law('2012-01-01').leave.rights.value.map(({ provision }) => provision)).toContain('KVPF § 15');
  });

  test('E4: the reform of 2019', () => {
    const [before, after] = [law('2018-12-31'), law('2019-01-01')];
    const view = (l: Law) => ({
      age: l.entry.minimumAge.value,
      grounds: l.entry.rejectionGrounds.value,
      beyond: l.duration.monthsBeyondOrdinary.value,
      interruption: l.interruption.maximumYears.value,
      protection: l.termination.protectedAbsence.value,
      unpaidLeave: l.leave.withoutStipend.value,
    });
    expect(view(before)).toEqual({
      age: 19,
      grounds: ['conditionsNotMet', 'lackOfCapacity'],
      beyond: 6,
      interruption: null,
      protection: null,
      unpaidLeave: false,
    });
    expect(view(after)).toEqual({
      age: 18,
      grounds: ['conditionsNotMet', 'disproportionatelyBurdensome'],
      beyond: 12,
      interruption: 1,
      protection: { years: 1, causes: ['work', 'birth', 'adoption'] },
      unpaidLeave: true,
    });
    expect(after.duration.absoluteYears.value).toBe(3);
  });

  test('E5a: Covid-19 postponed the start from 8 May 2020 until the end of March 2022', () => {
    const months = ['2020-05-07', '2020-05-08', '2021-06-01', '2022-03-31', '2022-04-01'].map((day) => {
      const { postponementMonths, secondPostponement } = law(day).start.deadline.value;
      return [postponementMonths, secondPostponement?.months ?? 0];
    });
    expect(months).toEqual([
      [0, 0],
      [6, 0],
      [6, 6],
      [6, 6],
      [0, 0],
    ]);
  });

  test('the reform could be read on 20 December 2018, not before', () => {
    expect(law('2019-01-01', '2018-12-19').entry.minimumAge.value).toBe(19);
    expect(law('2019-01-01', '2018-12-20').entry.minimumAge.value).toBe(18);
  });

  test('a law that is asked for twice is the same, and another day never gets it', () => {
    const days = ['2018-12-19', '2018-12-20', '2018-12-31', '2019-01-01', '2020-05-08', '2026-07-02'];
    const first = days.map((day) => law(day).start.deadline.provision);
    expect(days.map((day) => law(day).start.deadline.provision)).toEqual(first);
    expect(days.map((day) => law('2019-01-01', day).entry.minimumAge.value)).toEqual([19, 18, 18, 18, 18, 18]);
    expect(iso(law('2019-02-03').date)).toBe('2019-02-03');
  });

  test('today', () => {
    const { rights } = law(NOW).leave;
    expect(rights.value.filter(({ countsTowardDuration }) => !countsTowardDuration).map(({ provision }) => provision)).toEqual([
      ...['KVPF § 12 annet ledd', 'KVPF § 13 første ledd', 'KVPF § 15'],
    ]);
    expect(rights.value.find(({ provision }) => provision === 'KVPF § 13 første ledd')?.quota).toEqual({
      ...{ unit: 'calendarDays', limit: 42, per: 'occasion' },
    });
  });
});

describe('the content of a programme (rulebook § 1.4)', () => {
  const contentOn = (day: string) => {
    const { core, workDirectedByHalfway, jobSearch, fullTimeHours, mostPaidWorkShare, apprenticeship } = law(day).content;
    return [core, workDirectedByHalfway, jobSearch, fullTimeHours, mostPaidWorkShare, apprenticeship].map(({ value }) => value);
  };

  test('measures and job search until 2018, with measures by the halfway point from 2012; since then what leads to work', () => {
    expect(contentOn('2011-12-31')).toEqual(['measuresAndJobSearch', false, 'anywhere', 37.5, 0.5, false]);
    expect(contentOn('2012-01-01')).toEqual(['measuresAndJobSearch', true, 'finalPartOfSecondPeriod', 37.5, 0.5, false]);
    expect(contentOn('2018-12-31')).toEqual(['measuresAndJobSearch', true, 'finalPartOfSecondPeriod', 37.5, 0.5, false]);
    expect(contentOn('2019-01-01')).toEqual(['transitionToWork', false, 'finalPartOfLastPeriod', 37.5, 0.5, true]);
  });

  test('evaluation, individual plan and certificate belong to it in every epoch', () => {
    for (const day of ['2007-11-01', '2010-01-01', '2012-01-01', '2019-01-01', NOW]) {
      const { evaluationDatesRequired, individualPlan, certificate } = law(day).content;
      expect([evaluationDatesRequired.value, individualPlan.value, certificate.value]).toEqual([true, true, true]);
    }
    expect(law(NOW).content.activityPlan).toMatchObject({ value: false, provision: 'NAVL § 14 a' });
  });
});

describe('every row', () => {
  const tables = Object.values(TABLES).flatMap((group) => Object.entries<Rows<unknown>>(group));

  test.each(tables)('%s begins with the scheme, ascends, and says where it is written', (_, rows) => {
    expect(rows[0].effectiveFrom).toEqual(SCHEME_BORN);
    expect(rows.map(({ effectiveFrom }) => iso(effectiveFrom))).toEqual(
      [...new Set(rows.map(({ effectiveFrom }) => iso(effectiveFrom)))].sort(),
    );
    for (const { provision, source, knownFrom } of rows) {
      expect([provision, source]).not.toContain('');
      expect(isBefore(knownFrom, date('2007-10-26'))).toBe(false); // the day the first act was adopted
    }
  });

  test('the law of a day is one value that nobody can change', () => {
    const today = law(NOW);
    expect(() => Object.assign(today.duration, { perDecisionYears: 2 })).toThrow();
    expect(() => Object.assign(today.duration.perDecisionYears, { value: 2 })).toThrow();
    expect(() => Object.assign(today, { release: 'another' })).toThrow();
    expect(() => Object.assign(today.leave.rights.value, { 0: null })).toThrow();
    expect(() => Object.assign(today.childSupplement.abroadLimit.value ?? {}, { days: 91 })).toThrow();
  });

  test('the rates of the day are part of its law, and before the scheme there are none', () => {
    expect(law('2026-06-01').rates.G.provision).toBe('FTL § 1-4');
    expect(() => law('2006-01-01').rates).toThrow('had not begun');
  });
});

test('a law that was put together before is the one that would be put together now', () => {
  const day = fc.integer({ min: 0, max: 8000 }).map((days) => date('2006-01-01').add({ days }));
  fc.assert(
    fc.property(day, day, (on, knownAt) => {
      const kept = rulebook.at(on, knownAt);
      const fresh = assemble((rows) => inForce(rows, on, knownAt));
      // Compared as the very rows: the same objects, not the same content.
      for (const [group, rules] of Object.entries(fresh) as [keyof typeof fresh, object][])
        for (const [name, rule] of Object.entries(rules)) expect(new Map(Object.entries(kept[group])).get(name)).toBe(rule);
    }),
    { numRuns: 300 },
  );
});
