import { test } from '@jest/globals';
import { given, granted, recordAbsence, started } from '../testing/index.ts';

const running = given(granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13'));

test('the six weeks are 42 days from the birth, itself the first (§ 11.35)', () => {
  // 10 March + 41 days: 22 days of March, then 20 of April.
  const leave = { kind: 'birthLeave', childBirthDate: '2025-03-10', from: '2025-03-10' } as const;
  running.when(recordAbsence({ ...leave, to: '2025-04-20' })).then({ type: 'AbsenceRecorded', data: { countsTowardDuration: false } });
  running.when(recordAbsence({ ...leave, from: '2025-04-21', to: '2025-04-21' })).thenRefused('birth-leave-over');
  running.when(recordAbsence({ ...leave, from: '2025-03-09', to: '2025-03-12' })).thenRefused('birth-leave-before-birth');
});

test('the ten working days end the day before the due date (§ 11.35)', () => {
  // Due on Monday 12 May 2025. Ten working days back: 5–9 May are five, 28–30 April and 2 May four (1 May is free), 25 April the tenth.
  const leave = { kind: 'pregnancyLeave', childBirthDate: '2025-05-12' } as const;
  running.when(recordAbsence({ ...leave, from: '2025-04-25', to: '2025-05-11' })).then({ type: 'AbsenceRecorded' });
  running.when(recordAbsence({ ...leave, from: '2025-04-24', to: '2025-04-30' })).thenRefused('pregnancy-leave-outside');
  running.when(recordAbsence({ ...leave, from: '2025-05-09', to: '2025-05-12' })).thenRefused('pregnancy-leave-outside');
});
