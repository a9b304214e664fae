import { norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { RecordedPlan } from './plan-fields.ts';
import { planOf, withPlan } from './plan-recorded.ts';

const data = record({
  from: isoDate('The first day that the plan is for.'),
  to: isoDate('The last day that it is for, unless another plan comes.'),
  evaluationDates: Type.Array(isoDate('A day of evaluation.'), { description: 'When the programme is evaluated.' }),
});

export type PlanChanged = DomainEvent<'PlanChanged', Static<typeof data>, RecordedPlan>;

export const planChanged = defineEvent<PlanChanged>({
  type: 'PlanChanged',
  version: 1,
  summary: 'The individual plan was made or changed: activities, hours a week and dates of evaluation.',
  schema: { data, personal: RecordedPlan },
  evolve: (state, { data: { from, evaluationDates }, personal }) =>
    withPlan(state, planOf(state.revision, from, evaluationDates, personal)),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 30',
  audit: ({ data: { from, to }, personal: { agreedWithParticipant } }) =>
    `Plan fra ${norwegianDate(from)} til og med ${norwegianDate(to)} fastsatt${agreedWithParticipant ? ' sammen med deltakeren.' : '. Deltakeren er ikke enig.'}`,
  published: 'published',
  example: {
    type: 'PlanChanged',
    version: 1,
    data: { from: '2025-05-05', to: '2026-02-02', evaluationDates: ['2025-08-04', '2025-11-03'] },
    personal: {
      activities: [
        { content: 'Praksis på verksted', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30, from: '2025-05-05' },
        { content: 'Jobbsøkerkurs', measure: 'state', kind: 'jobSearch', hoursPerWeek: 7.5, from: '2025-05-05' },
      ],
      agreedWithParticipant: true,
      warnings: [],
    },
  },
});
