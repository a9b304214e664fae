import { describe, expect, test } from '@jest/globals';
import { date, period } from '@kvp/calendar';
import { type CaseState, type Pause, initialState } from '@kvp/lifecycle';
import { stipendFacts } from './facts.ts';

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
  start: { on: date('2026-01-12'), late: false, ordinaryDays: 730, absoluteDays: 1095 },
  decisionPeriods: [period('2026-01-05', '2027-01-04')],
};

const leave: Pause = {
  legalForm: 'LEAVE_WITHOUT_STIPEND',
  cause: 'treatment',
  provision: 'STL § 32',
  from: date('2026-03-02'),
  plannedTo: date('2026-03-31'),
  resumedOn: null,
  countsTowardDuration: false,
  withStipend: false,
  protectedFrom: null,
};

const paid = (state: CaseState, maximum: string | null = null): readonly string[] | undefined =>
  stipendFacts(state, maximum === null ? null : date(maximum))?.paidPeriods.map(({ from, to }) => `${from.toString()}/${to.toString()}`);

describe('the days that a decision pays for', () => {
  test('begin with the actual start: nothing is earned before it', () => {
    expect(stipendFacts({ ...started, start: null }, null)).toBeNull();
    expect(stipendFacts(initialState, null)).toBeNull();
    expect(paid(started)).toEqual(['2026-01-12/2027-01-04']);
  });

  test('stop with the last day in programme', () => {
    const end = { lastDay: date('2026-06-10'), reason: 'completed', decidedOn: date('2026-06-01') };
    expect(paid({ ...started, end })).toEqual(['2026-01-12/2026-06-10']);
    expect(paid({ ...started, end: { ...end, lastDay: date('2027-03-01') } })).toEqual(['2026-01-12/2027-01-04']);
  });

  test('stop at the absolute maximum, whatever was decided', () => {
    expect(paid(started, '2026-12-31')).toEqual(['2026-01-12/2026-12-31']);
    expect(paid(started, '2026-01-11')).toEqual([]);
  });

  // decided   |=========|  lapse  |=========|
  //           5 Jan     4 Jan     1 Feb     30 Jul 2027
  test('have a hole where a decision was late, and none where one follows the other', () => {
    const first = started.decisionPeriods;
    expect(paid({ ...started, decisionPeriods: [...first, period('2027-02-01', '2027-07-30')] })).toEqual([
      '2026-01-12/2027-01-04',
      '2027-02-01/2027-07-30',
    ]);
    expect(paid({ ...started, decisionPeriods: [...first, period('2027-01-05', '2027-07-30')] })).toEqual(['2026-01-12/2027-07-30']);
  });

  test('leave out a period that the start came after', () => {
    expect(paid({ ...started, start: { ...started.start!, on: date('2027-01-05') } })).toEqual([]);
  });
});

describe('a pause', () => {
  const lastDay = (pause: Pause): readonly (string | undefined)[] | undefined =>
    stipendFacts({ ...started, pauses: [pause] }, null)?.pauses.map(({ to }) => to?.toString());

  test('lasts until the day before the first day back', () => {
    expect(lastDay({ ...leave, resumedOn: date('2026-03-16') })).toEqual(['2026-03-15']);
  });

  test('has no end while nobody has resumed, whatever was planned', () => {
    expect(lastDay(leave)).toEqual([undefined]);
  });

  test('that was over before it began is none', () => {
    expect(lastDay({ ...leave, resumedOn: leave.from })).toEqual([]);
  });

  test('pays as it was decided, not as its form is called', () => {
    const pauses = [{ ...leave, withStipend: true }];
    expect(stipendFacts({ ...started, pauses }, null)?.pauses).toMatchObject([{ legalForm: 'LEAVE_WITHOUT_STIPEND', withStipend: true }]);
  });
});
