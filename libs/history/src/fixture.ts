import type { RecordedCaseEvent } from './recorded.ts';

/** An event recorded at an instant by the caseworker `a-1`. */
export const recorded = (
  recordedAt: string,
  type: string,
  data: object,
  personal: object | null = null,
): Omit<RecordedCaseEvent, 'revision'> => ({
  event: { type, version: 1, data, personal },
  metadata: {
    actor: { id: 'a-1', role: 'caseworker' },
    recordedAt,
    law: { release: '2026-07-02', ratesRevision: '2026-07-02', policyRevision: null },
  },
});

/** The same as a case: revisions from 0. */
export const caseOf = (...events: readonly Omit<RecordedCaseEvent, 'revision'>[]): readonly RecordedCaseEvent[] =>
  events.map((event, revision) => ({ ...event, revision }));

/** A month in programme, June 2025, applied for, granted and begun. */
export const june2025 = (): readonly Omit<RecordedCaseEvent, 'revision'>[] => [
  recorded(
    '2025-05-05T10:00:00.000Z',
    'ApplicationRegistered',
    { personId: 'p-1', receivedOn: '2025-05-02', channel: 'paper' },
    { birthDate: '1990-04-02', municipality: '4204', office: 'o-1' },
  ),
  recorded(
    '2025-05-20T12:30:00.000Z',
    'ProgrammeGranted',
    {
      decidedOn: '2025-05-20',
      from: '2025-06-02',
      to: '2025-06-30',
      startBy: '2025-11-02',
      assessment: 'AEV-1',
      evaluationDates: ['2025-06-30'],
      absenceClause: true,
    },
    { conditions: [{ condition: 'capacity', met: true, reason: 'Vesentlig nedsatt arbeidsevne.' }] },
  ),
  recorded('2025-06-02T07:00:00.000Z', 'ProgrammeStarted', {
    startedOn: '2025-06-02',
    late: false,
    startBy: '2025-11-02',
    ordinaryDays: 730,
    absoluteDays: 1095,
  }),
];
