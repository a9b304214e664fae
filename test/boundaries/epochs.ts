import type { IsoDate } from '@kvp/calendar';
import { type Boundary, type Outside, refusedOutside } from './boundary.ts';
import { type Step, applied, programme } from './stage.ts';

type Days = readonly [near: IsoDate, edge: Boundary['edge']];

/** A decision or a fact that only the law of some days knows, told of one day after the other. */
const onlyWhile = (
  rule: string,
  example: string,
  [near, edge]: Days,
  life: readonly Step[],
  asked: (day: IsoDate) => Step,
  code: string,
): Boundary => ({ rule, example, near, edge, outside: refusedAs(code, refusedOutside(life, asked)) });

/** Any other refusal would be about something else than the law of the day. */
const refusedAs =
  (code: string, outside: Boundary['outside']): Boundary['outside'] =>
  (day): Outside | null => {
    const told = outside(day);
    if (told !== null && told.code !== code) throw new Error(`${day} is refused as ${told.code}.`);
    return told;
  };

const leaveWithoutStipend = (decidedOn: string): Step => [
  'pause',
  { decidedOn, legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'work', from: '2019-02-04', to: '2019-02-15' },
];
const covid = (day: string): Step => ['recordAbsence', { kind: 'covid', from: day, to: day }];

/** Rules that came or went with an epoch: the law of the day decides, not the law of today. Decided point 14. */
export const EPOCHS: readonly Boundary[] = [
  onlyWhile(
    'Rejection for lack of capacity, until the reform of 2019',
    'received 3 December 2018',
    ['2018-12-20', 'last'],
    [applied('2018-12-03')],
    (decidedOn) => ['reject', { decidedOn, ground: 'lackOfCapacity' }],
    'unlawful-ground',
  ),
  onlyWhile(
    'Leave without stipend, since the reform of 2019',
    'for February 2019, in a programme from August 2018',
    ['2019-01-10', 'first'],
    programme('2018-08-06', '2019-08-05'),
    leaveWithoutStipend,
    'form-not-in-law',
  ),
  onlyWhile(
    'Covid-19 absence, from 16 March 2020',
    'in a programme from January 2020',
    ['2020-03-20', 'first'],
    programme('2020-01-06', '2021-01-05'),
    covid,
    'absence-kind-not-in-law',
  ),
  onlyWhile(
    'Covid-19 absence, until the end of March 2022',
    'in a programme from January 2022',
    ['2022-03-20', 'last'],
    programme('2022-01-03', '2023-01-02'),
    covid,
    'absence-kind-not-in-law',
  ),
];
