import { type PlainDate, electronicArrival, isAfter, paperArrival } from '@kvp/calendar';
import type { NoticeChannel } from '../kernel/state/decisions.ts';

/** What settles the day of arrival. `mayBeOpened`: nothing yet, for an opening within three weeks of the alert would. */
export const ARRIVAL_RULES = ['proven', 'posted', 'told', 'opened', 'alert', 'mayBeOpened'] as const;
export type ArrivalRule = (typeof ARRIVAL_RULES)[number];

export interface Arrival {
  readonly arrivedOn: PlainDate | null;
  readonly rule: ArrivalRule;
}

/** What is known of a notice: dates that were not given, and do not follow, are null. */
export interface NoticeTimes {
  readonly channel: NoticeChannel;
  readonly sentOn: PlainDate | null;
  readonly alertedOn: PlainDate | null;
  readonly secondAlertOn: PlainDate | null;
  readonly openedOn: PlainDate | null;
}

export interface ArrivalTerms {
  /** Working days from posting. */
  readonly paperDays: number;
  /** Weeks after the first alert in which an opening counts. */
  readonly openingWeeks: number;
  readonly today: PlainDate;
}

/** When a notice has arrived by the rule for its channel, unless another day is proven. FVL § 29; EFVF § 8; decided point 15. */
export function arrivalOf({ channel, sentOn, alertedOn, openedOn }: NoticeTimes, terms: ArrivalTerms): Arrival {
  const { paperDays, openingWeeks, today } = terms;
  if (channel === 'paper') return { arrivedOn: paperArrival(sentOn ?? today, paperDays), rule: 'posted' };
  if (channel === 'oral') return { arrivedOn: sentOn ?? today, rule: 'told' };
  if (alertedOn === null) return { arrivedOn: openedOn, rule: openedOn === null ? 'mayBeOpened' : 'opened' };
  const lastOpening = alertedOn.add({ weeks: openingWeeks });
  if (openedOn === null && !isAfter(today, lastOpening)) return { arrivedOn: null, rule: 'mayBeOpened' };
  return {
    arrivedOn: electronicArrival({ alertedOn, openedOn }, openingWeeks),
    rule: openedOn === null || isAfter(openedOn, lastOpening) ? 'alert' : 'opened',
  };
}
