import Type, { type Static } from 'typebox';
import { orderField } from '../appeal/orders.ts';
import { PLAN_FOR_PLAY } from '../change-plan/plan-for-play.ts';
import { IndividualPlan } from '../change-plan/plan-fields.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, record } from '../kernel/fields.ts';
import { SpecialReasons } from './special-reasons.ts';
import { decideExtend, extendMoment } from './extend.decide.ts';

export const ExtendProgramme = record({
  ...decisionFields,
  to: isoDate('The last day of the new decision period, which begins the day after the last one ends.'),
  specialReasons: Type.Optional(SpecialReasons),
  justification: Type.Optional(freeText('Why the programme is extended.')),
  plan: Type.Optional(IndividualPlan),
  ...orderField,
});
export type ExtendProgramme = Static<typeof ExtendProgramme>;

export const extend = defineCommand<ExtendProgramme>({
  name: 'extend',
  title: 'Forleng program',
  summary: 'Extends the programme by a new decision period. STL § 32; KVPF § 2.',
  schema: ExtendProgramme,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today, law }) => extendMoment(state, today, law),
  decide: decideExtend,
  fillIn: ({ to }) => ({
    justification: 'Deltakeren trenger mer tid for å nå målet.',
    ...(to === undefined ? {} : { plan: { ...PLAN_FOR_PLAY, evaluationDates: [to] } }),
    backdatingReason: 'Registrert i ettertid.',
  }),
  example: { to: '2027-02-02', justification: 'Deltakeren trenger mer tid for å fullføre praksisen.' },
});
