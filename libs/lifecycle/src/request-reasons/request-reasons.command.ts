import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record, revisionNumber } from '../kernel/fields.ts';
import { notifyMoment } from '../notify-decision/notify-decision.decide.ts';
import { decideRequestReasons } from './request-reasons.decide.ts';

export const RequestReasons = record({
  decision: Type.Optional(revisionNumber('Revision of the decision. The last one of the case when left out.')),
  requestedOn: isoDate('The day the request reached the office.'),
});
export type RequestReasons = Static<typeof RequestReasons>;

export const requestReasons = defineCommand<RequestReasons>({
  name: 'requestReasons',
  title: 'Registrer at parten ber om begrunnelse',
  summary:
    'Registers that the party asks, within the time to appeal, for the reasons of an approval that had none: the time runs anew from when notice of them arrives. FVL §§ 24 and 29.',
  schema: RequestReasons,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: ['rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ requestedOn }) => requestedOn,
  allowed: notifyMoment,
  decide: decideRequestReasons,
  example: { decision: 1, requestedOn: '2025-02-03' },
});
