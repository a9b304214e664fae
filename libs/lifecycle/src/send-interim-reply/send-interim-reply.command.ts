import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { awaitsDecision } from '../kernel/guards.ts';
import { decideSendInterimReply } from './send-interim-reply.decide.ts';

export const SendInterimReply = record({
  sentOn: Type.Optional(isoDate('The day the reply was sent. Today when left out.')),
  reason: freeText('Why the application cannot be answered yet.'),
  expectedBy: Type.Optional(isoDate('When an answer can be expected, if it can be said.')),
});
export type SendInterimReply = Static<typeof SendInterimReply>;

export const sendInterimReply = defineCommand<SendInterimReply>({
  name: 'sendInterimReply',
  title: 'Send foreløpig svar',
  summary: 'Tells the applicant why there is no answer yet, and when it can be expected: within one month of the application. FVL § 11 a.',
  schema: SendInterimReply,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['applied'],
  lawOn: ({ sentOn }) => sentOn,
  allowed: awaitsDecision,
  decide: decideSendInterimReply,
  fillIn: () => ({ reason: 'Saken er under behandling.' }),
  example: { sentOn: '2025-02-03', reason: 'Vi venter på arbeidsevnevurderingen.', expectedBy: '2025-03-03' },
});
