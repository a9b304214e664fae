import { describe, expect, test } from '@jest/globals';
import { date, iso } from '@kvp/calendar';
import fc from 'fast-check';
import { commands } from '../catalogue.ts';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import {
  applied,
  contextOn,
  extended,
  factCorrected,
  granted,
  interrupted,
  onLeave,
  resumed,
  started,
  terminated,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

const START = date('2024-01-08');
const on = (days: number) => iso(START.add({ days }));
const day = fc.integer({ min: 0, max: 900 });

/** What may stand in a log after the start, in any order that a late registration gives it. */
const later = fc.array(
  fc.oneof(
    day.map((n): DomainEvent => onLeave({ from: on(n) })),
    day.map((n): DomainEvent => interrupted({ from: on(n) })),
    day.map((n): DomainEvent => resumed(on(n))),
    fc.constant<DomainEvent>(extended({ from: on(366), to: on(730), decidedOn: on(350) })),
  ),
  { maxLength: 6 },
);
const decision = fc.oneof(
  day.map((n): DomainEvent => onLeave({ from: on(n), decidedOn: on(0) })),
  day.map((n): DomainEvent => interrupted({ from: on(n), decidedOn: on(0) })),
  day.map((n): DomainEvent => terminated({ lastDay: on(n), decidedOn: on(0) })),
  day.map((n): DomainEvent => extended({ from: on(731), to: on(731 + n), decidedOn: on(0) })),
);

const before = [applied({ receivedOn: '2023-12-01' }), granted({ from: on(0), to: on(365) })];
const DAYS = Array.from({ length: 60 }, (_, n) => START.add({ days: n * 19 }));
/** How the case stands on many days; a pause is told by its days, for its revisions are those of its own log. */
const standing = (history: readonly DomainEvent[]) => {
  const state = foldCase(history);
  return DAYS.map((each) => {
    const { pause, decisionPeriod, ...status } = statusAt(state, each);
    return { ...status, pausedFrom: pause?.from.toString(), decidedFrom: decisionPeriod?.from.toString() };
  });
};

describe('what is undone leaves the case as it would have been', () => {
  test('a start that is corrected: as if it had been registered right, whatever has happened since', () => {
    fc.assert(
      fc.property(later, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (events, wrong, right) => {
        const corrected = [...before, started(on(wrong)), ...events, factCorrected(), started(on(right))];
        expect(standing(corrected)).toEqual(standing([...before, started(on(right)), ...events]));
      }),
    );
  });

  test('a return that is withdrawn: as if it had not been registered', () => {
    fc.assert(
      fc.property(later, day, (events, n) => {
        const life = [...before, started(on(0)), ...events];
        const corrects = life.length;
        const withdrawn = factCorrected({ corrects, type: 'ProgrammeResumed', withdrawn: true });
        expect(standing([...life, resumed(on(n)), withdrawn])).toEqual(standing(life));
      }),
    );
  });

  test('a decision that is reversed before it has run: as if it had not been made', () => {
    fc.assert(
      fc.property(later, decision, (events, made) => {
        const life = [...before, started(on(0)), ...events];
        const reverse = commands['reverse']!;
        const body = { ...reverse.fillIn?.({}), decision: life.length, decidedOn: on(0), ground: 'notNotified' };
        const reversal = reverse.decide(foldCase([...life, made]), body, contextOn(on(0)));
        expect(reversal.refusals ?? []).toEqual([]);
        expect(standing([...life, made, ...(reversal.events ?? [])])).toEqual(standing(life));
      }),
    );
  });
});
