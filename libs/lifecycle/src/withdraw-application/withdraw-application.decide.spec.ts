import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { isOpen, phase } from '../timeline/phase.ts';
import { applied, given, grant, granted, reject, rejected, start, started, withdrawApplication, withdrawn } from '../testing/index.ts';

const application = applied({ receivedOn: '2025-01-06' });
const grantedAhead = granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' });

describe('withdrawApplication', () => {
  test('an application can be withdrawn while it waits, and after the grant until the start', () => {
    given(application)
      .when(withdrawApplication({ withdrawnOn: '2025-01-15', reason: 'Har fått arbeid.' }))
      .then({ type: 'ApplicationWithdrawn', data: { withdrawnOn: '2025-01-15' }, personal: { reason: 'Har fått arbeid.' } });
    given(application, grantedAhead)
      .when(withdrawApplication({ withdrawnOn: '2025-01-31' }))
      .then({ type: 'ApplicationWithdrawn' });
    given(application, grantedAhead, started('2025-02-03'))
      .when(withdrawApplication({ withdrawnOn: '2025-02-03' }))
      .thenRefused('programme-has-started');
    given(application, rejected('2025-01-20'))
      .when(withdrawApplication({ withdrawnOn: '2025-01-21' }))
      .thenRefused('application-already-decided');
  });

  test('an applicant who dies before the start withdraws nothing: the application falls away', () => {
    const died = given(application, grantedAhead).when(withdrawApplication({ withdrawnOn: '2025-01-31', becauseOfDeath: true }));
    died.then({ type: 'ApplicationWithdrawn', data: { withdrawnOn: '2025-01-31', becauseOfDeath: true } });
    given(application, grantedAhead, ...(died.decision.events ?? []))
      .when(start({ startedOn: '2025-02-03' }))
      .thenRefused('application-withdrawn');
  });

  test('from that day on the case has ended, and the person may apply again', () => {
    const { state } = given(application, grantedAhead, withdrawn('2025-01-31'));
    expect(['2025-01-19', '2025-01-20', '2025-01-30', '2025-01-31', '2025-02-03'].map((day) => phase(state, date(day)))).toEqual([
      'applied',
      'granted',
      'granted',
      'ended',
      'ended',
    ]);
    expect([isOpen(state, date('2025-01-30')), isOpen(state, date('2025-01-31'))]).toEqual([true, false]);
  });

  test('what came on the day of the application counts, and nothing from before it or from tomorrow', () => {
    given(application)
      .when(withdrawApplication({ withdrawnOn: '2025-01-06' }))
      .then({ type: 'ApplicationWithdrawn' });
    given(application)
      .when(withdrawApplication({ withdrawnOn: '2025-01-05' }))
      .thenRefused('before-application');
    given(application)
      .when(withdrawApplication({ withdrawnOn: '2025-01-16' }), { today: '2025-01-15' })
      .thenRefused('date-in-future');
  });

  test('it is withdrawn once; sent again with the same day, nothing happens', () => {
    const gone = given(application, withdrawn('2025-01-15'));
    gone.when(withdrawApplication({ withdrawnOn: '2025-01-15' })).then();
    gone.when(withdrawApplication({ withdrawnOn: '2025-01-16' })).thenRefused('application-withdrawn');
  });

  test('nothing is decided or started after it, whatever day the decision bears', () => {
    const gone = given(application, withdrawn('2025-01-31'));
    gone.when(grant({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' })).thenRefused('application-withdrawn');
    gone.when(reject({ decidedOn: '2025-02-01', ground: 'conditionsNotMet' })).thenRefused('application-withdrawn');
    given(application, grantedAhead, withdrawn('2025-01-31'))
      .when(start({ startedOn: '2025-02-03' }))
      .thenRefused('application-withdrawn');
  });

  test('there must be an application', () => {
    given()
      .when(withdrawApplication({ withdrawnOn: '2025-01-15' }))
      .thenRefused('case-not-found');
  });
});
