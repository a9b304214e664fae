import { type Period, date } from '@kvp/calendar';
import { type Rows, row } from './rows.ts';

/** The longest period that one decision may cover. */
export const perDecisionYears: Rows<number> = [
  row('2007-11-01', 1, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', 1, 'STL § 32', 'infoside om programmet', 'sure', '2009-12-18'),
  row('2012-01-01', 1, 'KVPF § 2', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];

/** Counted years without special reasons. Before 2019 the second of them took a new assessment. */
export const ordinaryYears: Rows<number> = [
  row('2007-11-01', 2, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', 2, 'STL § 32', 'infoside om programmet', 'sure', '2009-12-18'),
  row('2019-01-01', 2, 'STL § 32', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/**
 * Counted years that can never be passed. Until 2018 no figure stood in the statute: six months beyond the two years, and
 * "further in special cases". Our reading, `BEYOND_TWO_YEARS_BEFORE_2019`: three years in all, which is what Tromsø took the
 * consultation draft to amount to, and what the law of 2019 then said.
 */
const BEYOND_TWO_YEARS_BEFORE_2019 = 3;

export const absoluteYears: Rows<number> = [
  row('2007-11-01', BEYOND_TWO_YEARS_BEFORE_2019, 'STL 1991 kap. 5A', 'etter særskilt vurdering, uten tall; vår tolkning', 'likely'),
  row('2010-01-01', BEYOND_TWO_YEARS_BEFORE_2019, 'STL § 32', 'Tromsøs høringssvar; vår tolkning', 'likely', '2009-12-18'),
  row('2019-01-01', 3, 'STL § 32', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** How far one decision may reach beyond the ordinary years. From 2010 to 2018 six months at a time. */
export const monthsBeyondOrdinary: Rows<number> = [
  row('2007-11-01', 12, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97: etter særskilt vurdering', 'sure'),
  row('2010-01-01', 6, 'STL § 32', 'Tromsøs høringssvar: seks måneder til', 'likely', '2009-12-18'),
  row('2012-01-01', 6, 'KVPF § 2', 'Tromsøs høringssvar: seks måneder til', 'likely', '2011-12-21'),
  row('2019-01-01', 12, 'KVPF § 2', 'FOR-2018-12-20-2219', 'sure', '2018-12-20'),
];

export type SpecialReason = 'necessary' | 'progress' | 'workProbable' | 'motivation' | 'labourMarket';

/** What is assessed before the programme goes beyond two counted years: the first three must hold, the others weigh. */
export const specialReasons: Rows<readonly SpecialReason[]> = [
  row('2007-11-01', [], 'STL 1991 kap. 5A', 'LOV-2007-10-26-97: særskilt vurdering, av hva er ikke sagt', 'sure'),
  row('2010-01-01', [], 'STL § 32', 'ordlyden av 2010 er ikke lest', 'likely', '2009-12-18'),
  row(
    '2012-01-01',
    ['necessary', 'progress', 'workProbable'],
    'KVPF § 2',
    'ordlyden av 2011 er ikke lest i sin helhet',
    'likely',
    '2011-12-21',
  ),
  row(
    '2019-01-01',
    ['necessary', 'progress', 'workProbable', 'motivation', 'labourMarket'],
    'KVPF § 2',
    'FOR-2018-12-20-2219',
    'sure',
    '2018-12-20',
  ),
];

/** Whether a period may only run out by a decision, but at the two years: then the programme simply ends. Decided point 5. */
export const decisionAtPeriodEnd: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'ingen slik tekst funnet; valgt, punkt 5', 'proposal'),
  row('2010-01-01', true, 'STL § 32', 'ingen slik tekst funnet; valgt, punkt 5', 'proposal', '2009-12-18'),
  row('2012-01-01', true, 'KVPF § 2', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];

export type NotCounted = 'approvedLeave' | 'interruption' | 'leaveWithoutStipend';

/** What comes in addition to the years. Until 2018 only approved leave stood in the law. Decided point 12. */
export const notCounted: Rows<readonly NotCounted[]> = [
  row(
    '2007-11-01',
    ['approvedLeave', 'interruption'],
    'STL 1991 kap. 5A',
    'LOV-2007-10-26-97: permisjon; avbrudd valgt, punkt 12',
    'likely',
  ),
  row('2010-01-01', ['approvedLeave', 'interruption'], 'STL § 32', 'permisjon; avbrudd valgt, punkt 12', 'likely', '2009-12-18'),
  row(
    '2019-01-01',
    ['approvedLeave', 'interruption', 'leaveWithoutStipend'],
    'STL § 32',
    'LOV-2018-12-20-98; permisjon uten stønad valgt, punkt 12',
    'sure',
    '2018-12-20',
  ),
];

/** Those who reached a maximum inside `reaching` could go on until `to`. */
export interface CovidExtension {
  readonly reaching: Period;
  readonly to: Temporal.PlainDate;
}

const summerOf2021: CovidExtension = {
  reaching: { from: date('2021-07-01'), to: date('2021-09-29') },
  to: date('2021-09-30'),
};

/** Maxima that fell in the summer of 2021 could be passed until 30 September, in the third year too. */
export const covidExtension: Rows<CovidExtension | null> = [
  row('2007-11-01', null, 'STL § 32', 'ingen slik regel', 'sure'),
  row('2021-07-01', summerOf2021, 'FOR-2020-05-08-966', 'forskriften som endret; endringsdagen er ikke undersøkt', 'likely'),
  row('2021-10-01', null, 'STL § 32', 'ingen slik regel', 'sure'),
];
