import Type, { type Static } from 'typebox';
import { freeText, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import { ACTIVITY_KINDS, MEASURE_TYPES } from '../kernel/state/handling.ts';

const activity = {
  content: shortText('What the participant does, and where.', 500),
  measure: oneOf(MEASURE_TYPES, 'Who runs it: the state, the municipality, the county, the health service, or the participant alone.'),
  kind: oneOf(ACTIVITY_KINDS, 'What it does for the way to work. Paid work and time as an apprentice are part of full time.'),
  hoursPerWeek: Type.Number({ minimum: 0.25, maximum: 60, description: 'Hours a week, in quarters.' }),
};
const lastDay = Type.Optional(isoDate('The last day. That of the decision period when left out.'));

const asked = record({ ...activity, from: Type.Optional(isoDate('The first day. That of the plan when left out.')), to: lastDay });
const recorded = record({ ...activity, from: isoDate('The first day.'), to: lastDay });

const around = {
  lessThanFullTime: Type.Optional(freeText('Why the hours are fewer than full time in some week, such as the health of the participant.')),
  agreedWithParticipant: yesOrNo('Whether the participant agrees to it (STL § 42).'),
  participantView: Type.Optional(freeText('What the participant thinks of it. Required when they do not agree.')),
};

/** What the participant is to do, week by week, and when that is evaluated. STL § 30; KVPF § 1. */
export const planFields = {
  activities: Type.Array(asked, { minItems: 1, maxItems: 40, description: 'What fills the weeks. Together full time, every week.' }),
  evaluationDates: Type.Optional(
    Type.Array(isoDate('A day on which the programme is evaluated.'), {
      minItems: 1,
      maxItems: 60,
      description: 'When the programme is evaluated, inside the days of the plan. Those that were planned already when left out.',
    }),
  ),
  ...around,
};

/** The plan that comes with a decision period and is for all of it. */
export const IndividualPlan = record(planFields, 'The individual plan for the decision period. Checked against STL § 30 and KVPF § 1.');
export type IndividualPlan = Static<typeof IndividualPlan>;

/** What is lawful and yet worth a second look. */
const PLAN_WARNINGS = ['lessThanFullTime', 'coreIsMinor', 'jobSearchMissing', 'paidWorkAboveHalf', 'notAgreed'] as const;
export type PlanWarning = (typeof PLAN_WARNINGS)[number];

/** How events keep a plan: sealed, for it tells of health and schooling. Its dates of evaluation stand in the clear. */
const recordedPlan = {
  activities: Type.Array(recorded, { minItems: 1, description: 'What fills the weeks.' }),
  ...around,
  warnings: Type.Array(oneOf(PLAN_WARNINGS, 'What is worth a second look.'), {
    description: 'What is lawful and yet worth a second look.',
  }),
};
export const RecordedPlan = record(recordedPlan, 'The individual plan.');
export type RecordedPlan = Static<typeof RecordedPlan>;
