import { describe, test } from '@jest/globals';
import { applied, given, granted, start, started } from '../testing/index.ts';

const application = applied({ receivedOn: '2025-01-06' });
const grant = granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' });

describe('start', () => {
  test('the limits in days are fixed: two and three years from the start', () => {
    // 3 February 2025 to 2 February 2027 is 365 + 365 days, to 2 February 2028 another 365.
    given(application, grant)
      .when(start({ startedOn: '2025-02-03' }))
      .then({ type: 'ProgrammeStarted', data: { startedOn: '2025-02-03', late: false, ordinaryDays: 730, absoluteDays: 1095 } });
  });

  test('from 29 February the last day of two years is 27 February: 730 days with no leap day but the first (§ 11.3)', () => {
    given(applied({ receivedOn: '2024-01-08' }), granted({ decidedOn: '2024-01-20', from: '2024-02-29', to: '2025-02-27' }))
      .when(start({ startedOn: '2024-02-29' }))
      // 29 Feb 2024 – 28 Feb 2025 is 366 days, – 27 Feb 2026 is 364 more; – 27 Feb 2027 is 365 more.
      .then({ type: 'ProgrammeStarted', data: { ordinaryDays: 730, absoluteDays: 1095 } });
  });

  test('a start after the six months is accepted and recorded as a breach (§ 11.7)', () => {
    given(application, grant)
      .when(start({ startedOn: '2025-07-06' }))
      .then({ type: 'ProgrammeStarted', data: { late: false } });
    given(application, grant)
      .when(start({ startedOn: '2025-07-07' }))
      .then({ type: 'ProgrammeStarted', data: { late: true, startBy: '2025-07-06' } });
  });

  test('never before the planned start, after the period, or in the future', () => {
    given(application, grant)
      .when(start({ startedOn: '2025-02-02' }))
      .thenRefused('starts-before-planned');
    given(application, grant)
      .when(start({ startedOn: '2026-02-03' }))
      .thenRefused('starts-after-period');
    given(application, grant)
      .when(start({ startedOn: '2025-02-04' }), { today: '2025-02-03' })
      .thenRefused('date-in-future');
  });

  test('once, and only when granted', () => {
    given(application)
      .when(start({ startedOn: '2025-02-03' }))
      .thenRefused('not-granted');
    given(application, grant, started('2025-02-03'))
      .when(start({ startedOn: '2025-02-03' }))
      .thenRefused('already-started');
  });
});
