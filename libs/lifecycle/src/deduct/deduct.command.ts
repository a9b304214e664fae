import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { decideDeduct, deductMoment } from './deduct.decide.ts';

export const Deduct = record({
  ...decisionFields,
  date: isoDate('The day of the absence.'),
  hours: Type.Number({ exclusiveMinimum: 0, maximum: 7.5, description: 'Hours away without permission, in quarters.' }),
  programmeDay: Type.Optional(yesOrNo('Whether the programme had activities on a day that is otherwise free (KVPF § 16).')),
  noticeGiven: Type.Optional(
    yesOrNo('Whether the participant was notified beforehand (FVL § 16). Required when the grant reserves no deductions.'),
  ),
  noticeException: Type.Optional(freeText('Which exception made notice needless.')),
  justification: Type.Optional(freeText('The circumstances it rests on. Required when the grant reserves no deductions.')),
});
export type Deduct = Static<typeof Deduct>;

export const deduct = defineCommand<Deduct>({
  name: 'deduct',
  title: 'Trekk for fravær uten tillatelse',
  summary:
    'Takes unauthorised hours off the stipend. It carries out the grant when that reserves deductions, and else is a decision of its own. STL § 36.',
  schema: Deduct,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ decidedOn, date }) => decidedOn ?? date,
  allowed: deductMoment,
  decide: decideDeduct,
  fillIn: () => ({
    noticeGiven: true,
    justification: 'Deltakeren møtte ikke og hadde ikke fått tillatelse til fravær.',
    backdatingReason: 'Registrert i ettertid.',
  }),
  example: { date: '2025-03-10', hours: 3.5, noticeGiven: true, justification: 'Deltakeren møtte ikke etter lunsj og ga ikke beskjed.' },
});
