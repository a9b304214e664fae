import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '@kvp/lifecycle';
import { endedInMay, forwardedInJune, lived, registerOutcome, reinstate } from '@kvp/lifecycle/testing';
import { participatesOn } from './case-facts.ts';
import { factsOf } from './facts-of.ts';

/*
 * programme  |=====|........outside........|=====   ended Friday 16 May 2025, on again from Monday 16 June by the outcome of an appeal
 */
test('who was reinstated on appeal takes part again, and did not on the days between (§§ 11.19 and 11.21)', () => {
  const state = foldCase(
    lived(
      forwardedInJune(endedInMay),
      registerOutcome({ decidedOn: '2025-09-01', outcome: 'changed', effectiveFrom: '2025-06-16' }),
      reinstate({ decidedOn: '2025-09-03' }),
    ),
  );
  const on = (day: `${number}-${number}-${number}`) => {
    const facts = factsOf(state, date(day))!;
    return [participatesOn(facts, day), facts.participation?.lastDay, facts.participation?.endedBy];
  };
  expect(on('2025-05-16')).toEqual([true, null, null]);
  expect(on('2025-05-17')).toEqual([false, '2025-05-16', 'completed']);
  expect(on('2025-06-15')).toEqual([false, '2025-05-16', 'completed']);
  expect(on('2025-06-16')).toEqual([true, null, null]);
});
