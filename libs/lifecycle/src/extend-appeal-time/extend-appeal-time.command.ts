import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record, revisionNumber } from '../kernel/fields.ts';
import { notifyMoment } from '../notify-decision/notify-decision.decide.ts';
import { decideExtendAppealTime } from './extend-appeal-time.decide.ts';

export const ExtendAppealTime = record({
  decision: Type.Optional(revisionNumber('Revision of the decision. The last one of the case when left out.')),
  extendedOn: Type.Optional(isoDate('The day it was decided, while the time still ran. Today when left out.')),
  to: isoDate('The new last day to appeal.'),
  justification: Type.Optional(freeText('What makes it a special case. Required.')),
});
export type ExtendAppealTime = Static<typeof ExtendAppealTime>;

export const extendAppealTime = defineCommand<ExtendAppealTime>({
  name: 'extendAppealTime',
  title: 'Forleng klagefrist',
  summary: 'Gives the party more time to appeal a decision, in a special case and before the time is out. FVL § 29.',
  schema: ExtendAppealTime,
  individualDecision: false,
  roles: ['appealHandler', 'caseworker', 'approver'],
  phases: ['rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ extendedOn }) => extendedOn,
  allowed: notifyMoment,
  decide: decideExtendAppealTime,
  fillIn: () => ({ justification: 'Særlige forhold ved parten.' }),
  example: { decision: 1, extendedOn: '2025-02-03', to: '2025-02-26', justification: 'Parten er innlagt på sykehus.' },
});
