import { expect, test } from '@jest/globals';
import { type PlainDate, contains, date, dayAfter, iso } from '@kvp/calendar';
import { type CaseState, type DomainEvent, decidedUntil, dueRecords, foldCase, statusAt } from '@kvp/lifecycle';
import { applied, extended, granted, interrupted, onLeave, resumed, started, terminated } from '@kvp/lifecycle/testing';
import fc from 'fast-check';
import { deadlinesOf } from './deadlines-of.ts';
import { standingAt } from './standing.ts';
import { lawAt } from './testing/told.ts';

const START = date('2024-01-08');
const on = (days: number) => iso(START.add({ days }));
const day = fc.integer({ min: 0, max: 1300 });

/** An event of a life as the log may hold it, in time or late. */
type Step = (state: CaseState) => DomainEvent;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.integer({ min: 30, max: 365 }), fc.integer({ min: -40, max: 40 })).map(([length, late]): Step => (state) => {
    const from = dayAfter(decidedUntil(state) ?? START);
    return extended({
      from: iso(from),
      to: iso(from.add({ days: length })),
      decidedOn: iso(from.add({ days: late })),
      afterLapse: late >= 0,
    });
  }),
  day.map((n) => () => onLeave({ from: on(n), plannedTo: on(n + 20) })),
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
  return foldCase(history);
});

const isOpen = (state: CaseState, kind: string, today: PlainDate): boolean =>
  deadlinesOf(state, lawAt).some((each) => each.kind === kind && ['due', 'overdue'].includes(standingAt(each, today)));

test('while nobody has decided the end, the breach stands open on exactly the days that no decision covers', () => {
  fc.assert(
    fc.property(life, day, (state, n) => {
      const today = date(on(n));
      // A late extension covers days that nobody had decided on when they came: the past of the deadline is shown as it was.
      fc.pre(state.end === null && !state.lapses.some((lapse) => contains(lapse, today)));
      const { decisionMissing } = statusAt(state, today);
      expect([iso(today), isOpen(state, 'period-expired', today)]).toEqual([iso(today), decisionMissing]);
    }),
  );
});

test('the end of a period and its breach never stand open on the same day', () => {
  fc.assert(
    fc.property(life, day, (state, n) => {
      const today = date(on(n));
      const open = deadlinesOf(state, lawAt).filter((each) => each.kind.startsWith('period-') && standingAt(each, today) !== 'settled');
      const about = open.filter(({ due }) => Temporal.PlainDate.compare(due, today) <= 0).map(({ about: revision }) => revision);
      expect(new Set(about).size).toBe(about.length);
    }),
  );
});

test('what the clock records changes no deadline', () => {
  fc.assert(
    fc.property(life, day, (state, n) => {
      const after = foldCase(dueRecords(state, date(on(n))), state);
      expect(deadlinesOf(after, lawAt)).toEqual(deadlinesOf(state, lawAt));
    }),
  );
});
