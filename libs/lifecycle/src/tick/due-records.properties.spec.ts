import { expect, test } from '@jest/globals';
import { type PlainDate, date, dayAfter, iso } from '@kvp/calendar';
import fc from 'fast-check';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { CaseState } from '../kernel/state.ts';
import { applied, extended, granted, interrupted, onLeave, resumed, started, terminated } from '../testing/index.ts';
import { decidedUntil } from '../timeline/duration.ts';
import { phase } from '../timeline/phase.ts';
import { statusAt } from '../timeline/status.ts';
import { dueRecords, nextRecordOn } from './due-records.ts';

const START = date('2024-01-08');
const on = (days: number) => iso(START.add({ days }));
const day = fc.integer({ min: 0, max: 1300 });

/** An event of a life as the log may hold it, in time or late, decided ahead or not. */
type Step = (state: CaseState) => DomainEvent;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 30, max: 365 }), fc.integer({ min: -40, max: 40 }), fc.boolean())
    .map(([length, late, withSpecialReasons]): Step => (state) => {
      const from = dayAfter(decidedUntil(state) ?? START);
      const decidedOn = iso(from.add({ days: late }));
      return extended({ from: iso(from), to: iso(from.add({ days: length })), decidedOn, withSpecialReasons, afterLapse: late >= 0 });
    }),
  day.map((n) => () => onLeave({ from: on(n) })),
  day.map((n) => () => interrupted({ from: on(n) })),
  day.map((n) => () => resumed(on(n))),
  fc.tuple(day, fc.integer({ min: -60, max: 0 })).map(
    ([n, ahead]) =>
      () =>
        terminated({ lastDay: on(n), decidedOn: on(n + ahead) }),
  ),
);

const life = fc.array(step, { maxLength: 6 }).map((steps) => {
  const history: DomainEvent[] = [
    ...[applied({ receivedOn: '2023-12-01' }), granted({ from: iso(START), to: on(200) }), started(iso(START))],
  ];
  for (const next of steps) history.push(next(foldCase(history)));
  return history;
});

const days = (from: PlainDate, count: number): readonly PlainDate[] => Array.from({ length: count }, (_, n) => from.add({ days: n }));

test('the same status on every day, with and without what the clock records', () => {
  fc.assert(
    fc.property(life, day, (history, n) => {
      const before = foldCase(history);
      const records = dueRecords(before, date(on(n)));
      const after = foldCase(records, before);
      for (const each of days(START, 50).map((_, i) => START.add({ days: i * 37 })))
        expect(statusAt(after, each)).toEqual(statusAt(before, each));
      expect(dueRecords(after, date(on(n)))).toEqual([]);
    }),
  );
});

test('what is recorded is what the dates say: a decision is missing the day after, or the programme has ended there', () => {
  fc.assert(
    fc.property(life, day, (history, n) => {
      const state = foldCase(history);
      for (const { type, data } of dueRecords(state, date(on(n)))) {
        if (type === 'PeriodExpiredWithoutDecision') {
          const next = dayAfter(date((data as { decidedUntil: string }).decidedUntil));
          expect(statusAt(state, next).decisionMissing).toBe(true);
        } else {
          const last = date((data as { lastDay: string }).lastDay);
          expect([phase(state, last) === 'ended', phase(state, dayAfter(last))]).toEqual([false, 'ended']);
        }
      }
    }),
  );
});

test('from the day that it names on, and on none before, there is something to record', () => {
  fc.assert(
    fc.property(life, (history) => {
      const state = foldCase(history);
      const next = nextRecordOn(state);
      fc.pre(next !== null);
      expect(dueRecords(state, next.subtract({ days: 1 }))).toEqual([]);
      expect(dueRecords(state, next)).toHaveLength(1);
      expect(dueRecords(state, next.add({ days: 400 }))).toEqual(dueRecords(state, next));
    }),
  );
});
