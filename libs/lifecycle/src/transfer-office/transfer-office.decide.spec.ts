import { describe, expect, test } from '@jest/globals';
import { applied, given, granted, started, terminated, transferOffice } from '../testing/index.ts';

const application = applied({ receivedOn: '2025-01-06' }); // at Nav Kristiansand
const office = 'Nav Kristiansand sør';

describe('transferOffice', () => {
  test('another office of the municipality gets the case; where it lies is sealed', () => {
    const { decision, then } = given(application).when(transferOffice({ office, from: '2025-03-03' }));
    then({ type: 'OfficeTransferred', data: { from: '2025-03-03' }, personal: { office } });
    expect(JSON.stringify(decision.events?.[0]?.data)).not.toContain('Kristiansand');
  });

  test('from today when nothing else is said, and also after the end', () => {
    const ended = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13'), terminated({ lastDay: '2025-05-30' })];
    given(application, ...ended)
      .when(transferOffice({ office }), { today: '2025-06-16' })
      .then({ type: 'OfficeTransferred', data: { from: '2025-06-16' } });
  });

  test('the office that has it gets nothing new', () => {
    given(application)
      .when(transferOffice({ office: 'Nav Kristiansand' }))
      .then();
  });

  test('not ahead, not before the application, and not to nowhere', () => {
    given(application)
      .when(transferOffice({ office, from: '2025-03-04' }), { today: '2025-03-03' })
      .thenRefused('date-in-future');
    given(application)
      .when(transferOffice({ office, from: '2025-01-06' }))
      .then({ type: 'OfficeTransferred' });
    given(application)
      .when(transferOffice({ office, from: '2025-01-05' }))
      .thenRefused('before-application');
    given(application)
      .when(transferOffice({ office: ' ' }))
      .thenRefused('office-required');
  });

  test('the municipality stays', () => {
    const { decision } = given(application).when(transferOffice({ office }));
    const { state } = given(application, ...(decision.events ?? []));
    expect(state.application).toMatchObject({ municipality: '4204', office });
  });
});
