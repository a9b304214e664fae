import { type PlainDate, dayAfter, earliest, electronicArrival, partyDeadline } from '@kvp/calendar';
import { COMMAND_OF, type AdvanceNotice, type CaseDecision, type CaseState, type Notification } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, type LawAt, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

/** The answer to an advance notice, until it comes or the decision that it warned of is made. FVL § 16. */
export const statement: Deadlines = (state) =>
  state.handling.notices.map((notice) =>
    deadline({
      kind: 'statement',
      due: notice.answerBy,
      provision: 'FVL § 16',
      settledBy: 'recordStatement',
      settledOn: notice.answeredOn ?? decidedOn(state, notice) ?? overOn(state),
      about: notice.recordedIn,
    }),
  );

/** When the decision was made that a notice warned of. */
const decidedOn = ({ decisions }: CaseState, { recordedIn, about }: AdvanceNotice): PlainDate | undefined =>
  decisions.find(({ revision, kind }) => revision > recordedIn && COMMAND_OF[kind] === about)?.decidedOn;

/** Three weeks from the day the notice of a decision arrived; after them it can no longer be appealed in time. FVL § 29; DL §§ 148–149. */
export const appeal: Deadlines = (state, lawAt) =>
  state.decisions.flatMap((decision) => {
    const arrivedOn = arrival(decision, lawAt);
    if (arrivedOn === null) return [];
    const { value, provision } = lawAt(decision.decidedOn).caseHandling.appealWeeks;
    const due = partyDeadline(arrivedOn, value);
    const settledOn = undoneOn(state, decision) ?? dayAfter(due);
    return [deadline({ kind: 'appeal', due, provision, settledBy: 'appeal', settledOn, about: decision.revision })];
  });

/** The arrival of the last notice. One that nobody has opened yet counts from its alert, and the day moves when it is opened in time. */
function arrival({ notifications, decidedOn }: CaseDecision, lawAt: LawAt): PlainDate | null {
  const last = notifications.at(-1);
  if (last === undefined || last.arrivedOn !== null || last.alertedOn === null) return last?.arrivedOn ?? null;
  return electronicArrival({ alertedOn: last.alertedOn, openedOn: last.openedOn }, lawAt(decidedOn).caseHandling.openingWeeks.value);
}

const undoneOn = ({ decisions }: CaseState, { undoneBy }: CaseDecision): PlainDate | undefined =>
  decisions.find(({ revision }) => revision === undoneBy)?.decidedOn;

/** A second alert when nobody has opened the notice within a week, and a letter when nobody has within three. EFVF § 8; decided point 15. */
export const noticeUnopened: Deadlines = ({ decisions }, lawAt) =>
  decisions.flatMap(({ notifications, decidedOn, revision }) => {
    const index = notifications.findIndex(({ channel, alertedOn }) => channel === 'electronic' && alertedOn !== null);
    const alertedOn = notifications[index]?.alertedOn ?? null;
    if (alertedOn === null) return [];
    const later = notifications.slice(index + 1);
    const openedOn = first(notifications, ({ openedOn: opened }) => opened);
    const { secondAlertWeeks, openingWeeks } = lawAt(decidedOn).caseHandling;
    const unopened = (weeks: typeof openingWeeks, settledOn: PlainDate | null, breach: boolean): Deadline =>
      deadline({
        kind: 'notice-unopened',
        due: alertedOn.add({ weeks: weeks.value }),
        provision: weeks.provision,
        settledBy: 'notifyDecision',
        settledOn,
        about: revision,
        breach,
      });
    const secondAlert = first(notifications, ({ secondAlertOn }) => secondAlertOn);
    const again = soonest(
      secondAlert,
      first(later, ({ alertedOn: alerted, sentOn }) => alerted ?? sentOn),
    );
    const byLetter = first(later, ({ channel, sentOn, arrivedOn }) => (channel === 'electronic' ? null : (sentOn ?? arrivedOn)));
    return [unopened(secondAlertWeeks, soonest(openedOn, again), true), unopened(openingWeeks, soonest(openedOn, byLetter), false)];
  });

const soonest = (...days: readonly (PlainDate | null)[]): PlainDate | null => {
  const [one, ...rest] = days.flatMap((day) => day ?? []);
  return one === undefined ? null : earliest(one, ...rest);
};

const first = (notifications: readonly Notification[], day: (notification: Notification) => PlainDate | null): PlainDate | null =>
  soonest(...notifications.map(day));
