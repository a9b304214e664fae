import { expect, test } from '@jest/globals';
import { ratesBook } from '@kvp/deciding';
import { type DomainEvent, caseEvents } from '@kvp/lifecycle';
import { applied, granted, interrupted, started } from '@kvp/lifecycle/testing';
import { stipendFacts } from '@kvp/stipend';
import { LIVES, recorded, stateOf } from '../testing/lives.ts';
import { type ScheduledCase, paymentSchedule, scheduleOf } from './project.ts';

const { fold, details } = paymentSchedule;

const scheduled = (life: readonly DomainEvent[], policyRevision: number | null = null): ScheduledCase =>
  life.reduce((before, event, revision) => fold.evolve(before, recorded(event, revision, policyRevision)), fold.initial);

const rowsOf = (state: ScheduledCase) => (details?.write === 'replace' ? details.rowsOf(state, ratesBook([])) : []);
const changed = (before: ScheduledCase, after: ScheduledCase): boolean => details?.write === 'replace' && details.changed(before, after);

const YEAR = [applied(), granted({ from: '2025-02-03', to: '2026-02-02' }), started('2025-02-03')];

test('a line shows days and sum; what would tell of children and age is sealed', () => {
  const [february] = rowsOf(scheduled(YEAR, 4));
  // 20 weekdays from 3 February 2025, at 2.041 × 124 028 / 260 kroner: 19 472.396, in øre.
  expect(february?.row).toEqual({
    month: '2025-02',
    payee: 'participant',
    stipend_days: 20,
    amount_ore: 1_947_240,
    no_withholding: false,
    model: 'A',
    model_version: 1,
    rates_revision: '2026-07-02',
    policy_revision: 4,
  });
  expect(Object.keys(february?.personal ?? {}).sort()).toEqual(['childSupplement', 'exact', 'segments', 'stipend']);
});

const presence: DomainEvent = {
  type: 'AttendanceRegistered',
  version: 1,
  data: { from: '2025-03-03', to: '2025-03-03', days: 1 },
  personal: { registrations: [{ date: '2025-03-03', hours: 7.5, code: 'present' }] },
};

test('the collection agency has a line of its own from the day of its claim', () => {
  const child = caseEvents['ChildRecorded']!.example as DomainEvent<string, object, object>;
  const supported = {
    ...child,
    data: { from: '2025-02-03' },
    personal: { ...child.personal, birthDate: '2018-05-04', from: '2025-02-03' },
  };
  const claimed = { type: 'MaintenanceRecorded', version: 1, data: { from: '2025-02-24', agencyHasClaimed: true }, personal: null };
  const rows = rowsOf(scheduled([...YEAR, supported, claimed])).filter(({ row }) => row['month'] === '2025-02');
  // 15 days before 24 February with 37 of supplement, five from it without: 19 472.396 + 555 = 20 027.396; 5 × 37 = 185.
  expect(rows.map(({ row }) => [row['payee'], row['stipend_days'], row['amount_ore']])).toEqual([
    ['participant', 20, 2_002_740],
    ['collectionAgency', 5, 18_500],
  ]);
});

test('presence writes no line anew, and an interruption does', () => {
  const before = scheduled(YEAR, 1);
  const after = fold.evolve(before, recorded(presence, 3, 2));
  expect(changed(before, after)).toBe(false);
  expect(after.policyRevision).toBe(1);

  const paused = fold.evolve(after, recorded(interrupted({ from: '2025-06-02' }), 4, 2));
  expect(changed(after, paused)).toBe(true);
  expect(paused.policyRevision).toBe(2);
  expect(scheduleOf(paused, ratesBook([])).find(({ month }) => month === '2025-06')?.amount).toBe(0);
});

test('an event type that is not said to change the schedule changes no facts of any stipend', () => {
  const others = Object.values(caseEvents).filter(({ changes }) => !changes.includes('payment-schedule'));
  expect(others).not.toHaveLength(0);
  for (const life of Object.values(LIVES))
    for (const definition of others) {
      // An application begins a case, and is in no other place.
      if (definition.type === 'ApplicationRegistered' && life.length > 0) continue;
      const before = stateOf(life);
      expect(stipendFacts(definition.evolve(before, definition.example))).toEqual(stipendFacts(before));
    }
});

test.each(Object.entries(LIVES))('what is kept of a case brings its schedule back: %s', (_name, life) => {
  const state = scheduled(life, 7);
  const again = fold.fromJson(JSON.parse(JSON.stringify(fold.toJson(state))) as ReturnType<typeof fold.toJson>);
  expect(again).toEqual(state);
  expect(rowsOf(again)).toEqual(rowsOf(state));
});
