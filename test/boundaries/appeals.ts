import type { IsoDate } from '@kvp/calendar';
import { type Boundary, markedOutside, refusedOutside } from './boundary.ts';
import { type Step, applied, decided, lifeOf } from './stage.ts';

/** Rejected on 20 January 2025, a Monday; notice arrived on Thursday 23 January. */
const rejected: readonly Step[] = [
  applied('2025-01-06'),
  ['reject', { decidedOn: '2025-01-20', ground: 'conditionsNotMet' }],
  ['notifyDecision', { channel: 'paper', arrivedOn: '2025-01-23' }],
];
const forwarded: readonly Step[] = [
  ...rejected,
  ['appeal', { receivedOn: '2025-02-10' }],
  ['reconsider', { decidedOn: '2025-02-17', outcome: 'upheld' }],
  ['forwardAppeal', { on: '2025-02-17' }],
];
const setAside: readonly Step[] = [
  ...forwarded,
  ['registerOutcome', { decidedOn: '2025-05-12', receivedOn: '2025-05-14', outcome: 'setAside' }],
];
const changed: readonly Step[] = [
  ...forwarded,
  ['registerOutcome', { decidedOn: '2025-05-12', arrivedOn: '2025-05-15', outcome: 'changed' }],
];

/** Outside is where the appeal has another verdict. */
const verdictOf = (asked: (day: IsoDate) => object, verdict: string, provision: string): Boundary['outside'] => {
  const state = lifeOf(rejected);
  return (day) => {
    const { events = [] } = decided(state, ['appeal', asked(day)]);
    const found = events.map(({ data }) => (data as { readonly verdict?: string }).verdict).find((each) => each !== undefined);
    return found === verdict ? null : { code: found ?? 'refused', provision };
  };
};

/** FVL §§ 29–36; STL § 31; decided points 15, 19 and 29. */
export const APPEALS: readonly Boundary[] = [
  {
    rule: 'Appeal in time',
    example: 'notice arrived Thursday 23 January 2025',
    near: '2025-02-03',
    edge: 'last',
    outside: verdictOf((receivedOn) => ({ receivedOn }), 'timely', 'FVL § 29'),
  },
  {
    rule: 'Appeal in time',
    example: 'posted, and received on 3 March 2025',
    near: '2025-02-03',
    edge: 'last',
    outside: verdictOf((postedOn) => ({ postedOn, receivedOn: '2025-03-03' }), 'timely', 'FVL § 30'),
  },
  {
    rule: 'Late appeal: may be taken for a year',
    example: 'decided 20 January 2025',
    near: '2026-01-05',
    edge: 'last',
    outside: verdictOf((receivedOn) => ({ receivedOn }), 'late-may-be-taken', 'FVL § 31'),
  },
  {
    rule: 'Longer time to appeal: given while it runs',
    example: 'notice arrived Thursday 23 January 2025',
    near: '2025-02-03',
    edge: 'last',
    outside: refusedOutside(rejected, (extendedOn) => ['extendAppealTime', { extendedOn, to: '2025-06-02' }]),
  },
  {
    rule: 'Change to the detriment of the party: notice',
    example: 'appeal received 10 February 2025',
    near: '2025-05-01',
    edge: 'last',
    outside: refusedOutside(forwarded, (detrimentNoticeOn) => [
      'registerOutcome',
      { decidedOn: '2025-09-01', outcome: 'changed', toDetriment: true, detrimentNoticeOn },
    ]),
  },
  {
    rule: 'Planned start, when the rejection was set aside',
    example: 'came back 14 May 2025',
    near: '2025-11-03',
    edge: 'last',
    outside: refusedOutside(setAside, (from) => ['grant', { decidedOn: '2025-06-02', from, to: from }]),
  },
  {
    rule: 'Planned start, when the rejection was changed',
    example: 'received 6 January 2025',
    near: '2025-07-01',
    edge: 'last',
    outside: refusedOutside(changed, (from) => ['grant', { decidedOn: '2025-06-02', from, to: from }]),
  },
  {
    rule: 'Claim for costs: three weeks',
    example: 'notice of the new decision arrived Thursday 15 May 2025',
    near: '2025-05-26',
    edge: 'last',
    outside: markedOutside(changed, (receivedOn) => ['claimCosts', { receivedOn }], 'late', 'FVL § 36'),
  },
];
