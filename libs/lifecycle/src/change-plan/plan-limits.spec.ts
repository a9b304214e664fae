import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { rulebook } from '@kvp/rulebook';
import type { PlanPlace } from './plan-content.ts';
import type { IndividualPlan } from './plan-fields.ts';
import { evaluationLimits, planLimits } from './plan-limits.ts';
import { recordPlan } from './plan-recorded.ts';

type Activities = IndividualPlan['activities'];

const lawOn = (day: string) => rulebook.at(date(day), date('2026-07-02'));

/** A year from Monday 3 February 2025, the first of the programme. */
const year: PlanPlace = {
  period: { from: date('2025-02-03'), to: date('2026-02-02') },
  programmeFrom: date('2025-02-03'),
  ordinal: 1,
  isLast: false,
};

const work = { content: 'Praksis', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30 } as const;
const search = { content: 'Jobbsøking', measure: 'own', kind: 'jobSearch', hoursPerWeek: 7.5 } as const;
const health = { content: 'Trening', measure: 'health', kind: 'health', hoursPerWeek: 7.5 } as const;
const job = { content: 'Deltidsjobb', measure: 'own', kind: 'paidWork', hoursPerWeek: 18.75 } as const;

const planWith = (...activities: Activities): IndividualPlan => ({ activities, agreedWithParticipant: true });
const refused = (plan: IndividualPlan, place = year, law = lawOn('2025-02-03')) => planLimits(plan, place, law).map(({ code }) => code);
const warned = (plan: IndividualPlan, place = year, law = lawOn('2025-02-03')) => recordPlan(plan, place, law).warnings;

describe('full time, all year: 37.5 hours a week (KVPF § 1)', () => {
  test('and not a quarter less, unless it is said why', () => {
    expect(refused(planWith(work, search))).toEqual([]);
    const short = planWith({ ...work, hoursPerWeek: 29.75 }, search);
    expect(refused(short)).toEqual(['not-full-time']);
    const reasoned = { ...short, lessThanFullTime: 'Legen tilrår kortere dager.' };
    expect([refused(reasoned), warned(reasoned)]).toEqual([[], ['lessThanFullTime']]);
    expect(refused({ ...short, lessThanFullTime: ' ' })).toEqual(['not-full-time']);
  });

  test('paid work fills the week with the activities', () => {
    expect(refused(planWith({ ...work, hoursPerWeek: 11.25 }, search, job))).toEqual([]);
  });

  test('in every week: the first day that falls short is named', () => {
    const [fault] = planLimits(planWith(work, { ...search, to: '2025-06-30' }), year, lawOn('2025-02-03'));
    expect(fault).toMatchObject({
      code: 'not-full-time',
      message: 'Planen har 30 timer i uken fra 1. juli 2025, og programmet skal være på full tid, 37,5 timer.',
    });
  });

  test('a weekend between two activities is no gap, a weekday is', () => {
    // Friday 27 June 2025, Monday 30 June.
    const until = { ...work, to: '2025-06-27' } as const;
    expect(refused(planWith(until, { ...work, from: '2025-06-30' }, search))).toEqual([]);
    expect(refused(planWith(until, { ...work, from: '2025-07-01' }, search))).toEqual(['not-full-time']);
  });

  test('nothing is asked of days that are none', () => {
    const inverted = { ...year, period: { from: date('2025-02-03'), to: date('2025-02-02') } };
    expect(refused(planWith(health), inverted)).toEqual([]);
  });
});

describe('paid work (decided point 9)', () => {
  test('half a position is inside, a quarter more goes on with a warning', () => {
    const rest = { ...work, hoursPerWeek: 11.25 } as const;
    expect(warned(planWith(rest, search, job))).toEqual([]);
    const more = planWith(rest, search, { ...job, hoursPerWeek: 19 });
    expect([refused(more), warned(more)]).toEqual([[], ['paidWorkAboveHalf']]);
  });

  test('time as an apprentice may fill the week since 2019', () => {
    const apprentice = planWith({ ...work, kind: 'apprenticeship', hoursPerWeek: 37.5 }, search);
    expect([refused(apprentice), warned(apprentice)]).toEqual([[], []]);
    expect(warned(apprentice, year, lawOn('2018-06-01'))).toEqual(['paidWorkAboveHalf']);
  });
});

describe('the core leads to work (STL § 30)', () => {
  test('an activity that does must be there, and a small part of the week is worth a second look', () => {
    expect(refused(planWith({ ...health, hoursPerWeek: 37.5 }))).toEqual(['work-directed-activity-required']);
    // 18.75 of 37.5 hours is half: enough; a quarter of an hour less is not.
    expect(warned(planWith({ ...work, hoursPerWeek: 11.25 }, search, { ...health, hoursPerWeek: 18.75 }))).toEqual([]);
    expect(warned(planWith({ ...work, hoursPerWeek: 11 }, search, { ...health, hoursPerWeek: 19 }))).toEqual(['coreIsMinor']);
  });

  test('before 2019 it had to be a measure directed at work', () => {
    const school = { ...work, kind: 'education' } as const;
    expect(refused(planWith(school, search))).toEqual([]);
    expect(refused(planWith(school, search), year, lawOn('2018-12-31'))).toContain('work-directed-activity-required');
  });
});

describe('job search', () => {
  const alone = planWith({ ...work, hoursPerWeek: 37.5 });

  test('since 2019: in the final part of the last decision period', () => {
    expect([refused(alone), warned(alone)]).toEqual([[], ['jobSearchMissing']]);
    expect(refused(alone, { ...year, isLast: true })).toEqual(['job-search-required']);
    // A third of 365 days is 122: the final part begins on 4 October 2025 (28 + 30 + 31 + 31 + 2 days).
    const until = (to: `${number}-${number}-${number}`) => planWith({ ...work, hoursPerWeek: 37.5 }, { ...search, to });
    expect(refused(until('2025-10-04'), { ...year, isLast: true })).toEqual([]);
    expect(refused(until('2025-10-03'), { ...year, isLast: true })).toEqual(['job-search-required']);
  });

  test('from 2012 to 2018: in the final part of the second', () => {
    const law = lawOn('2018-12-31');
    expect(refused(alone, year, law)).toEqual([]);
    expect(refused(alone, { ...year, ordinal: 2 }, law)).toEqual(['job-search-required']);
  });

  test('before: always', () => {
    expect(refused(alone, year, lawOn('2011-12-31'))).toEqual(['job-search-required']);
    const early = planWith({ ...work, hoursPerWeek: 37.5 }, { ...search, to: '2025-03-03' });
    expect(refused(early, year, lawOn('2011-12-31'))).toEqual([]);
  });
});

describe('work-directed measures by halfway, from 2012 to 2018 (KVPF § 1 as first made)', () => {
  // 365 days from 3 February 2025: the 183rd, 4 August, ends the first half (26 + 31 + 30 + 31 + 30 + 31 + 4).
  const from = (day: `${number}-${number}-${number}`) =>
    planWith({ ...health, hoursPerWeek: 37.5 }, { ...work, from: day }, { ...search, from: day });

  test('on the day in the middle at the latest', () => {
    expect(refused(from('2025-08-04'), year, lawOn('2018-12-31'))).toEqual([]);
    expect(refused(from('2025-08-05'), year, lawOn('2018-12-31'))).toEqual(['work-directed-too-late']);
    expect(refused(from('2025-08-05'), year, lawOn('2019-01-01'))).toEqual([]);
    expect(refused(from('2025-08-05'), year, lawOn('2011-12-31'))).toEqual([]);
  });

  test('a plan that begins after it is not asked', () => {
    const late = { ...year, period: { from: date('2025-08-05'), to: date('2026-02-02') } };
    expect(refused(from('2025-09-01'), late, lawOn('2018-12-31'))).toEqual([]);
  });
});

test('the provision is that of the law of the day', () => {
  const provisions = (day: string) =>
    planLimits(planWith({ ...work, hoursPerWeek: 7.5 }, search), year, lawOn(day)).map(({ provision }) => provision);
  expect([provisions('2009-06-01'), provisions('2010-06-01'), provisions('2019-06-01')]).toEqual([
    ['STL 1991 kap. 5A'],
    ['STL § 30'],
    ['KVPF § 1'],
  ]);
});

test('at least one day of evaluation, inside the days of the plan', () => {
  const codes = (...days: string[]) => evaluationLimits(days, year).map(({ code }) => code);
  expect([codes(), codes('2025-02-03', '2026-02-02'), codes('2026-02-03')]).toEqual([
    ['evaluation-dates-required'],
    [],
    ['evaluation-outside-period'],
  ]);
});
