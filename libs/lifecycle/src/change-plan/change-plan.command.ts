import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { changePlanMoment, decideChangePlan } from './change-plan.decide.ts';
import { planFields } from './plan-fields.ts';
import { PLAN_FOR_PLAY } from './plan-for-play.ts';

export const ChangePlan = record({
  from: isoDate('The first day that the plan is for; it lasts to the end of the decision period.'),
  ...planFields,
});
export type ChangePlan = Static<typeof ChangePlan>;

export const changePlan = defineCommand<ChangePlan>({
  name: 'changePlan',
  title: 'Endre plan',
  summary:
    'Makes or changes the individual plan with the participant: activities that fill the week, and dates of evaluation. STL §§ 30, 33 and 42; KVPF § 1.',
  schema: ChangePlan,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: ['granted', 'running', 'onLeave', 'interrupted'],
  lawOn: ({ from }) => from,
  allowed: (state, { today }) => changePlanMoment(state, today),
  decide: decideChangePlan,
  fillIn: () => PLAN_FOR_PLAY,
  example: {
    from: '2025-05-05',
    activities: [
      { content: 'Praksis på verksted', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 25 },
      { content: 'Jobbsøkerkurs', measure: 'state', kind: 'jobSearch', hoursPerWeek: 7.5, from: '2025-08-04' },
      { content: 'Fysioterapi og egentrening', measure: 'health', kind: 'health', hoursPerWeek: 5 },
      { content: 'Norskopplæring', measure: 'county', kind: 'education', hoursPerWeek: 7.5 },
    ],
    evaluationDates: ['2025-08-04', '2025-11-03'],
    agreedWithParticipant: true,
  },
});
