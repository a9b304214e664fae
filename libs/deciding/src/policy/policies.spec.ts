import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type Actor, DEFAULT_POLICY, type PolicySet } from '@kvp/lifecycle';
import { openHouse } from '../testing/house.ts';

const DRIFT: Actor = { id: 'drift', role: 'operations', municipality: '4204', office: '1001' };

function house() {
  const { service, request } = openHouse();
  const set = (n: number, policy: PolicySet['data'], on = '2025-01-02') =>
    service.setPolicy({ ...request(n, 'policy', {}, on), actor: DRIFT, municipality: '4204', policy });
  return { service, set };
}

test('what is settled stands in the order it was set, with who and when, and counts from its day', async () => {
  const { service, set } = house();
  await set(1, { effectiveFrom: '2025-06-01', payDay: 12, leadTimes: { start: 30 } });
  await set(2, { effectiveFrom: '2025-02-01', payDay: 15, fourEyes: ['grant'] }, '2025-03-03');
  const { revision, rows, at } = await service.policyHistory('4204');
  expect(revision).toBe(1);
  expect(rows).toEqual([
    {
      revision: 0,
      settled: { effectiveFrom: '2025-06-01', payDay: 12, leadTimes: { start: 30 } },
      setBy: { id: 'drift', role: 'operations' },
      setAt: '2025-01-02T10:00:00.000Z',
    },
    {
      revision: 1,
      settled: { effectiveFrom: '2025-02-01', payDay: 15, fourEyes: ['grant'] },
      setBy: { id: 'drift', role: 'operations' },
      setAt: '2025-03-03T10:00:00.000Z',
    },
  ]);
  // Set afterwards, and back in time: it counts from 1 February all the same, and the row from June still changes what it says.
  expect(at(date('2025-01-31'))).toEqual(DEFAULT_POLICY);
  expect(at(date('2025-02-01'))).toEqual({ ...DEFAULT_POLICY, payDay: 15, fourEyes: ['grant'] });
  expect(at(date('2025-06-01'))).toEqual({ ...DEFAULT_POLICY, payDay: 12, fourEyes: ['grant'], leadTimes: { start: 30 } });
});

test('a municipality that has settled nothing has the defaults', async () => {
  const { revision, rows, at } = await house().service.policyHistory('0301');
  expect([revision, rows, at(date('2025-01-31'))]).toEqual([-1, [], DEFAULT_POLICY]);
});

test('the same again with the same key is one row; lists and parts are compared too', async () => {
  const { service, set } = house();
  const policy: PolicySet['data'] = { effectiveFrom: '2025-02-01', fourEyes: ['grant', 'reject'], leadTimes: { start: 30 } };
  const first = await set(1, policy);
  expect(await set(1, policy)).toEqual({ ...first, repeated: true });
  for (const other of [{ fourEyes: ['grant' as const] }, { leadTimes: { start: 31 } }, { payDay: 3 }])
    expect(await set(1, { ...policy, ...other })).toEqual({ kind: 'key-reused' });
  const { effectiveFrom } = policy;
  expect(await set(1, { effectiveFrom })).toEqual({ kind: 'key-reused' });
  expect((await service.policyHistory('4204')).rows).toHaveLength(1);
});
