import { date, iso } from '@kvp/calendar';
import { type Boundary, markedOutside, refusedOutside } from './boundary.ts';
import { type Step, applied } from './stage.ts';

const inThreeMonths = (from: string): string => iso(date(from).add({ months: 3 }));

/** The last planned start, for an application and the day it is decided. */
const plannedStart = (example: string, receivedOn: string, decidedOn: string, near: Boundary['near']): Boundary => ({
  rule: 'Planned start',
  example,
  near,
  edge: 'last',
  outside: refusedOutside([applied(receivedOn)], (from) => ['grant', { decidedOn, from, to: inThreeMonths(from) }]),
});

const granted: readonly Step[] = [applied('2025-01-06'), ['grant', { decidedOn: '2025-01-20', from: '2025-06-02', to: '2026-06-01' }]];

/** STL § 31. */
export const START: readonly Boundary[] = [
  plannedStart('received 6 January 2025', '2025-01-06', '2025-01-20', '2025-07-01'),
  plannedStart('received 31 August 2025: February has no such day', '2025-08-31', '2025-09-15', '2026-02-20'),
  plannedStart('received 31 August 2023: a leap year', '2023-08-31', '2023-09-15', '2024-02-20'),
  plannedStart('received 10 February 2020, decided 7 May 2020', '2020-02-10', '2020-05-07', '2020-08-01'),
  plannedStart('received 10 February 2020, decided 8 May 2020: postponed for Covid-19', '2020-02-10', '2020-05-08', '2021-02-01'),
  plannedStart('received 10 February 2020, decided 1 February 2021: postponed twice', '2020-02-10', '2021-02-01', '2021-08-01'),
  plannedStart('received 1 August 2020, decided 1 February 2021: not postponed during 2020', '2020-08-01', '2021-02-01', '2021-07-20'),
  plannedStart('received 10 January 2022, decided 1 April 2022: after the Covid-19 regulation', '2022-01-10', '2022-04-01', '2022-07-01'),
  {
    rule: 'Actual start in time',
    example: 'received 6 January 2025, planned for 2 June',
    near: '2025-07-01',
    edge: 'last',
    outside: markedOutside(granted, (startedOn) => ['start', { startedOn }], 'late', 'STL § 31'),
  },
  {
    rule: 'Actual start, not before the planned one',
    example: 'planned for 2 June 2025',
    near: '2025-06-10',
    edge: 'first',
    outside: refusedOutside(granted, (startedOn) => ['start', { startedOn }]),
  },
  {
    rule: 'Application, not before the scheme began',
    example: 'received in autumn 2007',
    near: '2007-11-10',
    edge: 'first',
    outside: refusedOutside([], (receivedOn) => applied(receivedOn)),
  },
];
