import type { IsoDate, PlainDate } from '@kvp/calendar';
import { dateOrNull, isSameOrNull } from '../kernel/fields.ts';
import type { CaseDecision, Notification } from '../kernel/state/decisions.ts';
import type { NoticeTimes } from './arrival.ts';
import type { NotifyDecision } from './notify-decision.command.ts';

/**
 * The times of a notice, what follows from the others filled in. What is told later of an electronic notice (that it was opened, a second
 * alert) belongs to the one that is known, as long as no other alert is named.
 */
export function timesOf(command: NotifyDecision, { notifications }: CaseDecision, today: PlainDate): NoticeTimes {
  const { channel, sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn } = command;
  const last = notifications.at(-1);
  const known = channel === 'electronic' && alertedOn === undefined && sentOn === undefined && last?.channel === channel ? last : undefined;
  const bare = [sentOn, alertedOn, openedOn, arrivedOn].every((day) => day === undefined) && known === undefined;
  const sent = orKnown(sentOn, known?.sentOn) ?? (bare ? today : null);
  return {
    channel,
    sentOn: sent,
    // Made available and alerted on the same day, unless it is said otherwise or the arrival is proven.
    alertedOn: orKnown(alertedOn, known?.alertedOn) ?? (channel === 'electronic' && arrivedOn === undefined ? sent : null),
    secondAlertOn: orKnown(secondAlertOn, known?.secondAlertOn),
    openedOn: orKnown(openedOn, known?.openedOn),
  };
}

const orKnown = (told: IsoDate | undefined, known: PlainDate | null | undefined): PlainDate | null => dateOrNull(told) ?? known ?? null;

/** Whether a notification says what the last one of its decision says already. */
export const isKnown = (last: Notification | undefined, next: Omit<Notification, 'recordedIn'>): boolean =>
  last?.channel === next.channel &&
  (['sentOn', 'alertedOn', 'secondAlertOn', 'openedOn', 'arrivedOn'] as const).every((time) => isSameOrNull(last[time], next[time]));
