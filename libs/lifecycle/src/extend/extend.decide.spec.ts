import { describe, expect, test } from '@jest/globals';
import { applied, extend, extended, given, granted, interrupted, onLeave, resumed, started, terminated } from '../testing/index.ts';

const firstYear = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const twoYears = [...firstYear, extended({ decidedOn: '2025-01-02', from: '2025-01-08', to: '2026-01-07' })];
const thirdYear = extended({ from: '2026-01-08', to: '2026-07-07', withSpecialReasons: true });
const reasons = { necessary: true, progress: true, workProbable: true };

describe('extend', () => {
  test('an ordinary extension may reach two counted years, and not a day more', () => {
    given(...firstYear)
      .when(extend({ to: '2026-01-07' }))
      .then({ type: 'ProgrammeExtended', data: { from: '2025-01-08', to: '2026-01-07', withSpecialReasons: false, afterLapse: false } });
    given(...firstYear)
      .when(extend({ to: '2026-01-08' }))
      .thenRefused('period-too-long', 'special-reasons-required');
    given(...firstYear, extended({ from: '2025-01-08', to: '2025-07-07' }))
      .when(extend({ to: '2026-01-08' }))
      .thenRefused('special-reasons-required');
  });

  test('for special reasons it may reach three counted years, and not a day more', () => {
    given(...twoYears)
      .when(extend({ decidedOn: '2026-01-05', to: '2027-01-07', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended', data: { from: '2026-01-08', to: '2027-01-07', withSpecialReasons: true } });
    given(...twoYears, thirdYear)
      .when(extend({ decidedOn: '2026-07-01', to: '2027-01-08', specialReasons: reasons }))
      .thenRefused('beyond-absolute-maximum');
    given(...twoYears, thirdYear)
      .when(extend({ decidedOn: '2026-07-01', to: '2027-01-08' }))
      .thenRefused('beyond-absolute-maximum', 'special-reasons-required');
  });

  test.each(['necessary', 'progress', 'workProbable'] as const)('special reasons do not hold without %s (KVPF § 2)', (factor) => {
    given(...twoYears)
      .when(extend({ decidedOn: '2026-01-05', to: '2026-06-30', specialReasons: { ...reasons, [factor]: false } }))
      .thenRefused('special-reasons-not-met');
  });

  /*
   * programme   |=============|...interruption, 45 days...|==========|
   *             8 Jan 24      1 Mar                       15 Apr     7 Jan 26 + 45 days
   */
  test('an interruption moves the maximum by its days', () => {
    // 1 March to 14 April 2024 is 31 + 14 days; 7 January 2026 plus 45 days is 21 February.
    const away = [
      ...firstYear,
      interrupted({ from: '2024-03-01' }),
      resumed('2024-04-15'),
      extended({ from: '2025-01-08', to: '2026-01-07' }),
    ];
    given(...away)
      .when(extend({ decidedOn: '2026-01-05', to: '2026-02-21' }))
      .then({ type: 'ProgrammeExtended' });
    given(...away)
      .when(extend({ decidedOn: '2026-01-05', to: '2026-02-22' }))
      .thenRefused('special-reasons-required');
  });

  test('a leave in the third year moves only the absolute maximum (§ 11.13)', () => {
    const third = [...twoYears, thirdYear, onLeave({ from: '2026-02-02' }), resumed('2026-02-12')];
    // Ten days away: 7 January 2027 becomes 17 January.
    given(...third)
      .when(extend({ decidedOn: '2026-07-01', to: '2027-01-17', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended' });
    given(...third)
      .when(extend({ decidedOn: '2026-07-01', to: '2027-01-10' }))
      .thenRefused('special-reasons-required');
  });

  test('an open interruption has moved the maximum by the days it has lasted when the extension is decided', () => {
    const away = [...twoYears, interrupted({ from: '2025-12-01' })];
    // 1 December to 5 January is 31 + 5 days: 7 January becomes 12 February 2026.
    given(...away)
      .when(extend({ decidedOn: '2026-01-05', to: '2026-02-12' }))
      .then({ type: 'ProgrammeExtended' });
    given(...away)
      .when(extend({ decidedOn: '2026-01-05', to: '2026-02-13' }))
      .thenRefused('special-reasons-required');
  });

  test('after a year of interruption only termination is lawful', () => {
    const away = [...firstYear, interrupted({ from: '2024-02-01' })];
    given(...away)
      .when(extend({ decidedOn: '2025-02-01', to: '2025-12-31' }))
      .then({ type: 'ProgrammeExtended', data: { afterLapse: true } });
    given(...away)
      .when(extend({ decidedOn: '2025-02-02', to: '2025-12-31' }))
      .thenRefused('interruption-year-exceeded');
  });

  test('a late extension is accepted from the day after the lapse, and the breach stays in the state (§ 11.5)', () => {
    given(...firstYear)
      .when(extend({ decidedOn: '2025-01-20', to: '2025-12-31' }))
      .then({ type: 'ProgrammeExtended', data: { from: '2025-01-08', to: '2025-12-31', afterLapse: true } });
    const { state } = given(...firstYear, extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2025-12-31', afterLapse: true }));
    expect(state.lapses.map(({ from, to }) => `${from.toString()}/${to.toString()}`)).toEqual(['2025-01-08/2025-01-20']);
  });

  test('special reasons given for a period within two years are kept, but it does not rest on them', () => {
    given(...firstYear)
      .when(extend({ to: '2026-01-07', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended', data: { withSpecialReasons: false }, personal: { specialReasons: reasons } });
  });

  test('at the two-year maximum the programme has ended by itself', () => {
    given(...twoYears)
      .when(extend({ decidedOn: '2026-01-07', to: '2026-06-30', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended' });
    given(...twoYears)
      .when(extend({ decidedOn: '2026-01-08', to: '2026-06-30', specialReasons: reasons }))
      .thenRefused('not-in-programme');
  });

  test('it cannot pass the day before the 67th birthday (§ 11.27)', () => {
    const old = [applied({ receivedOn: '2024-01-08', birthDate: '1958-06-15' }), ...firstYear];
    given(...old)
      .when(extend({ to: '2025-06-14' }))
      .then({ type: 'ProgrammeExtended' });
    given(...old)
      .when(extend({ to: '2025-06-15' }))
      .thenRefused('beyond-upper-age');
  });

  test('from 2010 to 2018 it went six months at a time beyond two years, in our reading three years in all', () => {
    const old = [
      granted({ from: '2012-01-09', to: '2013-01-08' }),
      started('2012-01-09'),
      extended({ from: '2013-01-09', to: '2014-01-08' }),
    ];
    given(...old)
      .when(extend({ decidedOn: '2014-01-06', to: '2014-07-08', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended' });
    given(...old)
      .when(extend({ decidedOn: '2014-01-06', to: '2014-07-09', specialReasons: reasons }))
      .thenRefused('special-period-too-long');
    given(...old, extended({ from: '2014-01-09', to: '2014-07-08', withSpecialReasons: true }))
      .when(extend({ decidedOn: '2014-07-01', to: '2015-01-08', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended' });
  });

  test('a programme from before the reform is extended on the law of the new decision (§ 9.6)', () => {
    given(granted({ from: '2017-02-01', to: '2018-01-31' }), started('2017-02-01'), extended({ from: '2018-02-01', to: '2019-01-31' }))
      .when(extend({ decidedOn: '2019-01-15', to: '2020-01-31', specialReasons: reasons }))
      .then({ type: 'ProgrammeExtended' });
  });

  test('a maximum in the summer of 2021 could be passed until 30 September, in the third year too', () => {
    const covid = [
      granted({ from: '2018-08-01', to: '2019-07-31' }),
      started('2018-08-01'),
      extended({ from: '2019-08-01', to: '2020-07-31' }),
      extended({ from: '2020-08-01', to: '2021-07-31', withSpecialReasons: true }),
    ];
    const body = { decidedOn: '2021-07-15', specialReasons: reasons } as const;
    given(...covid)
      .when(extend({ ...body, to: '2021-09-30' }))
      .then({ type: 'ProgrammeExtended', data: { withSpecialReasons: true, underCovidRule: true } });
    given(...covid)
      .when(extend({ ...body, to: '2021-10-01' }))
      .thenRefused('beyond-absolute-maximum');
  });

  test('an end that is decided stands in the way', () => {
    given(...firstYear, terminated({ decidedOn: '2024-11-01', lastDay: '2025-01-31' }))
      .when(extend({ decidedOn: '2024-12-01', to: '2025-02-01' }))
      .thenRefused('end-already-decided');
  });

  test('it goes forwards, and only in the programme', () => {
    given(...firstYear)
      .when(extend({ to: '2025-01-07' }))
      .thenRefused('ends-before-it-starts');
    given(granted({ from: '2024-01-08', to: '2025-01-07' }))
      .when(extend({ to: '2025-12-31' }))
      .thenRefused('not-in-programme');
    given(applied())
      .when(extend({ to: '2025-12-31' }))
      .thenRefused('not-granted');
  });

  test('a plan may come with it, for the new period, with its own days of evaluation', () => {
    const work = { content: 'Praksis', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 37.5 } as const;
    const plan = { activities: [work], agreedWithParticipant: true, evaluationDates: ['2025-06-02' as const] };
    const body = { decidedOn: '2025-01-02', to: '2025-12-31' } as const;
    given(...firstYear)
      .when(extend({ ...body, plan }))
      .then({
        type: 'ProgrammeExtended',
        data: { evaluationDates: ['2025-06-02'] },
        personal: { plan: { activities: [{ ...work, from: '2025-01-08' }] } },
      });
    given(...firstYear)
      .when(extend({ ...body, plan: { ...plan, evaluationDates: ['2025-01-07'] } }))
      .thenRefused('evaluation-outside-period');
    given(...firstYear)
      .when(extend({ ...body, plan: { activities: [work], agreedWithParticipant: true } }))
      .thenRefused('evaluation-dates-required');
  });

  test('up to three counted years no other period can follow: the plan of this one has job search', () => {
    const work = { content: 'Praksis', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 37.5 } as const;
    const plan = { activities: [work], agreedWithParticipant: true, evaluationDates: ['2026-06-01' as const] };
    const third = { decidedOn: '2026-01-05', specialReasons: reasons, plan } as const;
    given(...twoYears)
      .when(extend({ ...third, to: '2027-01-06' }))
      .then({ type: 'ProgrammeExtended', personal: { plan: { warnings: ['jobSearchMissing'] } } });
    given(...twoYears)
      .when(extend({ ...third, to: '2027-01-07' }))
      .thenRefused('job-search-required');
  });
});
