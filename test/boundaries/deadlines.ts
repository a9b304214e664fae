import { type IsoDate, type PlainDate, date, electronicArrival, isAfter, isSame, paperArrival, partyDeadline } from '@kvp/calendar';
import { DEFAULT_POLICY } from '@kvp/lifecycle';
import { rulebook } from '@kvp/rulebook';
import { type Boundary, markedOutside } from './boundary.ts';
import { applied } from './stage.ts';

const interimReply = (example: string, receivedOn: string, near: IsoDate): Boundary => ({
  rule: 'Interim reply: one month',
  example,
  near,
  edge: 'last',
  outside: markedOutside(
    [applied(receivedOn)],
    (sentOn) => ['sendInterimReply', { sentOn, reason: 'Venter på arbeidsevnevurderingen.' }],
    'late',
    'FVL § 11 a',
  ),
});

const LAW = rulebook.at(date('2025-03-03'), date('2025-03-03')).caseHandling;

const appeal = (example: string, arrivedOn: PlainDate, near: IsoDate): Boundary => ({
  rule: 'Appeal: three weeks',
  example,
  near,
  edge: 'last',
  outside: (day) =>
    isAfter(date(day), partyDeadline(arrivedOn, LAW.appealWeeks.value)) ? { code: 'too late', provision: 'FVL § 29; DL § 149' } : null,
});

/** FVL §§ 11 a and 29; EFVF § 8; decided points 15 and 29. */
export const DEADLINES: readonly Boundary[] = [
  interimReply('received 6 January 2025', '2025-01-06', '2025-02-01'),
  interimReply('received 31 January 2025: February has no such day', '2025-01-31', '2025-02-20'),
  interimReply('received 15 February 2025: a Saturday moves nothing for the office', '2025-02-15', '2025-03-10'),
  appeal('arrived Wednesday 12 March 2025', date('2025-03-12'), '2025-03-20'),
  appeal('arrived Saturday 15 March 2025: moved to Monday', date('2025-03-15'), '2025-03-20'),
  appeal('arrived Thursday 27 March 2025: Easter moves it to Tuesday', date('2025-03-27'), '2025-04-10'),
  appeal(
    'posted Wednesday 16 April 2025: arrived after three working days, on Thursday 24 April',
    paperArrival(date('2025-04-16'), DEFAULT_POLICY.paperNoticeDays),
    '2025-05-01',
  ),
  {
    rule: 'Electronic notice: arrived when it was opened',
    example: 'alert on 3 March 2025',
    near: '2025-03-10',
    edge: 'last',
    outside: (day) => {
      const arrived = electronicArrival({ alertedOn: date('2025-03-03'), openedOn: date(day) }, LAW.openingWeeks.value);
      return isSame(arrived, date(day)) ? null : { code: 'arrived with the alert', provision: 'EFVF § 8' };
    },
  },
];
