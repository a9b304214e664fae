import { describe, expect, test } from '@jest/globals';
import { applied, apply, given, grant, granted, started } from '../testing/index.ts';

const application = applied({ receivedOn: '2025-01-06', birthDate: '1990-04-02' });
const decidedOn = '2025-01-20';

describe('grant', () => {
  test('a grant fixes the period and awards the stipend by its rule, not as an amount', () => {
    given(application)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2026-02-02' }))
      .then(
        { type: 'ProgrammeGranted', data: { decidedOn, from: '2025-02-03', to: '2026-02-02', startBy: '2025-07-06', absenceClause: true } },
        { type: 'StipendAwarded', data: { decidedOn, from: '2025-02-03', rule: 'STL § 35' } },
      );
  });

  test('it reserves deductions for unauthorised absence as the municipality has settled, unless it says otherwise itself', () => {
    const settled = { policy: { absenceClause: false } };
    const period = { decidedOn, from: '2025-02-03', to: '2026-02-02' } as const;
    given(application)
      .when(grant(period), settled)
      .then({ type: 'ProgrammeGranted', data: { absenceClause: false } }, { type: 'StipendAwarded' });
    given(application)
      .when(grant({ ...period, absenceClause: true }), settled)
      .then({ type: 'ProgrammeGranted', data: { absenceClause: true } }, { type: 'StipendAwarded' });
  });

  test('one decision covers one year, and not a day more (KVPF § 2)', () => {
    given(application)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2026-02-03' }))
      .thenRefused('period-too-long');
  });

  test('the provision is that of the law of the day', () => {
    const { decision } = given(applied({ receivedOn: '2009-01-05', birthDate: '1970-04-02' })).when(
      grant({ decidedOn: '2009-02-01', from: '2009-03-02', to: '2010-03-02' }),
    );
    expect(decision.refusals).toMatchObject([{ code: 'period-too-long', provision: 'STL 1991 kap. 5A' }]);
  });

  test('the programme starts within six months of the application (STL § 31)', () => {
    given(application)
      .when(grant({ decidedOn, from: '2025-07-06', to: '2026-07-05' }))
      .then({ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' });
    given(application)
      .when(grant({ decidedOn, from: '2025-07-07', to: '2026-07-06' }))
      .thenRefused('starts-too-late');
  });

  test('a missing day number takes the last day of the month: 31 August plus six months is 28 February', () => {
    const autumn = applied({ receivedOn: '2024-08-31' });
    given(autumn)
      .when(grant({ decidedOn, from: '2025-02-28', to: '2025-08-27' }))
      .then({ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' });
    given(autumn)
      .when(grant({ decidedOn, from: '2025-03-01', to: '2025-08-27' }))
      .thenRefused('starts-too-late');
  });

  test('Covid-19 postponed the start by six months, and by six more for those postponed during 2020', () => {
    const spring = applied({ receivedOn: '2020-03-02' }); // six months: 2 September 2020
    given(spring)
      .when(grant({ decidedOn: '2020-06-01', from: '2021-03-02', to: '2021-09-01' }))
      .then(
        { type: 'ProgrammeGranted' },
        {
          type: 'StipendAwarded',
        },
      );
    given(spring)
      .when(grant({ decidedOn: '2020-06-01', from: '2021-03-03', to: '2021-09-01' }))
      .thenRefused('starts-too-late');
    given(spring)
      .when(grant({ decidedOn: '2021-02-01', from: '2021-09-02', to: '2022-03-01' }))
      .then(
        { type: 'ProgrammeGranted' },
        {
          type: 'StipendAwarded',
        },
      );
    given(spring)
      .when(grant({ decidedOn: '2021-02-01', from: '2021-09-03', to: '2022-03-01' }))
      .thenRefused('starts-too-late');
    const later = applied({ receivedOn: '2020-09-01' }); // six months: 1 March 2021, so not postponed during 2020
    given(later)
      .when(grant({ decidedOn: '2021-02-01', from: '2021-09-02', to: '2022-03-01' }))
      .thenRefused('starts-too-late');
  });

  test.each([
    ['2018-11-01', '2018-12-31', '2000-01-01', 'too-young'], // 18 on the start, but 19 was practised until 2018
    ['2018-11-01', '2019-01-01', '2001-01-02', 'too-young'], // 18 the day after
  ] as const)('received %s, start %s, born %s: %s', (receivedOn, from, birthDate, code) => {
    given(applied({ receivedOn, birthDate }))
      .when(grant({ decidedOn: from, from, to: '2019-06-30' }))
      .thenRefused(code);
  });

  test('from 2019 one may start on the 18th birthday', () => {
    given(applied({ receivedOn: '2019-01-02', birthDate: '2001-02-03' }))
      .when(grant({ decidedOn: '2019-01-15', from: '2019-02-03', to: '2020-02-02' }))
      .then({ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' });
  });

  test('the last day is the day before the 67th birthday, and nobody starts on it (§ 11.27)', () => {
    const old = applied({ receivedOn: '2025-01-06', birthDate: '1958-06-15' });
    given(old)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2025-06-14' }))
      .then({ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' });
    given(old)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2025-06-15' }))
      .thenRefused('beyond-upper-age');
    given(old)
      .when(grant({ decidedOn, from: '2025-06-15', to: '2025-07-01' }))
      .thenRefused('too-old');
  });

  test('all that is missing is told at once', () => {
    const { decision } = given(application).when(
      grant({
        decidedOn,
        from: '2025-07-07',
        to: '2026-07-07',
        assessment: ' ',
        evaluationDates: [],
        conditions: [{ condition: 'need', met: false, reason: 'Ordinære tiltak er nok.' }],
      }),
    );
    expect(decision.refusals?.map(({ code }) => code)).toEqual([
      'condition-not-met',
      'assessment-required',
      'period-too-long',
      'starts-too-late',
      'evaluation-dates-required',
    ]);
  });

  test('the conditions are answered one by one, each once and each with what it rests on', () => {
    const body = { decidedOn, from: '2025-02-03', to: '2026-02-02' } as const;
    const need = { condition: 'need', met: true, reason: 'Trenger tett oppfølging.' } as const;
    given(application)
      .when(grant({ ...body, conditions: [need, { ...need, condition: 'capacity' }] }))
      .then({ type: 'ProgrammeGranted', personal: { conditions: [need, { condition: 'capacity' }] } }, { type: 'StipendAwarded' });
    given(application)
      .when(grant({ ...body, conditions: [{ ...need, reason: ' ' }] }))
      .thenRefused('condition-reason-required');
    given(application)
      .when(grant({ ...body, conditions: [need, { ...need, reason: 'Ja.' }] }))
      .thenRefused('condition-answered-twice');
  });

  test('evaluation is inside the period, and the period is the right way round', () => {
    given(application)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2026-02-02', evaluationDates: ['2026-02-03'] }))
      .thenRefused('evaluation-outside-period');
    given(application)
      .when(grant({ decidedOn, from: '2025-02-03', to: '2025-02-02', evaluationDates: ['2025-02-03'] }))
      .thenRefused('ends-before-it-starts', 'evaluation-outside-period');
  });

  test('nothing is decided or begins before the application came', () => {
    given(application)
      .when(grant({ decidedOn: '2025-01-05', from: '2025-01-05', to: '2025-12-31' }))
      .thenRefused('starts-before-application', 'decided-before-application');
  });

  test('a decision bears today, or an earlier day for a stated reason', () => {
    const body = { decidedOn, from: '2025-02-03', to: '2026-02-02' } as const;
    given(application).when(grant(body), { today: '2025-01-19' }).thenRefused('decided-in-future');
    given(application)
      .when(grant({ ...body, backdatingReason: ' ' }), { today: '2025-01-21' })
      .thenRefused('backdating-reason-required');
    given(application)
      .when(grant({ ...body, backdatingReason: 'Systemet var nede.' }), { today: '2025-01-21' })
      .then({ type: 'ProgrammeGranted', personal: { backdatingReason: 'Systemet var nede.' } }, { type: 'StipendAwarded' });
  });

  test('only an application that waits can be granted', () => {
    const body = { from: '2025-02-03', to: '2026-02-02' } as const;
    given().when(grant(body)).thenRefused('case-not-found');
    given(application, granted({ decidedOn, ...body }), started('2025-02-03'))
      .when(grant(body))
      .thenRefused('application-already-decided');
    given(application).when(apply()).thenRefused('application-already-registered');
  });

  test('a plan may come with it: for the whole period, checked as any plan, sealed', () => {
    const body = { decidedOn, from: '2025-02-03', to: '2026-02-02' } as const;
    const work = { content: 'Praksis', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 37.5 } as const;
    const plan = { activities: [work], agreedWithParticipant: true };
    const asked = given(application).when(grant({ ...body, plan }));
    asked.then(
      { type: 'ProgrammeGranted', personal: { plan: { activities: [{ ...work, from: '2025-02-03' }], warnings: ['jobSearchMissing'] } } },
      { type: 'StipendAwarded' },
    );
    expect(JSON.stringify(asked.decision.events?.[0]?.data)).not.toContain('Praksis');
    const { state } = given(application, ...(asked.decision.events ?? []));
    expect(state.handling.plans.map(({ recordedIn, from }) => [recordedIn, String(from)])).toEqual([[1, '2025-02-03']]);
    given(application)
      .when(grant({ ...body, plan: { ...plan, activities: [{ ...work, hoursPerWeek: 30 }] } }))
      .thenRefused('not-full-time');
    given(application)
      .when(grant({ ...body, evaluationDates: ['2025-08-04'], plan: { ...plan, activities: [{ ...work, to: '2026-02-03' }] } }))
      .thenRefused('activity-outside-period');
  });
});
