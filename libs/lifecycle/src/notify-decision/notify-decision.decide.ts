import { type IsoDate, type PlainDate, isBefore, isSame, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOrNull } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import { type Arrival, type NoticeTimes, arrivalOf } from './arrival.ts';
import { isKnown, timesOf } from './notice-times.ts';
import type { NotifyDecision } from './notify-decision.command.ts';
import type { DecisionNotified } from './notify-decision.events.ts';
import * as refusals from './notify-decision.refusals.ts';

/** There must be a decision to tell of. */
export const notifyMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), state.decisions.length === 0 && refuse(refusals.nothingDecided, []));

/**
 * Registers a notice of a decision, and settles when it arrived: the time to appeal runs from that day. An electronic notice may be told
 * of when it is alerted and again when it is opened; the last word counts. FVL §§ 27 and 29; decided point 15.
 */
export function decideNotifyDecision(state: CaseState, command: NotifyDecision, { today, law, policy }: Context): Decision {
  const decision = decisionTold(state, command);
  if (decision === undefined)
    return decideWhen(
      notifyMoment(state),
      () => [refuse(refusals.decisionNotFound, [])],
      () => [],
    );
  const times = timesOf(command, decision, today);
  const terms = { paperDays: policy.paperNoticeDays, openingWeeks: law.caseHandling.openingWeeks.value, today };
  const ruled = arrivalOf(times, terms);
  const proven = dateOrNull(command.arrivedOn);
  return decideWhen(
    notifyMoment(state),
    () =>
      refusalsOf(
        fitting(command),
        inOrder(times, proven, decision, today),
        letterOfAnother(state, command, decision) && refuse(refusals.letterOfAnother, []),
        proven !== null && contradictsOpening(command, ruled, proven) && refuse(refusals.arrivalSettledByOpening, []),
      ),
    () => {
      // By the opening, also when the same day was given as proven.
      const settled: Arrival = proven === null || isEqual(ruled, proven) ? ruled : { arrivedOn: proven, rule: 'proven' };
      return isKnown(decision.notifications.at(-1), { ...times, arrivedOn: settled.arrivedOn })
        ? []
        : [notified(decision, times, settled, command)];
    },
  );
}

const decisionTold = ({ decisions }: CaseState, { decision }: NotifyDecision): CaseDecision | undefined =>
  decision === undefined ? decisions.at(-1) : decisions.find(({ revision }) => revision === decision);

/** Alerts and openings are of electronic notices alone. */
const fitting = ({ channel, alertedOn, secondAlertOn, openedOn }: NotifyDecision): Refusal | undefined =>
  channel !== 'electronic' && [alertedOn, secondAlertOn, openedOn].some((day) => day !== undefined)
    ? refuse(refusals.notElectronic, [])
    : undefined;

/** Decided, sent, alerted, alerted again or opened: each on a day that has come, none before the other. */
function inOrder(
  { sentOn, alertedOn, secondAlertOn, openedOn }: NoticeTimes,
  arrivedOn: PlainDate | null,
  { decidedOn }: CaseDecision,
  today: PlainDate,
): readonly Refusal[] {
  const days = [sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn].flatMap((day) => day ?? []);
  const pairs = [
    [sentOn, alertedOn],
    [alertedOn, secondAlertOn],
    [alertedOn, openedOn],
    [sentOn, openedOn],
    [sentOn, arrivedOn],
  ] as const;
  return refusalsOf(
    days.flatMap((day) => hasHappened(day, today) ?? []).slice(0, 1),
    days.some((day) => isBefore(day, decidedOn)) && refuse(refusals.toldBeforeDecided, [decidedOn]),
    pairs.some(([first, then]) => first !== null && then !== null && isBefore(then, first)) && refuse(refusals.timesOutOfOrder, []),
  );
}

/** Where alert or opening is told, they settle the day; another day cannot be proven beside them. */
const contradictsOpening = ({ alertedOn, openedOn }: NotifyDecision, ruled: Arrival, proven: PlainDate): boolean =>
  (alertedOn !== undefined || openedOn !== undefined) && !isEqual(ruled, proven);

const isEqual = ({ arrivedOn }: Arrival, day: PlainDate): boolean => arrivedOn !== null && isSame(arrivedOn, day);

/** The letter that is named is none of the case, or is about something else. */
const letterOfAnother = ({ handling }: CaseState, { letter }: NotifyDecision, { revision }: CaseDecision): boolean =>
  letter !== undefined && !handling.documents.some(({ recordedIn, about }) => recordedIn === letter && about === revision);

const notified = (
  { revision, kind, decidedOn }: CaseDecision,
  times: NoticeTimes,
  { arrivedOn, rule }: Arrival,
  { letter }: NotifyDecision,
): DecisionNotified => ({
  type: 'DecisionNotified',
  version: 1,
  data: {
    decision: revision,
    kind,
    decidedOn: iso(decidedOn),
    channel: times.channel,
    ...(letter === undefined ? {} : { letter }),
    ...known({ ...times, arrivedOn }),
    rule,
  },
  personal: null,
});

type Times = Omit<NoticeTimes, 'channel'> & Pick<Arrival, 'arrivedOn'>;

/** The days that are known, as text. */
const known = ({ sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn }: Times): Partial<Record<keyof Times, IsoDate>> =>
  Object.fromEntries(
    Object.entries({ sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn }).flatMap(([name, day]) =>
      day === null ? [] : [[name, iso(day)]],
    ),
  );
