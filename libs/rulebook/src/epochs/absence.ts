import { ABSENCE_TITLE, type AbsenceKind } from './absence-kinds.ts';
import { LEAVE_OF_2012, type LeaveRight } from './leave.ts';
import { type Rows, row } from './rows.ts';

/**
 * How much of one kind there is, and over which time. Working days are Monday to Friday but for the free days of KVPF § 16; a calendar
 * year and twelve months back from a day are two different windows (rulebook § 4.2; decided point 36).
 */
export type AbsenceQuota =
  | { readonly unit: 'workingDays'; readonly limit: number; readonly per: 'occasion' | 'calendarYear' | 'rolling12Months' }
  | { readonly unit: 'calendarDays'; readonly limit: number; readonly per: 'occasion' };

/** How long beforehand a kind must be notified. */
export interface NoticeAhead {
  readonly days: number;
  readonly unit: 'calendarDays' | 'workingDays';
}

/** One kind of absence, as the law of a day has it. */
export interface AbsenceRule {
  readonly kind: AbsenceKind;
  readonly provision: string;
  readonly title: string;
  readonly withStipend: boolean;
  /** False for what the regulation calls leave (permisjon), for leave without stipend and for Covid-19. Decided point 12. */
  readonly countsTowardDuration: boolean;
  readonly quota: AbsenceQuota | null;
  /** True where the law asks for a self-certificate or a doctor's note. */
  readonly evidenceNeeded: boolean;
  readonly noticeAhead: NoticeAhead | null;
}

type Facts = Partial<Omit<AbsenceRule, 'kind' | 'provision'>>;

/** With stipend, counting, without limit, when nothing else is said. */
const absence = (kind: AbsenceKind, provision: string, facts: Facts = {}): AbsenceRule =>
  Object.freeze({
    kind,
    provision,
    title: ABSENCE_TITLE[kind],
    withStipend: true,
    countsTowardDuration: true,
    quota: null,
    evidenceNeeded: false,
    noticeAhead: null,
    ...facts,
  });

const NOTICE: Readonly<Partial<Record<AbsenceKind, NoticeAhead>>> = {
  pregnancyLeave: { days: 7, unit: 'calendarDays' },
  religiousHoliday: { days: 10, unit: 'workingDays' },
};

/** Leave has one table, whether it is granted or recorded day by day: the limits are shared. */
const leave = ({ kind, provision, countsTowardDuration, quota }: LeaveRight): AbsenceRule =>
  absence(kind, provision, { countsTowardDuration, quota, noticeAhead: NOTICE[kind] ?? null });

const CHILD_ILLNESS_DAYS = 10;
const HOLIDAY_DAYS = 25;

const OF_2012: readonly AbsenceRule[] = [
  absence('illness', 'KVPF § 5', { evidenceNeeded: true }),
  absence('childIllness', 'KVPF §§ 9–11', {
    evidenceNeeded: true,
    quota: { unit: 'workingDays', limit: CHILD_ILLNESS_DAYS, per: 'rolling12Months' },
  }),
  ...LEAVE_OF_2012.map(leave),
  absence('holiday', 'KVPF § 17', { quota: { unit: 'workingDays', limit: HOLIDAY_DAYS, per: 'calendarYear' } }),
  absence('unauthorised', 'STL § 36', { withStipend: false }),
];

const OF_2019: readonly AbsenceRule[] = [
  ...OF_2012,
  absence('withoutStipend', 'STL § 32', { withStipend: false, countsTowardDuration: false }),
];

const during = (provision: string): readonly AbsenceRule[] => [...OF_2019, absence('covid', provision, { countsTowardDuration: false })];

/** Before the regulation of 2012 no catalogue is known to us: no limits, and approved leave in addition to the programme (rulebook § 1.3). */
const before2012 = (provision: string): readonly AbsenceRule[] => [
  ...(
    ['illness', 'childIllness', 'antenatalCheck', 'partnerLeave', 'breastfeeding', 'religiousHoliday', 'holiday', 'permitted'] as const
  ).map((kind) => absence(kind, provision)),
  ...(['pregnancyLeave', 'birthLeave', 'welfareLeave'] as const).map((kind) => absence(kind, provision, { countsTowardDuration: false })),
  absence('unauthorised', provision, { withStipend: false }),
];

/** Rulebook § 4.1, with § 4.3 for what counts. */
export const absenceCatalogue: Rows<readonly AbsenceRule[]> = [
  row('2007-11-01', before2012('STL 1991 kap. 5A'), 'STL 1991 kap. 5A', 'ingen liste er kjent', 'recalled'),
  row('2010-01-01', before2012('STL § 36'), 'STL §§ 32 og 36', 'ingen liste er kjent', 'recalled'),
  row('2012-01-01', OF_2012, 'KVPF §§ 5–17', 'FOR-2011-12-21-1471', 'sure'),
  row('2019-01-01', OF_2019, 'KVPF §§ 5–17', 'FOR-2018-12-20-2219', 'sure', '2018-12-20'),
  row('2020-03-16', during('KVPF § 17 a'), 'KVPF §§ 5–17 a', 'FOR-2020-03-27-497', 'sure', '2020-03-27'),
  row('2020-05-08', during('FOR-2020-05-08-966 § 3'), 'FOR-2020-05-08-966', 'ikke alle ordlydene er lest', 'likely'),
  row('2022-04-01', OF_2019, 'KVPF §§ 5–17', 'FOR-2020-05-08-966: seneste slutt', 'sure'),
];

/** When someone may certify their own illness. */
export interface SelfCertificate {
  /** Calendar days at a time; with those of an absence that ended so few days ago that they count in. */
  readonly calendarDays: number;
  readonly windowDays: number;
  /** The right begins so many days after the first day in the programme: eight weeks. */
  readonly fromDay: number;
  /** So many self-certified absences in twelve months, and the right may be lost; a loss is reviewed within so many months. */
  readonly lossAfter: number;
  readonly reviewMonths: number;
}

const ordinary: SelfCertificate = { calendarDays: 3, windowDays: 16, fromDay: 56, lossAfter: 4, reviewMonths: 6 };
const spring2020: SelfCertificate = { ...ordinary, calendarDays: 16, fromDay: 0 };

/** KVPF §§ 5–8, and the longer self-certificate of spring 2020; null where no rule is known. Decided points 25 and 36. */
export const selfCertificate: Rows<SelfCertificate | null> = [
  row('2007-11-01', null, 'STL 1991 kap. 5A', 'ingen regel er kjent', 'recalled'),
  row('2012-01-01', ordinary, 'KVPF §§ 5–8', 'FOR-2011-12-21-1471', 'sure'),
  row('2020-03-16', spring2020, 'KVPF § 17 a', 'FOR-2020-03-27-497', 'sure', '2020-03-27'),
  row('2020-05-08', spring2020, 'FOR-2020-05-08-966', 'FOR-2020-05-08-966', 'sure'),
  row('2020-06-01', ordinary, 'KVPF §§ 5–8', 'FOR-2020-05-08-966: regelen falt bort 1. juni 2020', 'sure'),
];

/** Whose illness gives a carer time off, and how much more some carers have. */
export interface ChildIllness {
  readonly selfCertifiedDays: number;
  readonly days: number;
  /** For the care of more children than `manyChildren`. */
  readonly daysForMany: number;
  readonly manyChildren: number;
  /** More for each child who is chronically ill or disabled. */
  readonly perChronicallyIll: number;
  /** A sole carer has all of it this many times. */
  readonly soleCarerFactor: number;
  /** Through the calendar year in which the child reaches the age. */
  readonly childAge: number;
  readonly chronicallyIllAge: number;
}

const carers: ChildIllness = {
  selfCertifiedDays: 3,
  days: CHILD_ILLNESS_DAYS,
  daysForMany: 15,
  manyChildren: 2,
  perChronicallyIll: 10,
  soleCarerFactor: 2,
  childAge: 12,
  chronicallyIllAge: 18,
};

/** KVPF §§ 9–11; null where no rule is known. */
export const childIllness: Rows<ChildIllness | null> = [
  row('2007-11-01', null, 'STL 1991 kap. 5A', 'ingen regel er kjent', 'recalled'),
  row('2012-01-01', carers, 'KVPF §§ 9–11', 'FOR-2011-12-21-1471', 'sure'),
];

/** More holiday from a birthday on. KVPF § 17; decided point 37. */
export interface SeniorHoliday {
  readonly fromAge: number;
  readonly extraDays: number;
}

export const seniorHoliday: Rows<SeniorHoliday | null> = [
  row('2007-11-01', null, 'STL 1991 kap. 5A', 'ingen regel er kjent', 'recalled'),
  row('2012-01-01', { fromAge: 60, extraDays: 5 }, 'KVPF § 17', 'FOR-2011-12-21-1471', 'sure'),
];
