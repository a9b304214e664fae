import { type Rows, row } from './rows.ts';

/** What the essential part of every programme must be: work-directed measures and job search, or whatever leads directly to work. */
export type ProgrammeCore = 'measuresAndJobSearch' | 'transitionToWork';

export const core: Rows<ProgrammeCore> = [
  row('2007-11-01', 'measuresAndJobSearch', 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', 'measuresAndJobSearch', 'STL § 30', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row('2019-01-01', 'transitionToWork', 'STL § 30', 'LOV-2018-12-20-98', 'sure', '2018-12-20'),
];

/** Whether measures directed at work must have begun by the halfway point of the programme. Only the regulation of 2012 said so. */
export const workDirectedByHalfway: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991 kap. 5A', 'ingen slik regel funnet', 'likely'),
  row('2012-01-01', true, 'KVPF § 1', 'FOR-2011-12-21-1471, slik den først lød', 'sure', '2011-12-21'),
  row('2019-01-01', false, 'KVPF § 1', 'FOR-2018-12-20-2219', 'sure', '2018-12-20'),
];

/**
 * When job search is part of the programme at the latest. `anywhere`: it must be there, no matter when. A programme of one decision
 * period has it in the final part of that one.
 */
export type JobSearch = 'anywhere' | 'finalPartOfSecondPeriod' | 'finalPartOfLastPeriod';

export const jobSearch: Rows<JobSearch> = [
  row('2007-11-01', 'anywhere', 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', 'anywhere', 'STL § 30', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
  row('2012-01-01', 'finalPartOfSecondPeriod', 'KVPF § 1', 'FOR-2011-12-21-1471, slik den først lød', 'sure', '2011-12-21'),
  row('2019-01-01', 'finalPartOfLastPeriod', 'KVPF § 1', 'FOR-2018-12-20-2219', 'sure', '2018-12-20'),
];

/** Hours a week that the participant sets aside, all year: work and activities together are never less. */
export const fullTimeHours: Rows<number> = [
  row('2007-11-01', 37.5, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97: full tid, hele året', 'sure'),
  row('2010-01-01', 37.5, 'STL § 30', 'LOV-2009-12-18-131: full tid, hele året', 'sure', '2009-12-18'),
  row('2012-01-01', 37.5, 'KVPF § 1', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];

/** The share of a full position that paid work may be. Above it the programme goes on by hours, with a warning. Decided point 9. */
export const mostPaidWorkShare: Rows<number> = [
  row('2007-11-01', 0.5, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', 0.5, 'STL § 30', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2012-01-01', 0.5, 'KVPF § 1', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];

/** Whether time as an apprentice may be part of the programme, whatever the share. */
export const apprenticeship: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991 kap. 5A', 'ingen slik regel funnet', 'likely'),
  row('2019-01-01', true, 'KVPF § 1', 'FOR-2018-12-20-2219', 'sure', '2018-12-20'),
];

/** Whether measures that support, and time for one's health, may fill a part of the hours. */
export const supportAndHealth: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'sure'),
  row('2010-01-01', true, 'STL § 30', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether the programme must name the days on which it is evaluated. */
export const evaluationDatesRequired: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 30', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2012-01-01', true, 'KVPF § 1', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];

/** Whether the participant has a right to an individual plan. */
export const individualPlan: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL §§ 28 og 33', 'LOV-2009-12-18-131', 'sure', '2009-12-18'),
];

/** Whether an activity plan is made beside the programme for somebody who has a right to it; null where it is not known. */
export const activityPlan: Rows<boolean | null> = [
  row('2007-11-01', null, 'NAVL § 14 a', 'ikke funnet', 'recalled'),
  row('2019-01-01', false, 'NAVL § 14 a', 'loven 2. juli 2026; fra hvilken dag er ikke undersøkt', 'likely'),
];

/** Whether a certificate of participation is issued when the programme is completed or ended early. */
export const certificate: Rows<boolean> = [
  row('2007-11-01', true, 'STL 1991 kap. 5A', 'LOV-2007-10-26-97', 'likely'),
  row('2010-01-01', true, 'STL § 30', 'LOV-2009-12-18-131', 'likely', '2009-12-18'),
  row('2012-01-01', true, 'KVPF § 1', 'FOR-2011-12-21-1471', 'sure', '2011-12-21'),
];
