import { type IsoDate, type PlainDate, date, earliest, isAfter, isSame } from '@kvp/calendar';
import { deadlinesOf } from '@kvp/deadlines';
import type { DeadlineKind } from '@kvp/lifecycle';
import { rulebook } from '@kvp/rulebook';
import { type Boundary, markedOutside, refusedOutside } from './boundary.ts';
import { type Step, applied, lifeOf, programme } from './stage.ts';

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

const lawAt = (day: PlainDate) => rulebook.at(day, day);

/** A programme granted on 14 February 2025, and how the party was told of it. */
const told = (notice: object): readonly Step[] => [
  applied('2025-01-06'),
  ['grant', { decidedOn: '2025-02-14', from: '2025-06-02', to: '2026-06-01' }],
  ['notifyDecision', notice],
];

/** The last day of a deadline of a kind, as the worklist has it; the earliest where there are several. */
const due = (kind: DeadlineKind, life: readonly Step[]): ((day: IsoDate) => boolean) => {
  const days = deadlinesOf(lifeOf(life), lawAt).flatMap((deadline) => (deadline.kind === kind ? [deadline.due] : []));
  const [first, ...rest] = days;
  if (first === undefined) throw new Error(`The example has no deadline ${kind}.`);
  return (day) => isAfter(date(day), earliest(first, ...rest));
};

const appeal = (example: string, notice: object, near: IsoDate): Boundary => ({
  rule: 'Appeal: three weeks',
  example,
  near,
  edge: 'last',
  outside: tooLate('appeal', told(notice), 'FVL § 29; DL § 149'),
});

const granted = told({ channel: 'paper', sentOn: '2025-03-03' });

/** FVL §§ 11 a, 29 and 35; EFVF § 8; decided points 15 and 29. */
export const DEADLINES: readonly Boundary[] = [
  interimReply('received 6 January 2025', '2025-01-06', '2025-02-01'),
  interimReply('received 31 January 2025: February has no such day', '2025-01-31', '2025-02-20'),
  interimReply('received 15 February 2025: a Saturday moves nothing for the office', '2025-02-15', '2025-03-10'),
  appeal('arrived Wednesday 12 March 2025', { channel: 'paper', arrivedOn: '2025-03-12' }, '2025-03-20'),
  appeal('arrived Saturday 15 March 2025: moved to Monday', { channel: 'paper', arrivedOn: '2025-03-15' }, '2025-03-20'),
  appeal('arrived Thursday 27 March 2025: Easter moves it to Tuesday', { channel: 'paper', arrivedOn: '2025-03-27' }, '2025-04-10'),
  appeal(
    'posted Wednesday 16 April 2025: arrived after three working days, on Thursday 24 April',
    { channel: 'paper', sentOn: '2025-04-16' },
    '2025-05-01',
  ),
  {
    rule: 'Electronic notice: arrived when it was opened',
    example: 'alert on 3 March 2025',
    near: '2025-03-10',
    edge: 'last',
    outside: (openedOn) => {
      const { decisions } = lifeOf(told({ channel: 'electronic', sentOn: '2025-03-03', alertedOn: '2025-03-03', openedOn }));
      const arrivedOn = decisions.at(-1)?.notifications.at(-1)?.arrivedOn;
      return arrivedOn != null && isSame(arrivedOn, date(openedOn)) ? null : { code: 'arrived with the alert', provision: 'EFVF § 8' };
    },
  },
  {
    rule: 'Electronic notice: second alert',
    example: 'alert on 3 March 2025, not opened',
    near: '2025-03-05',
    edge: 'last',
    outside: tooLate('notice-unopened', told({ channel: 'electronic', sentOn: '2025-03-03', alertedOn: '2025-03-03' }), 'EFVF § 8'),
  },
  {
    rule: 'Reversal to detriment, before notice has arrived',
    example: 'granted, posted on Monday 3 March 2025',
    near: '2025-03-03',
    edge: 'last',
    outside: refusedOutside(granted, (decidedOn) => [
      'reverse',
      { decision: lifeOf(granted).decisions[0]?.revision, ground: 'notNotified', decidedOn, noticeGiven: true, justification: 'Feil.' },
    ]),
  },
  {
    rule: 'Loss of self-certificate: looked at again within six months',
    example: 'decided on 31 August 2025: February has no such day',
    near: '2026-02-20',
    edge: 'last',
    outside: tooLate(
      'self-certificate-review',
      [
        ...programme('2025-02-03', '2026-02-02'),
        ['revokeSelfCertificate', { decidedOn: '2025-08-31', from: '2025-09-01', ground: 'suspicion', heardOn: '2025-08-25' }],
      ],
      'KVPF § 8',
    ),
  },
];

function tooLate(kind: DeadlineKind, life: readonly Step[], provision: string): Boundary['outside'] {
  const isLate = due(kind, life);
  return (day) => (isLate(day) ? { code: 'too late', provision } : null);
}
