import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { fraction } from '@kvp/money';
import { dayReader, stipendDays } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { child, facts, pause } from './fixture.ts';

const on = (of: StipendFacts, day: string): ReturnType<ReturnType<typeof dayReader>> => dayReader(of, {})(date(day));
const programme = (more: Partial<StipendFacts>): StipendFacts => facts('2025-01-01', '2028-12-31', more);

describe('the age of 25', () => {
  const isFull = (birthDate: string, day: string): boolean => on(programme({ birthDate: date(birthDate) }), day).pay?.ageFraction === null;

  test('gives the full stipend from the birthday itself', () => {
    expect(isFull('2001-07-15', '2026-07-14')).toBe(false);
    expect(isFull('2001-07-15', '2026-07-15')).toBe(true);
  });

  test('is reached on 28 February by those born on the 29th, in a common year', () => {
    // 2000 + 25 = 2025 has no 29 February: Thursday the 27th, Friday the 28th.
    expect(isFull('2000-02-29', '2025-02-27')).toBe(false);
    expect(isFull('2000-02-29', '2025-02-28')).toBe(true);
  });

  test('does not touch the child supplement', () => {
    const { pay } = on(programme({ birthDate: date('2004-01-01'), children: [child('2024-01-01')] }), '2026-06-01');
    expect(pay).toMatchObject({ ageFraction: { value: fraction(2, 3) }, children: 1, supplement: fraction(38) });
  });
});

describe('children', () => {
  const childrenOn = (day: string, ...children: readonly ReturnType<typeof child>[]): number | undefined =>
    on(programme({ children }), day).pay?.children;

  test('are supported until the day before they are 18', () => {
    expect(childrenOn('2026-03-09', child('2008-03-10'))).toBe(1);
    expect(childrenOn('2026-03-10', child('2008-03-10'))).toBe(0);
  });

  test('are supported from and to the days that were set, both inside', () => {
    const custody = child('2015-01-01', '2026-02-02', '2026-02-27');
    expect(['2026-01-30', '2026-02-02', '2026-02-27', '2026-03-02'].map((day) => childrenOn(day, custody))).toEqual([0, 1, 1, 0]);
  });

  test('are not supported before they are born', () => {
    expect(childrenOn('2026-05-29', child('2026-06-01', '2026-05-01'))).toBe(0);
    expect(childrenOn('2026-06-01', child('2026-06-01', '2026-05-01'))).toBe(1);
  });

  test('are counted each, twins too', () => {
    expect(childrenOn('2026-06-01', child('2020-05-05'), child('2020-05-05'), child('2007-01-01'))).toBe(2);
  });
});

describe('a day is one thing', () => {
  // leave with     |=========================|       2 – 27 March
  // leave without       |===============|            9 – 20 March
  // interruption             |=====|                 11 – 13 March
  const pauses = [
    pause('LEAVE_WITH_STIPEND', '2026-03-02', '2026-03-27'),
    pause('LEAVE_WITHOUT_STIPEND', '2026-03-09', '2026-03-20'),
    pause('INTERRUPTION', '2026-03-11', '2026-03-13'),
  ];
  const expected = [
    ['2026-02-27', 'IN_PROGRAMME', true],
    ['2026-03-02', 'LEAVE_WITH_STIPEND', true],
    ['2026-03-09', 'LEAVE_WITHOUT_STIPEND', false],
    ['2026-03-11', 'INTERRUPTION', false],
    ['2026-03-13', 'INTERRUPTION', false],
    ['2026-03-16', 'LEAVE_WITHOUT_STIPEND', false],
    ['2026-03-23', 'LEAVE_WITH_STIPEND', true],
    ['2026-03-30', 'IN_PROGRAMME', true],
  ];

  test.each([
    ['as recorded', pauses],
    ['the other way round', [...pauses].reverse()],
  ])('where pauses overlap, the stronger one decides (%s)', (_order, recorded) => {
    const days = expected.map(([day]) => {
      const { state, pay } = on(programme({ pauses: recorded }), day as string);
      return [day, state, pay !== null];
    });
    expect(days).toEqual(expected);
  });

  test('a pause pays as it was decided, not as its form is called', () => {
    const paidLeave = { ...pause('LEAVE_WITHOUT_STIPEND', '2026-03-02', null), withStipend: true };
    expect(on(programme({ pauses: [paidLeave] }), '2026-03-02').pay).not.toBeNull();
  });

  test('the first day back is a day in programme, whatever end was planned', () => {
    const planned = { ...pause('INTERRUPTION', '2026-03-02', '2026-03-13'), plannedTo: date('2026-03-31') };
    expect(on(programme({ pauses: [planned] }), '2026-03-13').pay).toBeNull();
    expect(on(programme({ pauses: [planned] }), '2026-03-16').state).toBe('IN_PROGRAMME');
  });

  test('an open pause lasts to the end', () => {
    const open = programme({ pauses: [pause('INTERRUPTION', '2026-03-02', null)] });
    expect(on(open, '2028-12-29')).toMatchObject({ state: 'INTERRUPTION', pay: null });
  });
});

test('there is a record for every Monday-to-Friday day, free days too: 1 and 17 May are paid', () => {
  // May 2027: the 1st is a Saturday, the 17th a Monday; 21 Monday-to-Friday days.
  const days = stipendDays(facts('2027-05-01', '2027-05-31'));
  expect(days).toHaveLength(21);
  expect(days.find((day) => day.date.day === 17)?.pay).not.toBeNull();
});
