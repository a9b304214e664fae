import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LivedLife } from '../stage/lived.ts';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvp-play-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function playJson(life: object): Promise<LivedLife> {
  const file = join(folder, 'one.json');
  await writeFile(file, JSON.stringify(life));
  const { out } = await kvp(['play', file, '--json']);
  return JSON.parse(out) as LivedLife;
}

/** A rejection that statsforvalteren changed seven months after the application, and the grant that follows from it or does not. */
const changedOnAppeal = (outcome: string, grant: object = {}) => ({
  ...shortLife(`rejection-${outcome}`),
  commands: [
    { type: 'apply', receivedOn: '2026-01-05' },
    { type: 'reject', decidedOn: '2026-02-02', ground: 'conditionsNotMet' },
    { type: 'notifyDecision', channel: 'paper', sentOn: '2026-02-02', arrivedOn: '2026-02-04' },
    { type: 'appeal', receivedOn: '2026-02-20' },
    { type: 'reconsider', decidedOn: '2026-03-02', outcome: 'upheld' },
    { type: 'forwardAppeal', on: '2026-03-04' },
    { type: 'registerOutcome', decidedOn: '2026-08-03', outcome },
    { type: 'grant', decidedOn: '2026-08-10', from: '2026-09-01', to: '2027-08-31', ...grant },
  ],
  asOf: '2026-08-20',
});
const reference = { orderReference: 'Vedtaket i klagesaken, FVL § 34' };

test('the application keeps its day when a rejection is changed; only a life that says the order passes the six months (decided point 19)', async () => {
  const silent = await playJson(changedOnAppeal('changed'));
  expect(silent.results.at(-1)).toMatchObject({ accepted: false, refusals: [{ code: 'starts-too-late' }] });
  const referring = await playJson(changedOnAppeal('changed', reference));
  expect(referring.results.at(-1)).toMatchObject({ type: 'grant', accepted: true });
  expect(referring.state).toMatchObject({ phase: 'granted', appealState: 'decided' });
  const confirmed = await playJson(changedOnAppeal('confirmed', reference));
  expect(confirmed.results.at(-1)).toMatchObject({ type: 'grant', accepted: false });
  expect(confirmed.state).toMatchObject({ phase: 'rejected', appealState: 'decided' });
});

test('a payment run pays on the rates that were announced by then, however short before', async () => {
  const life = {
    ...shortLife('paid-on-a-new-g'),
    commands: [
      { type: 'apply', receivedOn: '2026-10-05' },
      { type: 'grant', decidedOn: '2026-10-19', from: '2026-11-02', to: '2027-11-01' },
      { type: 'start', startedOn: '2026-11-02' },
      { type: 'settle', month: '2027-04', on: '2027-05-10' },
      { type: 'settle', month: '2027-05', on: '2027-06-10' },
    ],
    rates: [{ kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value: 140_000 }],
    months: ['2027-04', '2027-05'],
    asOf: '2027-06-11',
  };
  // 22 × 2.041 × 136 549 / 260, and 21 × 2.041 × 140 000 / 260 = 21 × 1 099.
  expect((await playJson(life)).schedule).toMatchObject([
    { month: '2027-04', amount: '23582.01', settled: '23582.01', difference: '0.00' },
    { month: '2027-05', amount: '23079.00', settled: '23079.00', difference: '0.00' },
  ]);
});
