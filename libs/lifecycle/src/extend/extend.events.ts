import { norwegianDate, period } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { orderData, orderPersonal } from '../appeal/orders.ts';
import { keptMonthModels, monthModelsField } from '../grant/month-models.ts';
import { withoutPeriod } from '../grant/without-period.ts';
import { withoutEnd } from '../reinstate/without-end.ts';
import { RecordedPlan } from '../change-plan/plan-fields.ts';
import { planOf, withPlan } from '../change-plan/plan-recorded.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import type { DecisionPeriod } from '../kernel/state.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  from: isoDate('The first day of the new decision period.'),
  to: isoDate('The last day of the new decision period.'),
  withSpecialReasons: yesOrNo('Beyond two counted years, for special reasons.'),
  underCovidRule: Type.Optional(yesOrNo('Beyond the maximum, as the Covid-19 regulation let it until 30 September 2021.')),
  afterLapse: yesOrNo('Decided after the last period had run out: days without a decision, a breach of KVPF § 2.'),
  ...orderData,
  undoes: Type.Optional(revisionNumber('Revision of the decision to end the programme, when that was changed on appeal.')),
  ...monthModelsField,
  evaluationDates: Type.Optional(
    Type.Array(isoDate('A day of evaluation.'), { description: 'When the programme is evaluated, where a plan came with the decision.' }),
  ),
});
const personal = record({
  specialReasons: Type.Optional(
    record({
      necessary: yesOrNo('More time is necessary to reach the goal of work.'),
      progress: yesOrNo('The participant has made progress.'),
      workProbable: yesOrNo('Work is probable at the end.'),
      reason: Type.Optional(freeText('What the assessment rests on.')),
    }),
  ),
  justification: Type.Optional(freeText('Why the programme was extended.')),
  plan: Type.Optional(RecordedPlan),
  ...orderPersonal,
  ...backdatingField,
});

export type ProgrammeExtended = DomainEvent<'ProgrammeExtended', Static<typeof data>, Static<typeof personal>>;

const beyondTwoYears = (
  withSpecialReasons: boolean,
  underCovidRule: boolean,
  byAppeal: boolean,
): Pick<DecisionPeriod, 'beyondTwoYears'> => {
  if (byAppeal) return { beyondTwoYears: 'appeal' };
  if (underCovidRule) return { beyondTwoYears: 'covid' };
  return withSpecialReasons ? { beyondTwoYears: 'specialReasons' } : {};
};

export const programmeExtended = defineEvent<ProgrammeExtended>({
  type: 'ProgrammeExtended',
  version: 1,
  summary: 'The programme goes on for a new decision period.',
  schema: { data, personal },
  decision: 'extension',
  evolve: (state, { data, personal: { plan } }) => {
    const { decidedOn, from, to, afterLapse, withSpecialReasons, underCovidRule = false, evaluationDates = [] } = data;
    const { passesLimits = false, undoes } = data;
    const open = undoes === undefined ? state : withoutEnd(state, undoes);
    return {
      ...(plan === undefined ? open : withPlan(open, planOf(state.revision, from, evaluationDates, plan))),
      decisionPeriods: [
        ...state.decisionPeriods,
        {
          ...{ ...period(from, to), decidedIn: state.revision },
          ...{ ...beyondTwoYears(withSpecialReasons, underCovidRule, passesLimits), ...keptMonthModels(data) },
        },
      ],
      lapses: afterLapse ? [...state.lapses, period(from, decidedOn)] : state.lapses,
    };
  },
  undo: withoutPeriod,
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 32',
  audit: ({ data: { from, to, withSpecialReasons, afterLapse, appeal } }) =>
    [
      `Programmet forlenget fra ${norwegianDate(from)} til og med ${norwegianDate(to)}`,
      withSpecialReasons ? ' av særlige grunner' : '',
      appeal === undefined ? '' : ` etter klage ${String(appeal)}`,
      afterLapse ? '. Forrige vedtaksperiode var da utløpt uten vedtak.' : '.',
    ].join(''),
  published: 'published',
  example: {
    type: 'ProgrammeExtended',
    version: 1,
    data: { decidedOn: '2026-01-12', from: '2026-02-03', to: '2027-02-02', withSpecialReasons: false, afterLapse: false },
    personal: { justification: 'Deltakeren trenger mer tid for å fullføre praksisen.' },
  },
});
