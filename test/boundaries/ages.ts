import { type IsoDate, date, iso } from '@kvp/calendar';
import { commands } from '@kvp/lifecycle';
import { type DayPay, stipendDays, stipendFacts } from '@kvp/stipend';
import { type Boundary, type Outside, refusedOutside } from './boundary.ts';
import { type Step, applied, lifeOf, programme } from './stage.ts';

const inThreeMonths = (from: string): string => iso(date(from).add({ months: 3 }));

const lowestAge = (example: string, birthDate: string, receivedOn: string, near: IsoDate): Boundary => ({
  rule: 'Lowest age, on the planned start',
  example,
  near,
  edge: 'first',
  outside: refusedOutside([applied(receivedOn, birthDate)], (from) => ['grant', { decidedOn: receivedOn, from, to: inThreeMonths(from) }]),
});

const sixtySeven = (example: string, birthDate: string, near: IsoDate): Boundary => ({
  rule: 'Last day before the 67th birthday',
  example,
  near,
  edge: 'last',
  outside: refusedOutside([applied('2026-07-01', birthDate)], (to) => ['grant', { decidedOn: '2026-07-01', from: '2026-09-01', to }]),
});

/** What the stipend engine pays on a day. All days near the boundary are days that stipend is paid for: Monday to Friday. */
function paid(life: readonly Step[], told: Outside, isInside: (pay: DayPay) => boolean): Boundary['outside'] {
  const facts = stipendFacts(lifeOf(life));
  if (facts === null) throw new Error('The example has not started.');
  const days = stipendDays(facts);
  return (day) => {
    const pay = days.find((stipendDay) => iso(stipendDay.date) === day)?.pay;
    if (pay == null) throw new Error(`${day} pays nothing.`);
    return isInside(pay) ? null : told;
  };
}

const twoThirds = (example: string, birthDate: string, near: IsoDate): Boundary => ({
  rule: 'Two thirds of the stipend, until the 25th birthday',
  example,
  near,
  edge: 'last',
  outside: paid(
    programme('2024-11-04', '2025-11-03', birthDate),
    { code: 'full stipend', provision: 'STL § 35' },
    ({ ageFraction }) => ageFraction !== null,
  ),
});

const supplement = (example: string, birthDate: string, near: IsoDate, [from, to]: readonly [from: IsoDate, to: IsoDate]): Boundary => ({
  rule: 'Child supplement, until the 18th birthday',
  example,
  near,
  edge: 'last',
  outside: paid(
    [...programme(from, to), ['recordChild', { ...commands['recordChild']?.example, birthDate, from }]],
    { code: 'no supplement', provision: 'KVPF § 3' },
    ({ children }) => children === 1,
  ),
});

/** STL §§ 29 and 35; KVPF § 3; decided points 26 and 27. */
export const AGES: readonly Boundary[] = [
  lowestAge('born 15 June 2007: 18 years', '2007-06-15', '2025-03-03', '2025-06-20'),
  lowestAge('born 29 February 2008: 18 years on 28 February', '2008-02-29', '2025-12-01', '2026-03-05'),
  lowestAge('born 15 June 1995: 19 years, before 2019', '1995-06-15', '2014-03-03', '2014-06-20'),
  sixtySeven('born 20 May 1960', '1960-05-20', '2027-05-10'),
  sixtySeven('born 29 February 1960: 67 years on 28 February', '1960-02-29', '2027-02-20'),
  twoThirds('born 15 July 2000', '2000-07-15', '2025-07-14'),
  twoThirds('born 29 February 2000: 25 years on 28 February', '2000-02-29', '2025-02-26'),
  supplement('born 16 June 2008', '2008-06-16', '2026-06-15', ['2025-08-04', '2026-08-03']),
  supplement('born 29 February 2000: 18 years on 28 February', '2000-02-29', '2018-02-26', ['2017-08-07', '2018-08-06']),
];
