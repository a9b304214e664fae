import { type PlainDate, dayAfter, earliest } from '@kvp/calendar';
import { COMMAND_OF, type AdvanceNotice, type CaseDecision, type CaseState, type Notification, appealPeriod } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, deadline } from '../deadline.ts';
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

/**
 * Three weeks from the day the notice of a decision arrived, or as long as the office has given; an appeal settles it, and after its last day
 * none comes in time. FVL § 29; DL §§ 148–149.
 */
export const appeal: Deadlines = (state, lawAt) =>
  state.decisions.flatMap((decision) => {
    const law = lawAt(decision.decidedOn);
    const { due } = appealPeriod(decision, law);
    if (due === null) return [];
    const { provision } = law.caseHandling.appealWeeks;
    const settledOn = soonest(undoneOn(state, decision) ?? null, appealedOn(state, decision), dayAfter(due));
    return [deadline({ kind: 'appeal', due, provision, settledBy: 'appeal', settledOn, about: decision.revision })];
  });

const appealedOn = ({ appeals }: CaseState, { revision }: CaseDecision): PlainDate | null =>
  soonest(...appeals.flatMap(({ decisions, receivedOn }) => (decisions.includes(revision) ? [receivedOn] : [])));

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
