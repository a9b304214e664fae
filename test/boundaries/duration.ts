import type { IsoDate } from '@kvp/calendar';
import { type Boundary, refusedOutside } from './boundary.ts';
import { type Step, applied, programme } from './stage.ts';

const SPECIAL = { specialReasons: { necessary: true, progress: true, workProbable: true } };

const extended = (decidedOn: string, to: string, more: object = {}): Step => ['extend', { decidedOn, to, ...more }];

const oneDecision = (example: string, from: IsoDate, near: IsoDate): Boundary => ({
  rule: 'One decision: one year',
  example,
  near,
  edge: 'last',
  outside: refusedOutside([applied(from)], (to) => ['grant', { decidedOn: from, from, to }]),
});

const extension = (
  rule: string,
  example: string,
  near: IsoDate,
  life: readonly Step[],
  decidedOn: string,
  more: object = {},
): Boundary => ({
  rule,
  example,
  near,
  edge: 'last',
  outside: refusedOutside(life, (to) => extended(decidedOn, to, more)),
});

const twoYears = 'Two counted years, without special reasons';
const threeYears = 'Three counted years, with special reasons';

const from2024 = [...programme('2024-01-08', '2025-01-07'), extended('2024-12-02', '2025-07-07')];
const away = (from: string, back: string, legalForm = 'LEAVE_WITHOUT_STIPEND'): readonly Step[] => [
  ['pause', { decidedOn: from, legalForm, cause: 'treatment', from }],
  ['resume', { resumedOn: back }],
];
const thirdYear = [...from2024, extended('2025-06-02', '2026-01-07'), extended('2025-12-01', '2026-07-07', SPECIAL)];
const leapDay = [...programme('2024-02-29', '2025-02-27'), extended('2025-02-03', '2025-08-27')];
const leapThird = [...leapDay, extended('2025-08-04', '2026-02-27'), extended('2026-02-02', '2026-08-27', SPECIAL)];

/** STL § 32; KVPF § 2. */
export const DURATION: readonly Boundary[] = [
  oneDecision('from 3 February 2025', '2025-02-03', '2026-01-20'),
  oneDecision('from 29 February 2024', '2024-02-29', '2025-02-20'),
  oneDecision('from 1 March 2023: the year ends on a leap day', '2023-03-01', '2024-02-20'),
  extension(twoYears, 'started 8 January 2024', '2026-01-01', from2024, '2025-06-02'),
  extension(twoYears, 'started 29 February 2024', '2026-02-20', leapDay, '2025-08-04'),
  extension(
    twoYears,
    'started 8 January 2024, 45 days of leave without stipend',
    '2026-02-10',
    [...from2024, ...away('2024-03-01', '2024-04-15')],
    '2025-06-02',
  ),
  extension(
    twoYears,
    'started 8 January 2024, leave from 1 March and interrupted from 1 April, both until 30 April: 61 days, none twice',
    '2026-03-01',
    [
      ...from2024,
      ['pause', { decidedOn: '2024-03-01', legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'treatment', from: '2024-03-01' }],
      ...away('2024-04-01', '2024-05-01', 'INTERRUPTION'),
    ],
    '2025-06-02',
  ),
  extension(
    twoYears,
    'started 8 January 2024, 100 days used in a programme before',
    '2025-09-20',
    [
      ...programme('2024-01-08', '2025-01-07').slice(0, 2),
      ['recordPriorProgramme', { priorCountedDays: 100 }],
      ['start', { startedOn: '2024-01-08' }],
      extended('2024-12-02', '2025-07-07'),
    ],
    '2025-06-02',
  ),
  extension(threeYears, 'started 8 January 2024', '2027-01-01', thirdYear, '2026-06-01', SPECIAL),
  extension(threeYears, 'started 29 February 2024', '2027-02-20', leapThird, '2026-08-03', SPECIAL),
  extension(
    threeYears,
    'started 8 January 2024, 14 days of leave without stipend in the third year',
    '2027-01-10',
    [...thirdYear, ...away('2026-02-02', '2026-02-16')],
    '2026-06-01',
    SPECIAL,
  ),
  extension(
    'Six months at a time beyond two years (2010–2018)',
    'started 6 January 2014, decided until 5 January 2016',
    '2016-07-01',
    [...programme('2014-01-06', '2015-01-05'), extended('2014-12-01', '2016-01-05')],
    '2015-12-01',
    SPECIAL,
  ),
  extension(
    'Covid-19: two years reached in the summer of 2021',
    'started 5 August 2019, decided until 4 August 2021',
    '2021-09-20',
    [...programme('2019-08-05', '2020-08-04'), extended('2020-07-01', '2021-08-04')],
    '2021-07-05',
  ),
  extension(
    'Covid-19: two years reached the day before that summer began',
    'started 1 July 2019, decided until 31 March 2021',
    '2021-06-20',
    [...programme('2019-07-01', '2020-06-30'), extended('2020-06-01', '2021-03-31')],
    '2021-07-01',
  ),
];
