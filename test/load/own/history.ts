import { type IsoDate, date, iso } from '@kvp/calendar';
import { type RecordedCaseEvent, history, knownAtOf } from '@kvp/history';
import { type CaseState, type DomainEvent, evolve, initialState } from '@kvp/lifecycle';
import { schedule, stipendFacts } from '@kvp/stipend';
import { program } from '../harness/program.ts';

export interface HistoryMeasured {
  readonly name: string;
  readonly events: number;
  /** Means, in milliseconds of a processor. */
  readonly history: number;
  /** The bare fold of the same events. */
  readonly fold: number;
  /** The schedule of the state that they lead to: three years. */
  readonly schedule: number;
}

const EVENTS = 500;
const LEAST_ROUNDS = 20;
const LASTS_MS = 1_000;
const FIRST_DAY = date('2023-06-05');
const RECORDED_AT = '2026-05-05T07:00:00.000Z';

const recorded = (type: string, data: object, personal: object | null = null): Omit<RecordedCaseEvent, 'revision'> => ({
  event: { type, version: 1, data, personal } as unknown as DomainEvent,
  metadata: {
    actor: { id: 'saksbehandler-1', role: 'caseworker' },
    recordedAt: RECORDED_AT,
    law: { release: 'bench', ratesRevision: 'bench', policyRevision: null },
  },
});

const extended = (from: string, to: string, withSpecialReasons: boolean) =>
  recorded(
    'ProgrammeExtended',
    { decidedOn: from, from, to, withSpecialReasons, afterLapse: false },
    { justification: 'Trenger mer tid.' },
  );

/** Three years in programme. */
const programmeOf3Years = [
  recorded(
    'ApplicationRegistered',
    { personId: 'p', receivedOn: '2023-05-02', channel: 'paper' },
    { birthDate: '1990-04-02', municipality: '4204', office: '1001' },
  ),
  recorded(
    'ProgrammeGranted',
    {
      ...{ decidedOn: '2023-05-20', from: '2023-06-05', to: '2024-06-04', startBy: '2023-11-02' },
      ...{ assessment: 'A', evaluationDates: ['2023-09-01'], absenceClause: true },
    },
    { conditions: [] },
  ),
  recorded('ProgrammeStarted', { startedOn: '2023-06-05', late: false, startBy: '2023-11-02', ordinaryDays: 731, absoluteDays: 1096 }),
  extended('2024-06-05', '2025-06-04', false),
  extended('2025-06-05', '2026-06-04', true),
];

/** Every second day, so that no two are one absence. */
const dayOf = (nth: number): IsoDate => iso(FIRST_DAY.add({ days: nth * 2 }));

const attendance = (nth: number) =>
  recorded(
    'AttendanceRegistered',
    { from: dayOf(nth), to: dayOf(nth), days: 1 },
    { registrations: [{ date: dayOf(nth), hours: 7.5, code: 'present' }] },
  );
const absence = (nth: number) =>
  recorded(
    'AbsenceRecorded',
    { from: dayOf(nth), to: dayOf(nth), withStipend: false, countsTowardDuration: true },
    { kind: 'unauthorised', hours: 3, provision: 'STL § 36' },
  );
const child = (nth: number) => recorded('ChildRecorded', {}, { birthDate: '2015-01-01', from: '2023-06-05', childNumber: nth + 1 });

const life = (more: number, of: (nth: number) => Omit<RecordedCaseEvent, 'revision'>): readonly RecordedCaseEvent[] =>
  [
    ...programmeOf3Years,
    ...Array.from({ length: EVENTS - programmeOf3Years.length - more }, (_, nth) => attendance(nth)),
    ...Array.from({ length: more }, (_, nth) => of(nth)),
  ].map((event, revision) => ({ ...event, revision }));

const LIVES = {
  'attendance alone': life(0, attendance),
  '50 absences': life(50, absence),
  '100 children': life(100, child),
};

/**
 * Milliseconds of this thread, the mean of many rounds: other programs shall not be measured with it, and the kernel tells processor time in
 * steps of some milliseconds, so that one round alone may seem to take none.
 */
function mean(work: () => unknown): number {
  work();
  const from = process.threadCpuUsage();
  let rounds = 0;
  for (const end = performance.now() + LASTS_MS; rounds < LEAST_ROUNDS || performance.now() < end; rounds += 1) work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1_000 / rounds;
}

await program(async (): Promise<readonly HistoryMeasured[]> =>
  Object.entries(LIVES).map(([name, events]) => {
    const fold = (): CaseState => events.reduce((state, { event }) => evolve(state, event), initialState);
    const facts = stipendFacts(fold());
    if (facts === null) throw new Error('Nobody has begun.');
    const moment = { asOf: date('2026-05-01'), knownAt: knownAtOf('2026-06-01') ?? Temporal.Now.instant() };
    return {
      ...{ name, events: events.length },
      history: mean(() => history(events, moment)),
      fold: mean(fold),
      schedule: mean(() => schedule(facts)),
    };
  }),
);
