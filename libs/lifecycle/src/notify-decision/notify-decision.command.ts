import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { NOTICE_CHANNELS } from '../kernel/state/decisions.ts';
import { decideNotifyDecision, notifyMoment } from './notify-decision.decide.ts';

export const NotifyDecision = record({
  decision: Type.Optional(revisionNumber('Revision of the decision. The last one of the case when left out.')),
  channel: oneOf(NOTICE_CHANNELS, 'How the party was told.'),
  sentOn: Type.Optional(
    isoDate('The day the letter was posted, the notice made available or the party told. Today when nothing else says when.'),
  ),
  alertedOn: Type.Optional(isoDate('The day of the first alert of an electronic notice. The day it was made available when left out.')),
  secondAlertOn: Type.Optional(isoDate('The day of the second alert, when it was not opened within a week.')),
  openedOn: Type.Optional(isoDate('The day the party opened an electronic notice. May be told later, on its own.')),
  letter: Type.Optional(revisionNumber('Revision of the letter that was sent. It must be about the decision.')),
  arrivedOn: Type.Optional(isoDate('The day it is proven to have reached the party, when that is known.')),
});
export type NotifyDecision = Static<typeof NotifyDecision>;

export const notifyDecision = defineCommand<NotifyDecision>({
  name: 'notifyDecision',
  title: 'Registrer underretning om vedtak',
  summary:
    'Registers how and when the party was told of a decision, and when that counts as arrived: the time to appeal runs from then. FVL §§ 27 and 29.',
  schema: NotifyDecision,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: ['rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ openedOn, arrivedOn, secondAlertOn, alertedOn, sentOn }) => openedOn ?? arrivedOn ?? secondAlertOn ?? alertedOn ?? sentOn,
  allowed: notifyMoment,
  decide: decideNotifyDecision,
  example: { channel: 'electronic', sentOn: '2025-01-20', alertedOn: '2025-01-20', openedOn: '2025-01-22' },
});
