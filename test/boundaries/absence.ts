import type { IsoDate } from '@kvp/calendar';
import { type Boundary, refusedOutside } from './boundary.ts';
import { type Step, programme } from './stage.ts';

const from2025 = programme('2025-02-03', '2026-02-02');

const absent = (kind: string, from: string, to: string, more: object = {}): Step => ['recordAbsence', { kind, from, to, ...more }];

/** The last day of an absence that begins on a day. */
const lasting = (
  rule: string,
  example: string,
  near: IsoDate,
  [kind, from, more = {}]: readonly [kind: string, from: string, more?: object],
  life: readonly Step[] = from2025,
): Boundary => ({ rule, example, near, edge: 'last', outside: refusedOutside(life, (to) => absent(kind, from, to, more)) });

/** The first day that an absence of one day may lie on. */
const beginning = (
  rule: string,
  example: string,
  near: IsoDate,
  [kind, more = {}]: readonly [kind: string, more?: object],
  life: readonly Step[] = from2025,
): Boundary => ({ rule, example, near, edge: 'first', outside: refusedOutside(life, (day) => absent(kind, day, day, more)) });

const SELF = { evidence: 'selfCertified' };
const CHILD = { evidence: 'doctorsNote', childBirthDate: '2020-05-01' };
const leave =
  (provision: string, from: string, more: object = {}) =>
  (to: string): Step => ['pause', { decidedOn: from, legalForm: 'LEAVE_WITH_STIPEND', cause: 'birth', provision, from, to, ...more }];

const selfCertificate: readonly Boundary[] = [
  lasting('Self-certificate: three calendar days', 'ill from Monday 2 June 2025', '2025-06-02', ['illness', '2025-06-02', SELF]),
  beginning('Self-certificate: after eight weeks', 'started 3 February 2025', '2025-04-10', ['illness', SELF]),
  beginning(
    'Self-certificate: ill again within 16 days',
    'three days certified until 4 June 2025',
    '2025-06-25',
    ['illness', SELF],
    [...from2025, absent('illness', '2025-06-02', '2025-06-04', SELF)],
  ),
  lasting(
    'Self-certificate in spring 2020: sixteen calendar days',
    'ill from 1 April 2020',
    '2020-04-10',
    ['illness', '2020-04-01', SELF],
    programme('2020-03-02', '2021-03-01'),
  ),
];

const fourTimes: readonly Step[] = [
  ...from2025,
  ...['2025-04-01', '2025-05-06', '2025-06-10', '2025-07-15'].map((day) => absent('illness', day, day, SELF)),
  ['extend', { decidedOn: '2026-01-05', to: '2027-02-02' }],
];

const lostRight: Boundary = {
  rule: 'Loss of self-certificate: four times in twelve months',
  example: 'certified on 1 April, 6 May, 10 June and 15 July 2025',
  near: '2026-03-20',
  edge: 'last',
  outside: refusedOutside(fourTimes, (decidedOn) => [
    'revokeSelfCertificate',
    { decidedOn, from: decidedOn, ground: 'fourTimes', heardOn: '2026-03-16' },
  ]),
};

const carers: readonly Boundary[] = [
  lasting('Child’s illness: ten working days', 'from Wednesday 5 March 2025', '2025-03-10', ['childIllness', '2025-03-05', CHILD]),
  lasting('Child’s illness: fifteen, for more than two children', 'from Wednesday 5 March 2025', '2025-03-20', [
    'childIllness',
    '2025-03-05',
    { ...CHILD, childrenInCare: 3 },
  ]),
  lasting('Child’s illness: twenty, for a sole carer', 'from Wednesday 5 March 2025', '2025-03-20', [
    'childIllness',
    '2025-03-05',
    { ...CHILD, soleCarer: true },
  ]),
  beginning(
    'Child’s illness: twelve months back',
    'ten working days taken from 4 to 15 March 2024',
    '2025-03-10',
    ['childIllness', CHILD],
    [
      ...programme('2024-02-05', '2025-02-04'),
      ['extend', { decidedOn: '2025-01-06', to: '2026-02-04' }],
      absent('childIllness', '2024-03-04', '2024-03-15', CHILD),
    ],
  ),
  {
    rule: 'Child’s illness: the year the child turns 12',
    example: 'born 1 May 2013',
    near: '2025-12-20',
    edge: 'last',
    outside: refusedOutside(from2025, (day) => absent('childIllness', day, day, { ...CHILD, childBirthDate: '2013-05-01' })),
  },
];

const free: readonly Boundary[] = [
  lasting('Holiday: 25 working days', 'from Wednesday 2 July 2025', '2025-08-01', ['holiday', '2025-07-02']),
  lasting(
    'Holiday: five more from the 60th birthday',
    'from Wednesday 2 July 2025, born 1 January 1965',
    '2025-08-01',
    ['holiday', '2025-07-02'],
    programme('2025-02-03', '2026-02-02', '1965-01-01'),
  ),
  lasting('Religious holidays: two working days', 'from Tuesday 3 June 2025', '2025-06-03', ['religiousHoliday', '2025-06-03']),
  lasting(
    'Welfare leave: ten working days in a calendar year',
    'eight taken, then from Monday 3 November 2025',
    '2025-11-03',
    ['welfareLeave', '2025-11-03'],
    [...from2025, absent('welfareLeave', '2025-02-05', '2025-02-14')],
  ),
];

const birth: readonly Boundary[] = [
  {
    rule: 'Six weeks after birth',
    example: 'born 10 March 2025',
    near: '2025-04-10',
    edge: 'last',
    outside: refusedOutside(from2025, leave('KVPF § 13 første ledd', '2025-03-10', { childBornOn: '2025-03-10' })),
  },
  {
    rule: 'Six weeks after birth',
    example: 'born 10 March 2025, leave from 24 March',
    near: '2025-04-10',
    edge: 'last',
    outside: refusedOutside(from2025, leave('KVPF § 13 første ledd', '2025-03-24', { childBornOn: '2025-03-10' })),
  },
  {
    rule: 'Before birth: ten working days',
    example: 'from Monday 2 June 2025; Whit Monday is free',
    near: '2025-06-10',
    edge: 'last',
    outside: refusedOutside(from2025, leave('KVPF § 12 annet ledd', '2025-06-02')),
  },
  {
    rule: 'Father or another helper: ten working days',
    example: 'from Wednesday 3 September 2025',
    near: '2025-09-10',
    edge: 'last',
    outside: refusedOutside(from2025, leave('KVPF § 13 annet ledd', '2025-09-03')),
  },
];

/** KVPF §§ 5–17; decided points 25 and 35 to 37. */
export const ABSENCE: readonly Boundary[] = [...selfCertificate, lostRight, ...carers, ...free, ...birth];
