import { type Rows, row } from './rows.ts';

/** How much of one kind of leave there is. Working days are Monday to Friday but for the free days of KVPF § 16. */
export type LeaveQuota =
  | { readonly unit: 'workingDays'; readonly limit: number; readonly per: 'occasion' | 'calendarYear' }
  | { readonly unit: 'calendarDays'; readonly limit: number; readonly per: 'occasion' };

/** One kind of leave that keeps the stipend. */
export interface LeaveRight {
  readonly provision: string;
  readonly title: string;
  /** False for what the regulation calls leave (permisjon), true for time off (fri). Decided point 12. */
  readonly countsTowardDuration: boolean;
  readonly quota: LeaveQuota | null;
}

const workingDays = (limit: number, per: 'occasion' | 'calendarYear'): LeaveQuota => ({ unit: 'workingDays', limit, per });
const right = (provision: string, title: string, countsTowardDuration: boolean, quota: LeaveQuota | null = null): LeaveRight => ({
  provision,
  title,
  countsTowardDuration,
  quota,
});

const PERMISSION = right('STL § 36', 'fri av tungtveiende velferdsgrunner', true);

/** Rulebook § 4.1, with § 4.3 for what counts. */
const CATALOGUE: readonly LeaveRight[] = [
  right('KVPF § 12 første ledd', 'fri til svangerskapskontroll', true),
  right('KVPF § 12 annet ledd', 'svangerskapspermisjon', false, workingDays(10, 'occasion')),
  right('KVPF § 13 første ledd', 'fødselspermisjon', false, { unit: 'calendarDays', limit: 42, per: 'occasion' }),
  right('KVPF § 13 annet ledd', 'fri til far eller annen hjelper ved fødsel', true, workingDays(10, 'occasion')),
  right('KVPF § 14', 'ammefri', true),
  right('KVPF § 15', 'velferdspermisjon', false, workingDays(10, 'calendarYear')),
  right('KVPF § 16 annet ledd', 'fri på religiøse høytidsdager', true, workingDays(2, 'calendarYear')),
  PERMISSION,
];

/** Approved leave came in addition to the programme from the first day of the scheme (rulebook § 1.3). */
const approvedLeave = (provision: string): LeaveRight => right(provision, 'godkjent permisjon', false);

/** Before the regulation of 2012 no catalogue of leave is known to us, only that it was approved. */
export const leaveRights: Rows<readonly LeaveRight[]> = [
  row('2007-11-01', [approvedLeave('STL 1991 kap. 5A')], 'STL 1991 kap. 5A', 'rulebook § 1.3', 'likely'),
  row('2010-01-01', [approvedLeave('STL § 32'), PERMISSION], 'STL §§ 32 og 36', 'rulebook §§ 1.3 and 4.1', 'likely'),
  row('2012-01-01', CATALOGUE, 'KVPF §§ 12–16', 'FOR-2011-12-21-1471', 'sure'),
];

/** Leave without stipend became possible with the reform of 2019. */
export const leaveWithoutStipend: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991 kap. 5A', 'rulebook § 3, SFV19', 'likely'),
  row('2010-01-01', false, 'STL § 32', 'rulebook § 3, SFV19', 'likely'),
  row('2019-01-01', true, 'STL § 32', 'rulebook § 3, SFV19', 'likely', '2018-12-20'),
];
