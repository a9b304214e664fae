import { ABSENCE_TITLE, type AbsenceKind } from './absence-kinds.ts';
import { type Rows, row } from './rows.ts';

/** How much of one kind of leave there is. Working days are Monday to Friday but for the free days of KVPF § 16. */
export type LeaveQuota =
  | { readonly unit: 'workingDays'; readonly limit: number; readonly per: 'occasion' | 'calendarYear' }
  | { readonly unit: 'calendarDays'; readonly limit: number; readonly per: 'occasion' };

/** One kind of leave that keeps the stipend. */
export interface LeaveRight {
  /** The kind of absence that it is when it is recorded day by day. */
  readonly kind: AbsenceKind;
  readonly provision: string;
  readonly title: string;
  /** False for what the regulation calls leave (permisjon), true for time off (fri). Decided point 12. */
  readonly countsTowardDuration: boolean;
  readonly quota: LeaveQuota | null;
}

const workingDays = (limit: number, per: 'occasion' | 'calendarYear'): LeaveQuota => ({ unit: 'workingDays', limit, per });
const right = (kind: AbsenceKind, provision: string, countsTowardDuration: boolean, quota: LeaveQuota | null = null): LeaveRight => ({
  kind,
  provision,
  title: ABSENCE_TITLE[kind],
  countsTowardDuration,
  quota,
});

const PERMISSION = right('permitted', 'STL § 36', true);

/** Rulebook § 4.1, with § 4.3 for what counts. */
export const LEAVE_OF_2012: readonly LeaveRight[] = [
  right('antenatalCheck', 'KVPF § 12 første ledd', true),
  right('pregnancyLeave', 'KVPF § 12 annet ledd', false, workingDays(10, 'occasion')),
  right('birthLeave', 'KVPF § 13 første ledd', false, { unit: 'calendarDays', limit: 42, per: 'occasion' }),
  right('partnerLeave', 'KVPF § 13 annet ledd', true, workingDays(10, 'occasion')),
  right('breastfeeding', 'KVPF § 14', true),
  right('welfareLeave', 'KVPF § 15', false, workingDays(10, 'calendarYear')),
  right('religiousHoliday', 'KVPF § 16 annet ledd', true, workingDays(2, 'calendarYear')),
  PERMISSION,
];

/** Approved leave came in addition to the programme from the first day of the scheme (rulebook § 1.3). */
const approvedLeave = (provision: string): LeaveRight => ({ ...right('welfareLeave', provision, false), title: 'godkjent permisjon' });

/** Before the regulation of 2012 no catalogue of leave is known to us, only that it was approved. */
export const leaveRights: Rows<readonly LeaveRight[]> = [
  row('2007-11-01', [approvedLeave('STL 1991 kap. 5A')], 'STL 1991 kap. 5A', 'godkjent permisjon i loven; ingen liste er kjent', 'likely'),
  row(
    '2010-01-01',
    [approvedLeave('STL § 32'), PERMISSION],
    'STL §§ 32 og 36',
    'godkjent permisjon i loven; ingen liste er kjent',
    'likely',
  ),
  row('2012-01-01', LEAVE_OF_2012, 'KVPF §§ 12–16', 'FOR-2011-12-21-1471', 'sure'),
];

/** Leave without stipend became possible with the reform of 2019. */
export const leaveWithoutStipend: Rows<boolean> = [
  row('2007-11-01', false, 'STL 1991 kap. 5A', 'SFV19', 'likely'),
  row('2010-01-01', false, 'STL § 32', 'SFV19', 'likely'),
  row('2019-01-01', true, 'STL § 32', 'SFV19', 'likely', '2018-12-20'),
];
