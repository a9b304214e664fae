import { expect, test } from '@jest/globals';
import { caseEvents } from '@kvp/lifecycle';
import type { StatisticsRecord } from '@kvp/topics';
import { stateOf } from './to-state.ts';

/** A record with as much of the event's example as statistics are told; `told` names the fields. */
function record(sequence: number, type: string, functionalOn: string, data: object): StatisticsRecord {
  const pseudonym = { case: 'c'.repeat(32), person: 'p'.repeat(32), epoch: 1, birthYear: 1990 };
  const when = { functionalOn, recordedAt: `${functionalOn}T10:00:00.000Z`, codeVersion: 'test' };
  return { type, version: caseEvents[type]?.version ?? 1, ...pseudonym, sequence, ...when, data, personal: {} };
}

test('an appeal that was posted is folded, though the day of posting has no name of its own in what is published', () => {
  const state = stateOf(
    [
      record(0, 'ApplicationRegistered', '2025-01-06', { receivedOn: '2025-01-06', channel: 'digital' }),
      record(1, 'AppealReceived', '2025-05-05', { appeal: 1, receivedOn: '2025-05-07', decisions: [0] }),
      record(2, 'DeadlineAssessed', '2025-05-05', { appeal: 1, proof: 'posted', deadline: '2025-05-12', verdict: 'timely' }),
    ],
    null,
  );
  expect(state.appeals.map(({ verdict, postedOn }) => [verdict, String(postedOn)])).toEqual([['timely', '2025-05-05']]);
});
