import type { IndividualPlan } from './plan-fields.ts';

/** A plan that any law accepts for any days, for a told life that says nothing of one. */
export const PLAN_FOR_PLAY: IndividualPlan = {
  activities: [
    { content: 'Arbeidsrettet tiltak', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30 },
    { content: 'Arbeidssøking', measure: 'municipal', kind: 'jobSearch', hoursPerWeek: 7.5 },
  ],
  agreedWithParticipant: true,
};
