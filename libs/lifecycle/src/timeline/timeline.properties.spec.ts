import { describe, expect, test } from '@jest/globals';
import { type PlainDate, date, dayAfter, daysInclusive, isAfter, isBefore } from '@kvp/calendar';
import fc from 'fast-check';
import { caseEvents } from '../catalogue.ts';
import { foldCase } from '../evolve.ts';
import { type CaseState, type Pause, initialState } from '../kernel/state.ts';
import { applied, granted, started } from '../testing/events.ts';
import { duration, uncappedMaxima } from './duration.ts';
import { stateFromJson, stateToJson } from './json.ts';
import { isPausedOn } from './phase.ts';
import { statusAt } from './status.ts';

const START = date('2024-01-08');
const day = (n: number): PlainDate => START.add({ days: n });
const running: CaseState = foldCase([
  applied({ receivedOn: '2023-12-01' }),
  granted({ from: '2024-01-08', to: '2025-01-07' }),
  started('2024-01-08'),
]);
/** Decided so far ahead, and so that no maximum cuts it short, that every day is covered. */
const decided: CaseState = { ...running, decisionPeriods: [{ decidedIn: 1, from: START, to: day(3000), beyondTwoYears: 'covid' }] };

const pauses = fc.array(
  fc
    .record({
      from: fc.integer({ min: 0, max: 1200 }),
      length: fc.option(fc.integer({ min: 1, max: 200 })),
      countsTowardDuration: fc.boolean(),
    })
    .map(({ from, length, countsTowardDuration }): Pause => ({
      decidedIn: 3,
      legalForm: countsTowardDuration ? 'LEAVE_WITH_STIPEND' : 'INTERRUPTION',
      cause: 'other',
      provision: 'STL § 34',
      from: day(from),
      plannedTo: null,
      resumedOn: length === null ? null : day(from + length),
      returns: [],
      countsTowardDuration,
      withStipend: countsTowardDuration,
      protectedFrom: null,
    })),
  { maxLength: 5 },
);
const someDay = fc.integer({ min: 0, max: 1500 }).map(day);

const isAway = (all: readonly Pause[], on: PlainDate, asOf: PlainDate): boolean =>
  all.some((pause) => !pause.countsTowardDuration && isPausedOn(pause, on) && (pause.resumedOn !== null || !isAfter(on, asOf)));

describe('counting', () => {
  test('counted days and days that do not count are the calendar days, each once', () => {
    fc.assert(
      fc.property(pauses, someDay, (all, asOf) => {
        const state = { ...decided, pauses: all };
        const away = Array.from({ length: daysInclusive(START, asOf) }, (_, n) => day(n)).filter((on) => isAway(all, on, asOf));
        expect(duration(state, asOf).countedDays + away.length).toBe(daysInclusive(START, asOf));
      }),
    );
  });

  test('the maximum is the day that counting day by day comes to', () => {
    fc.assert(
      fc.property(pauses, someDay, (all, asOf) => {
        const state = { ...decided, pauses: all };
        const { ordinary } = uncappedMaxima(state, decided.start!, asOf);
        let last = START;
        for (let left = decided.start!.ordinaryDays; ; last = dayAfter(last)) {
          if (!isAway(all, last, asOf)) left -= 1;
          if (left === 0) break;
        }
        expect(ordinary).toEqual(last);
      }),
    );
  });

  test('a pause never shortens what remains', () => {
    fc.assert(
      fc.property(pauses, pauses, someDay, (all, more, asOf) => {
        const without = duration({ ...decided, pauses: all }, asOf);
        const withMore = duration({ ...decided, pauses: [...all, ...more] }, asOf);
        expect(withMore.countedDays).toBeLessThanOrEqual(without.countedDays);
        expect(isBefore(withMore.maxEnd!, without.maxEnd!)).toBe(false);
        expect(isBefore(withMore.absoluteMaxEnd!, without.absoluteMaxEnd!)).toBe(false);
      }),
    );
  });

  test('the order in which pauses were registered does not matter', () => {
    fc.assert(
      fc.property(pauses, someDay, (all, asOf) => {
        const status = statusAt({ ...decided, pauses: all }, asOf);
        const { pause, ...reversed } = statusAt({ ...decided, pauses: [...all].reverse() }, asOf);
        expect(reversed).toEqual({ ...status, pause: undefined });
        expect(pause?.legalForm).toBe(status.pause?.legalForm);
      }),
    );
  });
});

test('evolve is total: any events in any order fold into a state that answers on any day, and that JSON keeps', () => {
  const examples = Object.values(caseEvents).map(({ example }) => example);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...examples), { maxLength: 12 }), someDay, (history, asOf) => {
      const state = foldCase(history, initialState);
      expect(() => statusAt(state, asOf)).not.toThrow();
      expect(stateFromJson(stateToJson(state))).toEqual(state);
    }),
  );
});
