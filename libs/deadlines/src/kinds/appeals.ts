import { type PlainDate, dayAfter, earliest, isBefore, monthsAfter } from '@kvp/calendar';
import { type Appeal, type CaseState, type Order, costsPeriod } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, type LawAt, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

// The law says "as soon as" or "without undue delay" (FVL §§ 11 a, 33 and 42) and no more: the figures are our choice.

/** Months in which an appeal is looked at and forwarded: as long as the law gives before an interim reply is owed. */
const HANDLING_MONTHS = 1;

/** Weeks in which the outcome of an appeal is carried out. */
const ORDER_WEEKS = 2;

/** Weeks in which a request for deferral is answered. */
const DEFERRAL_WEEKS = 1;

const first = (...days: readonly (PlainDate | null)[]): PlainDate | null => {
  const [one, ...rest] = days.flatMap((day) => day ?? []);
  return one === undefined ? null : earliest(one, ...rest);
};

/** The party's time to make good what an appeal lacks. FVL § 32. */
export const appealMend: Deadlines = ({ appeals }) =>
  appeals.flatMap(({ mending, endedOn, recordedIn }) =>
    mending === null
      ? []
      : deadline({
          kind: 'appeal-mend',
          due: mending.mendBy,
          provision: 'FVL § 32',
          settledBy: 'mendAppeal',
          settledOn: first(mending.mendedOn, endedOn, dayAfter(mending.mendBy)),
          about: recordedIn,
        }),
  );

/**
 * The office looks at the appeal and sends it on. While the party has the appeal to make good, the time is not ours, and none of what passes
 * with statsforvalteren is. FVL § 33; rulebook § 6.4.
 */
export const appealHandling: Deadlines = ({ appeals }) =>
  appeals.map((appeal) =>
    deadline({
      kind: 'appeal-handling',
      due: monthsAfter(appeal.receivedOn, HANDLING_MONTHS).add({ days: daysWithParty(appeal) }),
      provision: 'FVL § 33',
      settledBy: appeal.status === 'upheld' ? 'forwardAppeal' : 'reconsider',
      settledOn: first(appeal.forwardedOn, appeal.endedOn),
      about: appeal.recordedIn,
    }),
  );

/** Days from when the party was asked until all was made good, or the time for it was out. */
function daysWithParty({ mending }: Appeal): number {
  if (mending === null) return 0;
  const { askedOn, mendBy, mendedOn } = mending;
  const until = mendedOn !== null && isBefore(mendedOn, mendBy) ? mendedOn : mendBy;
  return askedOn.until(until, { largestUnit: 'day' }).days;
}

/** What an appeal has left to do: its outcome is carried out, or what was set aside is decided again within the time of a new case. */
export const orders: Deadlines = (state, lawAt) =>
  state.appeals.flatMap((appeal) =>
    appeal.orders.map((order) => (order.binding ? carriedOut(state, order) : decidedAgain(state, appeal, order, lawAt))),
  );

/** These are for a programme that lasts: when it is over, there is nothing left to decide by them. */
const IN_PROGRAMME: readonly string[] = ['extend', 'terminate', 'pause', 'refuseLeave'];

/** What was refused is granted also when the programme has come to its end meanwhile. Decided point 19. */
const outlasts = (kind: Order['kind'], binding: boolean): boolean => kind === 'extension' && binding;

/** Any decision carries out what names no command: one is always to reverse what was decided. */
const ANY = 'reverse';

const shared = (state: CaseState, { by: [settledBy = ANY], carriedOutOn, madeIn, kind, binding }: Order) => ({
  settledBy,
  settledOn: first(
    carriedOutOn,
    state.handling.withdrawnOn,
    IN_PROGRAMME.includes(settledBy) && !outlasts(kind, binding) ? overOn(state) : null,
  ),
  about: madeIn,
});

const carriedOut = (state: CaseState, order: Order): Deadline =>
  deadline({ kind: 'appeal-order', due: order.madeOn.add({ weeks: ORDER_WEEKS }), provision: 'FVL § 34', ...shared(state, order) });

function decidedAgain(state: CaseState, { returnedOn }: Appeal, order: Order, lawAt: LawAt): Deadline {
  const from = returnedOn ?? order.madeOn;
  const { value, provision } = lawAt(from).caseHandling.interimReplyMonths;
  return deadline({ kind: 'returned-case', due: monthsAfter(from, value), provision, ...shared(state, order) });
}

/** A request that the decision is not carried out before the appeal is decided is answered as soon as possible. FVL § 42. */
export const deferral: Deadlines = ({ appeals }) =>
  appeals.flatMap(({ deferrals, endedOn, recordedIn }) =>
    deferrals.map(({ requestedOn, decidedOn }) =>
      deadline({
        kind: 'deferral',
        due: requestedOn.add({ weeks: DEFERRAL_WEEKS }),
        provision: 'FVL § 42',
        settledBy: 'deferExecution',
        settledOn: first(decidedOn, endedOn),
        about: recordedIn,
      }),
    ),
  );

/** After three months from the day the office received it, an appeal that was forwarded can no more end to the detriment of the party. FVL § 34. */
export const detrimentNotice: Deadlines = ({ appeals }, lawAt) =>
  appeals.flatMap(({ forwardedOn, receivedOn, detrimentNoticeOn, endedOn, recordedIn }) => {
    if (forwardedOn === null) return [];
    const { value, provision } = lawAt(receivedOn).caseHandling.detrimentNoticeMonths;
    const due = monthsAfter(receivedOn, value);
    const settledOn = first(detrimentNoticeOn, endedOn, dayAfter(due));
    return [deadline({ kind: 'detriment-notice', due, provision, settledBy: 'registerOutcome', settledOn, about: recordedIn })];
  });

/** The party's time to claim what the change cost them. FVL § 36. */
export const costsClaim: Deadlines = (state, lawAt) =>
  state.appeals.flatMap((appeal) => {
    const law = lawAt(appeal.reconsideredOn ?? appeal.receivedOn);
    const due = costsPeriod(state, appeal, law)?.due ?? null;
    if (due === null) return [];
    const claimed = appeal.costsClaims.map(({ receivedOn }) => receivedOn);
    const { provision } = law.caseHandling.costsClaimWeeks;
    const settledOn = first(...claimed, dayAfter(due));
    return [deadline({ kind: 'costs-claim', due, provision, settledBy: 'claimCosts', settledOn, about: appeal.recordedIn })];
  });
