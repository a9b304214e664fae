import Type, { type Static } from 'typebox';
import { ENTRY_CONDITIONS } from '@kvp/rulebook';
import { orderField } from '../appeal/orders.ts';
import { PLAN_FOR_PLAY } from '../change-plan/plan-for-play.ts';
import { IndividualPlan } from '../change-plan/plan-fields.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import { awaitsDecision } from '../kernel/guards.ts';
import { decideGrant } from './grant.decide.ts';

/** One entry condition of STL § 29, answered. */
export const ConditionAnswer = record({
  condition: Type.Optional(oneOf(ENTRY_CONDITIONS, 'Which condition of STL § 29. May be left out when the reason says it.')),
  met: yesOrNo('Whether the condition is met.'),
  reason: freeText('What the answer rests on.'),
});

export const GrantProgramme = record({
  ...decisionFields,
  from: isoDate('The planned start, at the latest six months after the application was received.'),
  to: isoDate('The last day of the decision period, at most one year from the planned start.'),
  conditions: Type.Optional(
    Type.Array(ConditionAnswer, { maxItems: 12, description: 'The entry conditions, answered one by one. Those left out are met.' }),
  ),
  assessment: Type.Optional(shortText('Reference to the assessment of work capacity (Nav act § 14 a). Required for a grant.')),
  evaluationDates: Type.Optional(
    Type.Array(isoDate('A day on which the programme is evaluated.'), {
      maxItems: 60,
      description: 'When the programme is evaluated, inside the decision period. At least one is required.',
    }),
  ),
  plan: Type.Optional(IndividualPlan),
  absenceClause: Type.Optional(
    yesOrNo('Whether the decision reserves deductions for unauthorised absence. By the municipality’s policy when left out.'),
  ),
  ...orderField,
});
export type GrantProgramme = Static<typeof GrantProgramme>;

export const grant = defineCommand<GrantProgramme>({
  name: 'grant',
  title: 'Innvilg program',
  summary: 'Grants the programme for a decision period and awards the stipend by rule. STL §§ 29–32 and 35; KVPF § 2.',
  schema: GrantProgramme,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['applied'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: awaitsDecision,
  decide: decideGrant,
  fillIn: ({ to }) => ({
    assessment: 'Arbeidsevnevurdering',
    ...(to === undefined ? {} : { evaluationDates: [to] }),
    plan: PLAN_FOR_PLAY,
    backdatingReason: 'Registrert i ettertid.',
  }),
  example: {
    from: '2025-02-03',
    to: '2026-02-02',
    conditions: [{ condition: 'capacity', met: true, reason: 'Arbeidsevnevurderingen viser vesentlig nedsatt arbeidsevne.' }],
    assessment: 'AEV-2025-17',
    evaluationDates: ['2025-05-05', '2025-11-03'],
    plan: {
      activities: [
        { content: 'Praksis på verksted', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30 },
        { content: 'Jobbsøkerkurs', measure: 'state', kind: 'jobSearch', hoursPerWeek: 7.5 },
      ],
      agreedWithParticipant: true,
    },
    absenceClause: true,
  },
});
