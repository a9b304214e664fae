import { expect, test } from '@jest/globals';
import { measuredBoundaries } from './index.ts';
import { type Boundary, measure } from './boundary.ts';

/** Counted by hand from the provision and the decided points (docs/law.md), never taken from the code: lawful day, unlawful day. */
const BY_HAND: Readonly<Record<string, readonly (readonly [example: string, lawful: string, unlawful: string])[]>> = {
  // STL § 31: six months keep the day number, or take the last day of the month; Covid-19 gave six more, and six more again.
  'Planned start': [
    ['received 6 January 2025', '2025-07-06', '2025-07-07'],
    ['received 31 August 2025: February has no such day', '2026-02-28', '2026-03-01'],
    ['received 31 August 2023: a leap year', '2024-02-29', '2024-03-01'],
    ['received 10 February 2020, decided 7 May 2020', '2020-08-10', '2020-08-11'],
    ['received 10 February 2020, decided 8 May 2020: postponed for Covid-19', '2021-02-10', '2021-02-11'],
    ['received 10 February 2020, decided 1 February 2021: postponed twice', '2021-08-10', '2021-08-11'],
    ['received 1 August 2020, decided 1 February 2021: not postponed during 2020', '2021-08-01', '2021-08-02'],
    ['received 10 January 2022, decided 1 April 2022: after the Covid-19 regulation', '2022-07-10', '2022-07-11'],
  ],
  'Actual start in time': [['received 6 January 2025, planned for 2 June', '2025-07-06', '2025-07-07']],
  'Actual start, not before the planned one': [['planned for 2 June 2025', '2025-06-02', '2025-06-01']],
  'Application, not before the scheme began': [['received in autumn 2007', '2007-11-01', '2007-10-31']],

  // KVPF § 2: from + 1 year − 1 day. 29 February 2024 + 1 year is 28 February 2025.
  'One decision: one year': [
    ['from 3 February 2025', '2026-02-02', '2026-02-03'],
    ['from 29 February 2024', '2025-02-27', '2025-02-28'],
    ['from 1 March 2023: the year ends on a leap day', '2024-02-29', '2024-03-01'],
  ],
  // STL § 32. 45 days: 31 in March and 14 in April; 7 January + 45 days = 24 + 21 February. 61 days: 31 and 30; 24 + 28 + 9 March.
  // 7 January 2026 − 100 days = 7 + 31 + 30 + 31 back to 30 September, and one more.
  'Two counted years, without special reasons': [
    ['started 8 January 2024', '2026-01-07', '2026-01-08'],
    ['started 29 February 2024', '2026-02-27', '2026-02-28'],
    ['started 8 January 2024, 45 days of leave without stipend', '2026-02-21', '2026-02-22'],
    [
      'started 8 January 2024, leave from 1 March and interrupted from 1 April, both until 30 April: 61 days, none twice',
      ...(['2026-03-09', '2026-03-10'] as const),
    ],
    ['started 8 January 2024, 100 days used in a programme before', '2025-09-29', '2025-09-30'],
  ],
  // 7 January 2027, and 14 days for 2 to 15 February 2026.
  'Three counted years, with special reasons': [
    ['started 8 January 2024', '2027-01-07', '2027-01-08'],
    ['started 29 February 2024', '2027-02-27', '2027-02-28'],
    ['started 8 January 2024, 14 days of leave without stipend in the third year', '2027-01-21', '2027-01-22'],
  ],
  // From 6 January 2016, six months less a day.
  'Six months at a time beyond two years (2010–2018)': [
    ['started 6 January 2014, decided until 5 January 2016', '2016-07-05', '2016-07-06'],
  ],
  // Two years end on 4 August 2021, between 1 July and 29 September; and on 30 June, which is not.
  'Covid-19: two years reached in the summer of 2021': [['started 5 August 2019, decided until 4 August 2021', '2021-09-30', '2021-10-01']],
  'Covid-19: two years reached the day before that summer began': [
    ['started 1 July 2019, decided until 31 March 2021', '2021-06-30', '2021-07-01'],
  ],

  // STL § 34: the anniversary is inside. 29 February 2024 + 1 year is 28 February 2025.
  'Return from an interruption: one year': [
    ['interrupted from 10 March 2025', '2026-03-10', '2026-03-11'],
    ['interrupted from 29 February 2024', '2025-02-28', '2025-03-01'],
  ],
  'Planned interruption: one year': [['interrupted from 10 March 2025', '2026-03-10', '2026-03-11']],
  'Termination for absence that is protected for a year': [['interrupted for birth from 10 March 2025', '2026-03-11', '2026-03-10']],
  // 1 April + 14 days.
  'A new interruption warns': [['back on 1 April 2025 after an interruption', '2025-04-15', '2025-04-16']],
  'In the programme, until two years end it without a decision': [
    ['started 8 January 2024, decided until 7 January 2026', '2026-01-07', '2026-01-08'],
  ],
  'A decision covers the programme': [['decided until 2 February 2026, two years not reached', '2026-02-02', '2026-02-03']],

  // An age is reached on the birthday, on 28 February in common years for those born on the 29th.
  'Lowest age, on the planned start': [
    ['born 15 June 2007: 18 years', '2025-06-15', '2025-06-14'],
    ['born 29 February 2008: 18 years on 28 February', '2026-02-28', '2026-02-27'],
    ['born 15 June 1995: 19 years, before 2019', '2014-06-15', '2014-06-14'],
  ],
  'Last day before the 67th birthday': [
    ['born 20 May 1960', '2027-05-19', '2027-05-20'],
    ['born 29 February 1960: 67 years on 28 February', '2027-02-27', '2027-02-28'],
  ],
  'Two thirds of the stipend, until the 25th birthday': [
    ['born 15 July 2000', '2025-07-14', '2025-07-15'],
    ['born 29 February 2000: 25 years on 28 February', '2025-02-27', '2025-02-28'],
  ],
  'Child supplement, until the 18th birthday': [
    ['born 16 June 2008', '2026-06-15', '2026-06-16'],
    ['born 29 February 2000: 18 years on 28 February', '2018-02-27', '2018-02-28'],
  ],

  'Self-certificate: three calendar days': [['ill from Monday 2 June 2025', '2025-06-04', '2025-06-05']],
  // 3 February + 56 days: 25 to the end of February, 31 to the end of March.
  'Self-certificate: after eight weeks': [['started 3 February 2025', '2025-03-31', '2025-03-30']],
  // 4 June + 16 days is 20 June, still within.
  'Self-certificate: ill again within 16 days': [['three days certified until 4 June 2025', '2025-06-21', '2025-06-20']],
  'Self-certificate in spring 2020: sixteen calendar days': [['ill from 1 April 2020', '2020-04-16', '2020-04-17']],
  // Back from 31 March 2026 to 1 April 2025: all four. Back from 1 April: three.
  'Loss of self-certificate: four times in twelve months': [
    ['certified on 1 April, 6 May, 10 June and 15 July 2025', '2026-03-31', '2026-04-01'],
  ],
  // 5–7, 10–14, 17–18 March are ten; to 25 March fifteen; to 1 April twenty.
  'Child’s illness: ten working days': [['from Wednesday 5 March 2025', '2025-03-18', '2025-03-19']],
  'Child’s illness: fifteen, for more than two children': [['from Wednesday 5 March 2025', '2025-03-25', '2025-03-26']],
  'Child’s illness: twenty, for a sole carer': [['from Wednesday 5 March 2025', '2025-04-01', '2025-04-02']],
  // Back from 4 March 2025 to 5 March 2024: nine of the ten days. Back from 3 March: all ten.
  'Child’s illness: twelve months back': [['ten working days taken from 4 to 15 March 2024', '2025-03-04', '2025-03-03']],
  'Child’s illness: the year the child turns 12': [['born 1 May 2013', '2025-12-31', '2026-01-01']],
  // Five weeks from a Wednesday end on a Tuesday; six with the five days more.
  'Holiday: 25 working days': [['from Wednesday 2 July 2025', '2025-08-05', '2025-08-06']],
  'Holiday: five more from the 60th birthday': [['from Wednesday 2 July 2025, born 1 January 1965', '2025-08-12', '2025-08-13']],
  'Religious holidays: two working days': [['from Tuesday 3 June 2025', '2025-06-04', '2025-06-05']],
  'Welfare leave: ten working days in a calendar year': [['eight taken, then from Monday 3 November 2025', '2025-11-04', '2025-11-05']],
  // 10 March + 42 days − 1: 22 to the end of March, and 20 April. Counted from the birth, whenever the leave began.
  'Six weeks after birth': [
    ['born 10 March 2025', '2025-04-20', '2025-04-21'],
    ['born 10 March 2025, leave from 24 March', '2025-04-20', '2025-04-21'],
  ],
  // 2–6, 10–13 and 16 June; 9 June is Whit Monday.
  'Before birth: ten working days': [['from Monday 2 June 2025; Whit Monday is free', '2025-06-16', '2025-06-17']],
  // 3–5, 8–12, 15–16 September.
  'Father or another helper: ten working days': [['from Wednesday 3 September 2025', '2025-09-16', '2025-09-17']],

  'Interim reply: one month': [
    ['received 6 January 2025', '2025-02-06', '2025-02-07'],
    ['received 31 January 2025: February has no such day', '2025-02-28', '2025-03-01'],
    ['received 15 February 2025: a Saturday moves nothing for the office', '2025-03-15', '2025-03-16'],
  ],
  // 17 April 2025 is Maundy Thursday, 21 April Easter Monday. Posted on the 16th, the working days are 22, 23 and 24 April.
  'Appeal: three weeks': [
    ['arrived Wednesday 12 March 2025', '2025-04-02', '2025-04-03'],
    ['arrived Saturday 15 March 2025: moved to Monday', '2025-04-07', '2025-04-08'],
    ['arrived Thursday 27 March 2025: Easter moves it to Tuesday', '2025-04-22', '2025-04-23'],
    ['posted Wednesday 16 April 2025: arrived after three working days, on Thursday 24 April', '2025-05-15', '2025-05-16'],
  ],
  'Electronic notice: arrived when it was opened': [['alert on 3 March 2025', '2025-03-24', '2025-03-25']],
  'Loss of self-certificate: looked at again within six months': [
    ['decided on 31 August 2025: February has no such day', '2026-02-28', '2026-03-01'],
  ],
  'Electronic notice: second alert': [['alert on 3 March 2025, not opened', '2025-03-10', '2025-03-11']],
  // Three working days after Monday 3 March: 4, 5 and 6 March; on the 6th it has arrived.
  'Reversal to detriment, before notice has arrived': [['granted, posted on Monday 3 March 2025', '2025-03-05', '2025-03-06']],

  // Three weeks from Thursday 23 January are Thursday 13 February; posted then is in time. A year from 20 January 2025, the anniversary inside.
  'Appeal in time': [
    ['notice arrived Thursday 23 January 2025', '2025-02-13', '2025-02-14'],
    ['posted, and received on 3 March 2025', '2025-02-13', '2025-02-14'],
  ],
  'Late appeal: may be taken for a year': [['decided 20 January 2025', '2026-01-20', '2026-01-21']],
  'Longer time to appeal: given while it runs': [['notice arrived Thursday 23 January 2025', '2025-02-13', '2025-02-14']],
  // Three months from 10 February.
  'Change to the detriment of the party: notice': [['appeal received 10 February 2025', '2025-05-10', '2025-05-11']],
  // Six months from the day that the case came back; or from the application, as ever.
  'Planned start, when the rejection was set aside': [['came back 14 May 2025', '2025-11-14', '2025-11-15']],
  'Planned start, when the rejection was changed': [['received 6 January 2025', '2025-07-06', '2025-07-07']],
  // Three weeks from Thursday 15 May are Thursday 5 June.
  'Claim for costs: three weeks': [['notice of the new decision arrived Thursday 15 May 2025', '2025-06-05', '2025-06-06']],

  // LOV-2018-12-20-98 from 1 January 2019; FOR-2020-03-27-497 with effect from 16 March 2020; FOR-2020-05-08-966 to 31 March 2022.
  'Rejection for lack of capacity, until the reform of 2019': [['received 3 December 2018', '2018-12-31', '2019-01-01']],
  'Leave without stipend, since the reform of 2019': [['for February 2019, in a programme from August 2018', '2019-01-01', '2018-12-31']],
  'Covid-19 absence, from 16 March 2020': [['in a programme from January 2020', '2020-03-16', '2020-03-15']],
  'Covid-19 absence, until the end of March 2022': [['in a programme from January 2022', '2022-03-31', '2022-04-01']],
};

const measured = Object.values(measuredBoundaries()).flat();
const byRule = Object.groupBy(measured, ({ rule }) => rule);

test.each(Object.entries(BY_HAND))('%s', (rule, expected) => {
  expect((byRule[rule] ?? []).map(({ example, lawful, unlawful }) => [example, lawful, unlawful])).toEqual(expected);
});

test('every boundary was counted by hand', () => {
  expect(Object.keys(byRule).sort()).toEqual(Object.keys(BY_HAND).sort());
});

test('a boundary that is not there, or is passed already, is found out', () => {
  const boundary: Boundary = { rule: 'a', example: 'b', near: '2025-01-01', edge: 'last', outside: () => null };
  expect(() => measure(boundary)).toThrow('no boundary within');
  expect(() => measure({ ...boundary, outside: () => ({ code: 'c', provision: '§' }) })).toThrow('outside already');
});
