import { date, norwegianDate, period } from '@kvp/calendar';
import { ENTRY_CONDITIONS } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { orderData, orderPersonal } from '../appeal/orders.ts';
import { RecordedPlan } from '../change-plan/plan-fields.ts';
import { planOf, withPlan } from '../change-plan/plan-recorded.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { keptMonthModels, monthModelsField } from './month-models.ts';
import { withoutPeriod } from './without-period.ts';
import { backdatingField, freeText, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';

/** The entry conditions as an event keeps them, grant or rejection alike. */
export const conditionAnswers = Type.Array(
  record({
    condition: Type.Optional(oneOf(ENTRY_CONDITIONS, 'Which condition of STL § 29.')),
    met: yesOrNo('Whether it is met.'),
    reason: freeText('What the answer rests on.'),
  }),
  { description: 'The entry conditions as answered.' },
);

const granted = {
  data: record({
    decidedOn: isoDate('The day the decision was made.'),
    from: isoDate('The planned start.'),
    to: isoDate('The last day of the decision period.'),
    startBy: isoDate('The last day to start by law.'),
    assessment: shortText('Reference to the assessment of work capacity.'),
    evaluationDates: Type.Array(isoDate('A day of evaluation.'), { description: 'When the programme is evaluated.' }),
    absenceClause: yesOrNo('Whether the decision reserves deductions for unauthorised absence.'),
    ...monthModelsField,
    ...orderData,
  }),
  personal: record({
    conditions: conditionAnswers,
    plan: Type.Optional(RecordedPlan),
    ...orderPersonal,
    ...backdatingField,
  }),
};

export type ProgrammeGranted = DomainEvent<'ProgrammeGranted', Static<typeof granted.data>, Static<typeof granted.personal>>;

export const programmeGranted = defineEvent<ProgrammeGranted>({
  type: 'ProgrammeGranted',
  version: 1,
  summary: 'The programme is granted for a first decision period.',
  schema: granted,
  decision: 'grant',
  evolve: (state, { data: { decidedOn, from, to, absenceClause, evaluationDates, ...models }, personal: { plan } }) => ({
    ...(plan === undefined ? state : withPlan(state, planOf(state.revision, from, evaluationDates, plan))),
    grant: {
      decidedOn: date(decidedOn),
      period: period(from, to),
      absenceClause,
      evaluationDates: evaluationDates.map(date),
      stipendFrom: null,
    },
    decisionPeriods: [{ ...period(from, to), decidedIn: state.revision, ...keptMonthModels(models) }],
  }),
  undo: (state, decidedIn) => ({ ...withoutPeriod(state, decidedIn), grant: null }),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 29',
  audit: ({ data: { from, to, appeal } }) =>
    `Kvalifiseringsprogram innvilget fra ${norwegianDate(from)} til og med ${norwegianDate(to)}` +
    (appeal === undefined ? '.' : `, etter klage ${String(appeal)}.`),
  published: 'published',
  example: {
    type: 'ProgrammeGranted',
    version: 1,
    data: {
      decidedOn: '2025-01-20',
      from: '2025-02-03',
      to: '2026-02-02',
      startBy: '2025-07-06',
      assessment: 'AEV-2025-17',
      evaluationDates: ['2025-05-05', '2025-11-03'],
      absenceClause: true,
    },
    personal: {
      conditions: [{ condition: 'capacity', met: true, reason: 'Vesentlig nedsatt arbeidsevne.' }],
      plan: {
        activities: [
          { content: 'Praksis på verksted', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30, from: '2025-02-03' },
          { content: 'Jobbsøkerkurs', measure: 'state', kind: 'jobSearch', hoursPerWeek: 7.5, from: '2025-02-03' },
        ],
        agreedWithParticipant: true,
        warnings: [],
      },
    },
  },
});

const awarded = {
  data: record({
    decidedOn: isoDate('The day the decision was made.'),
    from: isoDate('The first day that may carry stipend: the planned start.'),
    rule: oneOf(
      ['STL § 35', 'STL 1991 § 5A-7'],
      'The rule that is awarded. Amounts follow from it day by day, so that no new decision is needed when G changes.',
    ),
  }),
  personal: null,
};

export type StipendAwarded = DomainEvent<'StipendAwarded', Static<typeof awarded.data>, null>;

export const stipendAwarded = defineEvent<StipendAwarded>({
  type: 'StipendAwarded',
  version: 1,
  summary: 'The stipend is awarded by its rule, never as an amount.',
  schema: awarded,
  evolve: (state, { data: { from } }) => (state.grant === null ? state : { ...state, grant: { ...state.grant, stipendFrom: date(from) } }),
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 35',
  audit: ({ data: { from, rule } }) => `Kvalifiseringsstønad innvilget etter ${rule}, tidligst fra ${norwegianDate(from)}.`,
  published: 'published',
  example: { type: 'StipendAwarded', version: 1, data: { decidedOn: '2025-01-20', from: '2025-02-03', rule: 'STL § 35' }, personal: null },
});
