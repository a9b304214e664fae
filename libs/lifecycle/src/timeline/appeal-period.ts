import { type PlainDate, electronicArrival, isAfter, nextWorkingDay, partyDeadline } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { CaseDecision, Notification } from '../kernel/state/decisions.ts';

/** What it takes before the time to appeal runs: notice that reached the party, the day that it did, or the reasons they asked for. */
export type MissingForAppealTime = 'notice' | 'arrival' | 'reasons';

/** The time to appeal a decision, with all that it is counted from. FVL § 29; DL §§ 148–149; decided points 15 and 29. */
export interface AppealPeriod {
  /** The notice that it runs from: the last one, or the last since the party asked for reasons. Null when there is none. */
  readonly notification: Notification | null;
  readonly arrivedOn: PlainDate | null;
  /** Counted from the alert of a notice that nobody has opened yet: an opening in time moves it. */
  readonly mayMove: boolean;
  /** The same weekday so many weeks later. */
  readonly countedTo: PlainDate | null;
  /** That day, or the next one that is neither Saturday nor holiday. */
  readonly counted: PlainDate | null;
  /** A later day that the office gave before the time was out. */
  readonly extendedTo: PlainDate | null;
  readonly reasonsRequestedOn: PlainDate | null;
  /** The last day to appeal; null while something is missing. */
  readonly due: PlainDate | null;
  readonly missing: MissingForAppealTime | null;
}

/** Counts the time to appeal a decision, by the law of the day it was made. Nothing is made up where notice is not proven. */
export function appealPeriod({ notifications, appealTime }: CaseDecision, { caseHandling }: Law): AppealPeriod {
  const requested = appealTime.findLast((change) => change.is === 'reasonsRequested');
  const sinceRequest = notifications.filter(({ recordedIn }) => requested === undefined || recordedIn > requested.recordedIn);
  const notification = sinceRequest.at(-1) ?? null;
  const reasonsRequestedOn = requested?.on ?? null;
  const { arrivedOn, mayMove } = arrivalOf(notification, caseHandling.openingWeeks.value);
  if (arrivedOn === null) {
    const missing = notification === null ? (requested === undefined ? 'notice' : 'reasons') : 'arrival';
    return { notification, arrivedOn, mayMove, countedTo: null, counted: null, extendedTo: null, reasonsRequestedOn, due: null, missing };
  }
  const weeks = caseHandling.appealWeeks.value;
  const counted = partyDeadline(arrivedOn, weeks);
  const extension = appealTime.findLast((change) => change.is === 'extended' && change.recordedIn > (requested?.recordedIn ?? -1));
  const extendedTo = extension?.is === 'extended' ? extension.to : null;
  const due = extendedTo !== null && isAfter(extendedTo, counted) ? nextWorkingDay(extendedTo) : counted;
  return {
    ...{ notification, arrivedOn, mayMove, countedTo: arrivedOn.add({ weeks }), counted, extendedTo, reasonsRequestedOn, due },
    missing: null,
  };
}

function arrivalOf(
  notification: Notification | null,
  openingWeeks: number,
): { readonly arrivedOn: PlainDate | null; readonly mayMove: boolean } {
  if (notification === null || notification.arrivedOn !== null || notification.alertedOn === null)
    return { arrivedOn: notification?.arrivedOn ?? null, mayMove: false };
  const { alertedOn, openedOn } = notification;
  return { arrivedOn: electronicArrival({ alertedOn, openedOn }, openingWeeks), mayMove: openedOn === null };
}
