import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LivedLife } from '../stage/lived.ts';
import { kvp } from '../testing/kvp.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvp-settle-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function play(life: object): Promise<LivedLife> {
  await writeFile(join(folder, 'life.json'), JSON.stringify(life));
  const { out } = await kvp(['play', join(folder, 'life.json'), '--json']);
  return JSON.parse(out) as LivedLife;
}

/** G of 2020 was fixed in September, with effect from 1 May (rulebook § 5.2). */
const LIFE_2020 = {
  ...{ id: 'g-2020', municipality: '4204', person: { birthDate: '1985-04-02' } },
  commands: [
    { type: 'apply', receivedOn: '2020-01-06' },
    { type: 'grant', decidedOn: '2020-01-20', from: '2020-04-01', to: '2021-03-31' },
    { type: 'start', startedOn: '2020-04-01' },
    { type: 'settle', month: '2020-05', on: '2020-06-03' },
    { type: 'settle', month: '2020-06', on: '2020-06-30' },
    { type: 'settle', month: '2020-09', on: '2020-10-05' },
  ],
  months: ['2020-05'],
};

test('the G of 2020: paid on the old one in June, made good in October, and each known at its time', async () => {
  const later = await play({ ...LIFE_2020, asOf: '2020-10-31', knownAt: '2020-10-31' });
  expect(
    later.results
      .slice(3)
      .map(({ accepted, ...rest }) => [accepted, 'events' in rest ? rest.events : rest.refusals.map(({ code }) => code)]),
  ).toEqual([
    [true, ['PaymentRunOpened', 'PaymentRunCompleted']],
    [false, ['month-not-ended']],
    [true, ['PaymentRunOpened', 'PaymentRunCompleted']],
  ]);
  // May 2020 has 21 weekdays: 21 × 2 × 101 351 / 260 = 16 372.0846; on the G of 2019, 21 × 2 × 99 858 / 260 = 16 130.9077.
  expect(later.schedule).toMatchObject([{ amount: '16372.08', settled: '16372.08', difference: '0.00' }]);
  const before = await play({ ...LIFE_2020, asOf: '2020-08-31', knownAt: '2020-08-31' });
  expect(before.schedule).toMatchObject([{ amount: '16130.91', settled: '16130.91', difference: '0.00' }]);
});

test('under four eyes another approves, so that only what the life says decides the outcome', async () => {
  const policy = [{ effectiveFrom: '2007-11-01', paymentRunFourEyes: true }];
  const { results, schedule } = await play({
    ...LIFE_2020,
    policy,
    commands: LIFE_2020.commands.slice(0, 4),
    asOf: '2020-06-30',
    knownAt: '2020-06-30',
  });
  expect(results.at(-1)).toMatchObject({
    events: ['PaymentRunOpened', 'PaymentRunProposed', 'PaymentRunApproved', 'PaymentRunCompleted'],
  });
  expect(schedule).toMatchObject([{ settled: '16130.91' }]);
});
