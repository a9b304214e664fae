import { describe, expect, test } from '@jest/globals';
import { date, period } from '@kvp/calendar';
import { type CaseState, type DecisionPeriod, initialState } from '@kvp/lifecycle';
import { hasSameStipendFacts, stipendFacts } from './facts.ts';
import { pause } from './fixture.ts';

const decided = (from: string, to: string): DecisionPeriod => ({ ...period(from, to), decidedIn: 1 });

/** Granted from Monday 5 January 2026, started a week late; three years from 12 January 2026 are 1 096 days (2028 is a leap year). */
const started: CaseState = {
  ...initialState,
  application: {
    personId: 'p-1',
    receivedOn: date('2025-11-03'),
    channel: 'paper',
    birthDate: date('1990-04-02'),
    municipality: '4204',
    office: 'o-1',
  },
  start: { recordedIn: 3, on: date('2026-01-12'), late: false, ordinaryDays: 730, absoluteDays: 1096 },
  decisionPeriods: [decided('2026-01-05', '2027-01-04')],
};
const allowed = (absoluteDays: number): CaseState['start'] => ({
  recordedIn: 3,
  on: date('2026-01-12'),
  late: false,
  ordinaryDays: absoluteDays,
  absoluteDays,
});

const paid = (state: CaseState): readonly string[] | undefined =>
  stipendFacts(state)?.paidPeriods.map(({ from, to }) => `${from.toString()}/${to.toString()}`);

describe('the days that a decision pays for', () => {
  test('begin with the actual start: nothing is earned before it', () => {
    expect(stipendFacts({ ...started, start: null })).toBeNull();
    expect(stipendFacts(initialState)).toBeNull();
    expect(paid(started)).toEqual(['2026-01-12/2027-01-04']);
  });

  test('stop with the last day in programme', () => {
    const end = { lastDay: date('2026-06-10'), reason: 'completed', decidedOn: date('2026-06-01') };
    expect(paid({ ...started, end })).toEqual(['2026-01-12/2026-06-10']);
    expect(paid({ ...started, end: { ...end, lastDay: date('2027-03-01') } })).toEqual(['2026-01-12/2027-01-04']);
  });

  test('stop at the maximum, whatever was decided', () => {
    // Twenty days from 12 January are used up on the 31st.
    expect(paid({ ...started, start: allowed(20) })).toEqual(['2026-01-12/2026-01-31']);
  });

  test('stop at two years, unless special reasons or the Covid-19 rule reach beyond them. Decided points 5 and 39', () => {
    const start: CaseState['start'] = { recordedIn: 3, on: date('2026-01-12'), late: false, ordinaryDays: 20, absoluteDays: 30 };
    const until = (beyondTwoYears: object) =>
      paid({ ...started, start, decisionPeriods: [{ ...decided('2026-01-05', '2026-02-28'), ...beyondTwoYears }] });
    expect(until({})).toEqual(['2026-01-12/2026-01-31']);
    // Thirty days are used up on 10 February.
    expect(until({ beyondTwoYears: 'specialReasons' })).toEqual(['2026-01-12/2026-02-10']);
    expect(until({ beyondTwoYears: 'covid' })).toEqual(['2026-01-12/2026-02-28']);
  });

  // days left    |== 20 ==|.. leave, ten days ..|== rest ==|
  //              12 Jan   19 Jan                29 Jan
  test('go on after the maximum by the days that did not count', () => {
    const leave = pause('LEAVE_WITH_STIPEND', '2026-01-19', '2026-01-28');
    expect(paid({ ...started, start: allowed(20), pauses: [leave] })).toEqual(['2026-01-12/2026-02-10']);
  });

  test('are not used up during a leave that nobody has resumed', () => {
    const leave = pause('LEAVE_WITH_STIPEND', '2026-01-19', null);
    expect(paid({ ...started, start: allowed(20), pauses: [leave] })).toEqual(['2026-01-12/2027-01-04']);
  });

  test('stop the day before the 67th birthday. Decided point 27', () => {
    const application = { ...started.application!, birthDate: date('1959-06-10') };
    expect(paid({ ...started, application })).toEqual(['2026-01-12/2026-06-09']);
  });

  // decided   |=========|  lapse  |=========|
  //           5 Jan     4 Jan     1 Feb     30 Jul 2027
  test('have a hole where a decision was late, and none where one follows the other', () => {
    const first = started.decisionPeriods;
    expect(paid({ ...started, decisionPeriods: [...first, decided('2027-02-01', '2027-07-30')] })).toEqual([
      '2026-01-12/2027-01-04',
      '2027-02-01/2027-07-30',
    ]);
    expect(paid({ ...started, decisionPeriods: [...first, decided('2027-01-05', '2027-07-30')] })).toEqual([
      '2026-01-12/2027-01-04',
      '2027-01-05/2027-07-30',
    ]);
  });

  test('leave out a period that the start came after', () => {
    expect(paid({ ...started, start: { ...started.start!, on: date('2027-01-05') } })).toEqual([]);
  });
});

describe('two states have the same facts', () => {
  test('when what was added has nothing to do with them', () => {
    expect(hasSameStipendFacts(started, { ...started, certificateIssuedOn: date('2026-06-01') })).toBe(true);
  });

  test('only when every field is the same that the facts are read from', () => {
    const read = new Set<string>();
    const watched = new Proxy(started, {
      get: (state, field: keyof CaseState) => {
        read.add(field);
        return state[field];
      },
    });
    stipendFacts(watched);
    expect([...read].sort()).toEqual([
      ...['absences', 'application', 'children', 'circumstances', 'decisionPeriods', 'end', 'grant', 'outside', 'pauses', 'start'],
    ]);
    for (const field of read) expect(hasSameStipendFacts(started, { ...started, [field]: [] })).toBe(false);
  });
});
