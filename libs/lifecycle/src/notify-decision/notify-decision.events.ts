import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { DECISION_KINDS, DECISION_TEXT, NOTICE_CHANNELS } from '../kernel/state/decisions.ts';
import { ARRIVAL_RULES } from './arrival.ts';

const data = record({
  decision: revisionNumber('Revision of the decision that was told of.'),
  kind: oneOf(DECISION_KINDS, 'What kind of decision it is.'),
  decidedOn: isoDate('The day it was made.'),
  channel: oneOf(NOTICE_CHANNELS, 'How the party was told.'),
  sentOn: Type.Optional(isoDate('The day it was posted, made available or told.')),
  alertedOn: Type.Optional(isoDate('The day of the first alert.')),
  secondAlertOn: Type.Optional(isoDate('The day of the second alert.')),
  openedOn: Type.Optional(isoDate('The day the party opened it.')),
  letter: Type.Optional(revisionNumber('Revision of the letter that was sent.')),
  arrivedOn: Type.Optional(
    isoDate('The day it counts as arrived, from which the time to appeal runs. Left out while it may still be opened in time.'),
  ),
  rule: oneOf(ARRIVAL_RULES, 'What settles that day: decided point 15.'),
});

export type DecisionNotified = DomainEvent<'DecisionNotified', Static<typeof data>, null>;

const CHANNEL = { paper: 'i brev', electronic: 'digitalt', oral: 'muntlig' } as const;

/** Why the day is the day, after `kom fram …`. */
const RULE = {
  proven: '',
  posted: ', regnet fra postlegging',
  told: '',
  opened: ', da den ble åpnet',
  alert: ', da den ble varslet, fordi den ikke ble åpnet innen tre uker',
} as const;

export const decisionNotified = defineEvent<DecisionNotified>({
  type: 'DecisionNotified',
  version: 1,
  summary: 'The party was told of a decision; the time to appeal runs from the day that it arrived.',
  schema: { data, personal: null },
  evolve: (state, { data: { decision, channel, sentOn, alertedOn, secondAlertOn, openedOn, arrivedOn } }) => {
    const notification = {
      recordedIn: state.revision,
      channel,
      sentOn: dateOrNull(sentOn),
      alertedOn: dateOrNull(alertedOn),
      secondAlertOn: dateOrNull(secondAlertOn),
      openedOn: dateOrNull(openedOn),
      arrivedOn: dateOrNull(arrivedOn),
    };
    return {
      ...state,
      decisions: state.decisions.map((each) =>
        each.revision === decision ? { ...each, notifications: [...each.notifications, notification] } : each,
      ),
    };
  },
  retract: (state, recordedIn) => ({
    ...state,
    decisions: state.decisions.map((each) => ({
      ...each,
      notifications: each.notifications.filter((told) => told.recordedIn !== recordedIn),
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { arrivedOn, alertedOn, sentOn } }) => arrivedOn ?? alertedOn ?? sentOn,
  provision: 'FVL § 27',
  audit: ({ data: { kind, decidedOn, channel, arrivedOn, rule } }) => {
    const told = `Underretning om vedtaket om ${DECISION_TEXT[kind]} av ${norwegianDate(decidedOn)} ble gitt ${CHANNEL[channel]}`;
    return arrivedOn === undefined || rule === 'mayBeOpened'
      ? `${told}, og er ikke åpnet ennå.`
      : `${told} og kom fram ${norwegianDate(date(arrivedOn))}${RULE[rule]}.`;
  },
  published: 'published',
  example: {
    type: 'DecisionNotified',
    version: 1,
    data: {
      decision: 1,
      kind: 'grant',
      decidedOn: '2025-01-20',
      channel: 'electronic',
      sentOn: '2025-01-20',
      alertedOn: '2025-01-20',
      openedOn: '2025-01-22',
      arrivedOn: '2025-01-22',
      rule: 'opened',
    },
    personal: null,
  },
});
