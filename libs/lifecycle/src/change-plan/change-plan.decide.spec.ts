import { describe, expect, test } from '@jest/globals';
import { applied, changePlan, extended, given, granted, interrupted, rejected, started, terminated, withdrawn } from '../testing/index.ts';
import type { ChangePlan } from './change-plan.command.ts';
import { planChanged } from './change-plan.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const running = [application, granted({ from: '2025-02-03', to: '2026-02-02' }), started('2025-02-03')];

const work = { content: 'Praksis på verksted', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 30 } as const;
const search = { content: 'Jobbsøkerkurs', measure: 'state', kind: 'jobSearch', hoursPerWeek: 7.5 } as const;
const health = { content: 'Egentrening', measure: 'health', kind: 'health', hoursPerWeek: 7.5 } as const;

/** A plan from Monday 5 May 2025 that is full time and evaluated once. */
const plan = (facts: Partial<ChangePlan> = {}) =>
  changePlan({
    from: '2025-05-05',
    activities: [work, search],
    evaluationDates: ['2025-08-04'],
    agreedWithParticipant: true,
    ...facts,
  });

describe('changePlan', () => {
  test('what the participant does is sealed, the days are not', () => {
    const { decision, then } = given(...running).when(plan());
    then({
      type: 'PlanChanged',
      data: { from: '2025-05-05', to: '2026-02-02', evaluationDates: ['2025-08-04'] },
      personal: {
        activities: [
          { ...work, from: '2025-05-05' },
          { ...search, from: '2025-05-05' },
        ],
        warnings: [],
      },
    });
    expect(JSON.stringify(decision.events?.[0]?.data)).not.toContain('verksted');
  });

  test('from the grant to the end, also while it is interrupted', () => {
    given(...running.slice(0, 2))
      .when(plan({ from: '2025-02-03' }))
      .then({ type: 'PlanChanged' });
    given(...running, interrupted({ from: '2025-04-07' }))
      .when(plan())
      .then({ type: 'PlanChanged' });
    given(...running, terminated({ lastDay: '2025-04-30' }))
      .when(plan())
      .thenRefused('not-in-programme');
    given(application).when(plan()).thenRefused('not-granted');
    given(application, rejected('2025-01-20')).when(plan()).thenRefused('not-granted');
    given(...running.slice(0, 2), withdrawn('2025-01-31'))
      .when(plan())
      .thenRefused('application-withdrawn');
  });

  test('for the rest of the decision period that it begins in', () => {
    const two = given(...running, extended({ decidedOn: '2025-04-07', from: '2026-02-03', to: '2026-08-02' }));
    two.when(plan({ from: '2026-02-02', evaluationDates: ['2026-02-02'] }), { today: '2025-05-05' }).then({
      type: 'PlanChanged',
      data: { to: '2026-02-02' },
    });
    two.when(plan({ from: '2026-02-03', evaluationDates: ['2026-08-02'] }), { today: '2025-05-05' }).then({
      type: 'PlanChanged',
      data: { to: '2026-08-02' },
    });
    two.when(plan({ from: '2026-08-03' }), { today: '2025-05-05' }).thenRefused('plan-outside-period');
    two.when(plan({ from: '2025-02-02' }), { today: '2025-05-05' }).thenRefused('plan-outside-period');
  });

  test('the same again is nothing new', () => {
    const { from, evaluationDates } = planChanged.example.data;
    const { activities, agreedWithParticipant } = planChanged.example.personal;
    const planned = given(...running, planChanged.example);
    planned.when(plan({ from, evaluationDates, activities, agreedWithParticipant })).then();
    planned.when(plan({ from, activities, agreedWithParticipant, evaluationDates: ['2025-08-05'] })).then({ type: 'PlanChanged' });
  });
});

describe('evaluation (KVPF § 1)', () => {
  test('inside the days of the plan, both ends', () => {
    given(...running)
      .when(plan({ evaluationDates: ['2025-05-05', '2026-02-02'] }))
      .then({ type: 'PlanChanged' });
    given(...running)
      .when(plan({ evaluationDates: ['2025-05-04'] }))
      .thenRefused('evaluation-outside-period');
    given(...running)
      .when(plan({ evaluationDates: ['2026-02-03'] }))
      .thenRefused('evaluation-outside-period');
  });

  test('what was planned stands when nothing is said, and there is always one', () => {
    const dates = { evaluationDates: ['2025-04-07', '2025-11-03'] } as const;
    const decided = granted({ from: '2025-02-03', to: '2026-02-02', evaluationDates: [...dates.evaluationDates] });
    const body = { activities: [work, search], agreedWithParticipant: true };
    given(application, decided, started('2025-02-03'))
      .when(changePlan({ from: '2025-05-05', ...body }))
      .then({ type: 'PlanChanged', data: { evaluationDates: ['2025-11-03'] } });
    given(application, decided, started('2025-02-03'))
      .when(changePlan({ from: '2025-11-04', ...body }))
      .thenRefused('evaluation-dates-required');
  });
});

describe('the participant (STL § 42)', () => {
  test('may disagree, and is then heard', () => {
    given(...running)
      .when(plan({ agreedWithParticipant: false, participantView: 'Vil heller ta fagbrev.' }))
      .then({ type: 'PlanChanged', personal: { participantView: 'Vil heller ta fagbrev.', warnings: ['notAgreed'] } });
    given(...running)
      .when(plan({ agreedWithParticipant: false, participantView: ' ' }))
      .thenRefused('participant-view-required');
  });
});

describe('every activity', () => {
  test.each([
    ['outlasts the decision period', { to: '2026-02-03' }, 'activity-outside-period'],
    ['is over before the plan begins', { from: '2025-03-03', to: '2025-05-04' }, 'activity-outside-period'],
    ['begins before the programme', { from: '2025-02-02' }, 'activity-outside-period'],
    ['ends before it begins', { from: '2025-06-02', to: '2025-06-01' }, 'ends-before-it-starts'],
    ['has odd minutes', { hoursPerWeek: 7.6 }, 'plan-hours-not-in-quarters'],
    ['says nothing', { content: ' ' }, 'activity-content-required'],
  ] as const)('is refused when it %s', (_what, facts, code) => {
    given(...running)
      .when(plan({ activities: [work, search, { ...health, ...facts }] }))
      .thenRefused(code);
  });

  test('may have begun before the plan, with the programme at the earliest', () => {
    given(...running)
      .when(plan({ activities: [{ ...work, from: '2025-02-03' }, search] }))
      .then({ type: 'PlanChanged', personal: { activities: [{ from: '2025-02-03' }, { from: '2025-05-05' }] } });
  });
});
