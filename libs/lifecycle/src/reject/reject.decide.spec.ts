import { describe, expect, test } from '@jest/globals';
import { applied, given, granted, reject } from '../testing/index.ts';

const application = applied({ receivedOn: '2025-01-06' });
const decidedOn = '2025-01-20';

describe('reject', () => {
  test('an application is rejected on a ground that the law has', () => {
    for (const ground of ['conditionsNotMet', 'disproportionatelyBurdensome'] as const)
      given(application).when(reject({ decidedOn, ground })).then({ type: 'ApplicationRejected', data: { decidedOn, ground } });
  });

  test('lack of capacity is no ground since 2019, and was one before', () => {
    given(application)
      .when(reject({ decidedOn, ground: 'lackOfCapacity' }))
      .thenRefused('unlawful-ground');
    given(applied({ receivedOn: '2018-11-01' }))
      .when(reject({ decidedOn: '2018-12-31', ground: 'lackOfCapacity' }))
      .then({ type: 'ApplicationRejected' });
    given(applied({ receivedOn: '2018-11-01' }))
      .when(reject({ decidedOn: '2019-01-01', ground: 'lackOfCapacity' }))
      .thenRefused('unlawful-ground');
  });

  test('the disproportionate burden came with the reform of 2019', () => {
    given(applied({ receivedOn: '2018-11-01' }))
      .when(reject({ decidedOn: '2018-12-31', ground: 'disproportionatelyBurdensome' }))
      .thenRefused('unlawful-ground');
  });

  test('a rejection is reasoned: in words, or by the condition that is not met', () => {
    given(application)
      .when(reject({ decidedOn, ground: 'conditionsNotMet', justification: ' ' }))
      .thenRefused('justification-required');
    given(application)
      .when(
        reject({
          decidedOn,
          ground: 'conditionsNotMet',
          justification: ' ',
          conditions: [{ condition: 'income', met: false, reason: 'Har dagpenger.' }],
        }),
      )
      .then({ type: 'ApplicationRejected', personal: { conditions: [{ condition: 'income', met: false, reason: 'Har dagpenger.' }] } });
    given(application)
      .when(reject({ decidedOn, ground: 'conditionsNotMet', justification: ' ', conditions: [{ met: false, reason: ' ' }] }))
      .thenRefused('condition-reason-required', 'justification-required');
    given(application)
      .when(reject({ decidedOn, ground: 'disproportionatelyBurdensome', justification: ' ' }))
      .thenRefused('justification-required');
  });

  test('who meets every condition has a right', () => {
    given(application)
      .when(reject({ decidedOn, ground: 'conditionsNotMet', conditions: [{ met: true, reason: 'Ja.' }] }))
      .thenRefused('no-unmet-condition');
  });

  test('only what waits is rejected, and not before it came', () => {
    given(application)
      .when(reject({ decidedOn: '2025-01-05', ground: 'conditionsNotMet' }))
      .thenRefused('decided-before-application');
    given(application, granted({ decidedOn, from: '2025-02-03', to: '2026-02-02' }))
      .when(reject({ decidedOn, ground: 'conditionsNotMet' }))
      .thenRefused('application-already-decided');
  });

  test('all that stands in the way is told at once', () => {
    const { decision } = given(application).when(reject({ decidedOn, ground: 'lackOfCapacity', justification: '' }), {
      today: '2025-01-19',
    });
    expect(decision.refusals?.map(({ code }) => code)).toEqual(['decided-in-future', 'unlawful-ground', 'justification-required']);
  });
});
