import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LivedLife } from '../stage/lived.ts';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

let folder: string;
const write = (name: string, content: unknown): Promise<void> => writeFile(join(folder, name), JSON.stringify(content));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvp-play-'));
  await write('june.json', { ...shortLife('june'), asOf: '2025-06-30', months: ['2025-06'] });
});
afterAll(() => rm(folder, { recursive: true }));

async function playJson(life: object): Promise<LivedLife> {
  await write('one.json', life);
  const { out } = await kvp(['play', join(folder, 'one.json'), '--json']);
  return JSON.parse(out) as LivedLife;
}

test('--json has the shape that docs/play.md promises, and nothing else is on standard output', async () => {
  const { status, out } = await kvp(['play', join(folder, 'june.json'), '--json']);
  expect(status).toBe(0);
  expect(out.split('\n')).toEqual([expect.anything(), '']);
  expect(JSON.parse(out)).toEqual({
    id: 'june',
    results: [
      { type: 'apply', on: '2025-01-06', accepted: true, events: ['ApplicationRegistered'] },
      { type: 'grant', on: '2025-01-20', accepted: true, events: ['ProgrammeGranted', 'StipendAwarded'] },
      { type: 'start', on: '2025-02-03', accepted: true, events: ['ProgrammeStarted'] },
      {
        type: 'start',
        on: '2025-02-03',
        accepted: false,
        refusals: [
          {
            code: 'already-started',
            provision: 'STL § 31',
            message: 'Oppstarten er allerede registrert.',
            remedy: 'En feil dato rettes, den registreres ikke på nytt.',
          },
        ],
      },
    ],
    state: {
      phase: 'running',
      decidedUntil: '2026-02-02',
      countedDays: 148, // 26 + 31 + 30 + 31 + 30
      maxEnd: '2027-02-02',
      absoluteMaxEnd: '2028-02-02',
      decisionMissing: false,
      appealState: null,
    },
    schedule: [
      {
        month: '2025-06',
        payee: 'participant',
        stipendDays: 21,
        stipend: '21456.88', // 21 × 2.041 × 130 160 / 260
        childSupplement: '0.00',
        amount: '21456.88',
        settled: '0.00',
        difference: '21456.88',
        noWithholding: true,
      },
    ],
    deadlines: [
      ...[told('interim-reply', '2025-02-06', 'FVL § 11 a', 'settled'), told('start', '2025-07-06', 'STL § 31', 'settled')],
      // The decision and its one evaluation end on 2 February 2026, two counted years a year later.
      ...[told('period-end', '2026-02-02', 'KVPF § 2', 'ahead'), told('evaluation', '2026-02-02', 'KVPF § 1', 'ahead')],
      told('maximum', '2027-02-02', 'STL § 32', 'ahead'),
    ],
  });
});

const told = (kind: string, due: string, provision: string, standing: string): object => ({
  ...{ kind, due, provision, settled: standing === 'settled', standing, title: expect.stringMatching(/^[A-ZÆØÅ]/) },
});

test('a life is told to people in bokmål, each refusal with its provision and a way out', async () => {
  const { status, out } = await kvp(['play', join(folder, 'june.json')]);
  expect(status).toBe(0);
  expect(out).toContain('  4  2025-02-03  start: ikke gjennomført\n      STL § 31: Oppstarten er allerede registrert. (already-started)\n');
  expect(out).toContain('Status per 30. juni 2025');
  expect(out).toMatch(/2025-06\s+21\s+21\s456,88\skr\s+0,00\skr\s+21\s456,88\skr\s+uten skattetrekk/);
});

test('what was recorded after the moment asked about is not known', async () => {
  const life = shortLife('early');
  expect((await playJson({ ...life, asOf: '2025-01-31' })).state).toMatchObject({ phase: 'granted', decidedUntil: '2026-02-02' });
  expect((await playJson({ ...life, asOf: '2025-01-10' })).state).toMatchObject({ phase: 'applied', decidedUntil: null });
  expect((await playJson({ ...life, asOf: '2024-12-31' })).state).toMatchObject({ phase: null });
  // Asked with later knowledge about an earlier day, the phase is that day's and the decision is known.
  expect((await playJson({ ...life, asOf: '2025-01-10', knownAt: '2025-03-01' })).state).toMatchObject({
    phase: 'applied',
    decidedUntil: '2026-02-02',
  });
});

test('G of 2020 counts from May, once it can be known', async () => {
  const life = {
    ...shortLife('g-2020'),
    commands: [
      { type: 'apply', receivedOn: '2020-01-06' },
      { type: 'grant', decidedOn: '2020-01-20', from: '2020-02-03', to: '2021-02-02' },
      { type: 'start', startedOn: '2020-02-03' },
    ],
    months: ['2020-05'],
  };
  // 21 stipend days on 2 × 99 858 / 260, and on 2 × 101 351 / 260
  expect((await playJson({ ...life, asOf: '2020-09-20' })).schedule).toMatchObject([{ amount: '16130.91' }]);
  expect((await playJson({ ...life, asOf: '2020-09-21' })).schedule).toMatchObject([{ amount: '16372.08' }]);
});

test('an announced rate counts from its day, and only when it is known', async () => {
  const life = {
    ...shortLife('g-2027'),
    commands: [
      { type: 'apply', receivedOn: '2026-10-05' },
      { type: 'grant', decidedOn: '2026-10-19', from: '2026-11-02', to: '2027-11-01' },
      { type: 'start', startedOn: '2026-11-02' },
    ],
    rates: [{ kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value: 140_000 }],
    months: ['2027-06'],
  };
  // 22 × 2.041 × 140 000 / 260 = 24 178.0 (6 286 280 / 260), and 22 × 2.041 × 136 549 / 260
  expect((await playJson({ ...life, asOf: '2027-05-21' })).schedule).toMatchObject([{ amount: '24178.00' }]);
  expect((await playJson({ ...life, asOf: '2027-05-20' })).schedule).toMatchObject([{ amount: '23582.01' }]);
});

test('the policy of a life is settled through the door of the municipality before anything else', async () => {
  const policy = [{ effectiveFrom: '2007-11-01', monthModel: 'A', absenceReducesChildSupplement: false }];
  expect((await playJson({ ...shortLife('policy'), policy })).results[0]).toMatchObject({ accepted: true });
});

test('a municipality that pays by twelfths: a whole month is a twelfth, a part of one its stipend days', async () => {
  const life = {
    ...shortLife('twelfths'),
    policy: [{ effectiveFrom: '2007-11-01', monthModel: 'B' }],
    commands: [
      { type: 'apply', receivedOn: '2026-05-04' },
      { type: 'grant', decidedOn: '2026-05-18', from: '2026-06-10', to: '2027-06-09' },
      { type: 'start', startedOn: '2026-06-10' },
    ],
    asOf: '2026-09-01',
    months: ['2026-06', '2026-07'],
  };
  // 2.041 × 136 549 / 12 = 23 224.7091; from Wednesday 10 June it is 15 of 22 days: 15 835.0289.
  expect((await playJson(life)).schedule).toMatchObject([{ amount: '15835.03' }, { amount: '23224.71' }]);
});

test('a life under four eyes comes out as it does without: what it does not tell, another person approves', async () => {
  const life = {
    ...shortLife('eyes'),
    commands: [
      { type: 'apply', receivedOn: '2025-01-06' },
      { type: 'grant', decidedOn: '2025-01-20', recordedOn: '2025-01-22', from: '2025-02-03', to: '2026-02-02' },
      { type: 'start', startedOn: '2025-02-03' },
      { type: 'terminate', decidedOn: '2025-06-02', lastDay: '2025-06-13', reason: 'completed' },
    ],
    asOf: '2025-07-01',
  };
  const alone = await playJson(life);
  const both = await playJson({ ...life, policy: [{ effectiveFrom: '2007-11-01', fourEyes: ['grant', 'terminate'] }] });
  expect({ ...both, results: [] }).toEqual({ ...alone, results: [] });
  expect(both.results.map((result) => result.accepted && result.events)).toEqual([
    ['ApplicationRegistered'],
    ['DecisionProposed', 'DecisionApproved', 'ProgrammeGranted', 'StipendAwarded'],
    ['ProgrammeStarted'],
    ['DecisionProposed', 'DecisionApproved', 'ProgrammeTerminated', 'CertificateIssued'],
  ]);
});

test('a life may tell itself what becomes of a proposal', async () => {
  const life = {
    ...shortLife('returned'),
    policy: [{ effectiveFrom: '2007-11-01', fourEyes: ['grant'] }],
    commands: [
      { type: 'apply', receivedOn: '2025-01-06' },
      { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
      { type: 'returnProposal', recordedOn: '2025-01-21', proposal: 1, reason: 'Begrunnelsen mangler.' },
      { type: 'approve', recordedOn: '2025-01-22', proposal: 1 },
    ],
    asOf: '2025-01-31',
  };
  const { results, state } = await playJson(life);
  expect(results).toMatchObject([
    { accepted: true },
    { accepted: true, events: ['DecisionProposed'] },
    { accepted: true, events: ['DecisionReturned'] },
    { accepted: false, refusals: [{ code: 'proposal-settled' }] },
  ]);
  expect(state.phase).toBe('applied');
});

test('a life goes on at the office that its case was moved to, and the next application comes to the first one again', async () => {
  const { results } = await playJson({
    ...shortLife('moved'),
    commands: [
      { type: 'apply', receivedOn: '2025-01-06' },
      { type: 'transferOffice', office: 'Nav Kristiansand sør', from: '2025-01-08' },
      { type: 'withdrawApplication', withdrawnOn: '2025-01-10' },
      { type: 'apply', receivedOn: '2025-01-13' },
      { type: 'addNote', on: '2025-01-13' },
    ],
    asOf: '2025-01-31',
  });
  expect(results.map((result) => result.accepted && result.events)).toEqual([
    ['ApplicationRegistered'],
    ['OfficeTransferred'],
    ['ApplicationWithdrawn'],
    ['ApplicationRegistered'],
    ['NoteAdded'],
  ]);
});

test('words, a plan and people are filled in where a life leaves them out', async () => {
  const { results } = await playJson({
    ...shortLife('few words'),
    policy: [{ effectiveFrom: '2007-11-01', fourEyes: ['grant'] }],
    commands: [
      { type: 'apply', receivedOn: '2025-01-06' },
      { type: 'assignCaseworker' },
      { type: 'addNote' },
      { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
      { type: 'returnProposal', proposal: 3 },
      { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
      { type: 'changePlan', from: '2025-02-03' },
    ],
    asOf: '2025-01-31',
  });
  expect(results.map(({ accepted }) => accepted)).toEqual([true, true, true, true, true, true, true]);
});

test('a policy with a setting that does not exist is named with its place', async () => {
  await write('one.json', { ...shortLife('policy'), policy: [{ effectiveFrom: '2007-11-01', fourEyes: ['fire'] }] });
  const { status, err } = await kvp(['play', join(folder, 'one.json'), '--json']);
  expect(status).toBe(2);
  expect(err).toMatch(/policy\[0\]\.fourEyes/);
});

test('what comes before any application is an outcome, not a fault of the file', async () => {
  const commands = [{ type: 'start', startedOn: '2025-02-03' }];
  const { results, state, schedule } = await playJson({ ...shortLife('no case'), commands });
  expect(results).toMatchObject([{ accepted: false, refusals: [{ code: 'case-not-found' }] }]);
  expect(state.phase).toBeNull();
  expect(schedule).toEqual([]);
});

test('lives do not know of each other, though they are of one person', async () => {
  const many = await mkdtemp(join(tmpdir(), 'kvp-many-'));
  for (let index = 0; index < 40; index += 1)
    await writeFile(join(many, `${String(index).padStart(2, '0')}.json`), JSON.stringify(shortLife(`life ${index}`)));
  const { status, out } = await kvp(['play', many, '--json']);
  await rm(many, { recursive: true });
  const lives = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LivedLife);
  expect(status).toBe(0);
  expect(lives.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_life, index) => `life ${index}`));
  expect(lives.every(({ results }) => results[0]?.accepted)).toBe(true);
});

test('a malformed life in a folder is named with file and place, and does not keep the others from being played', async () => {
  const mixed = await mkdtemp(join(tmpdir(), 'kvp-mixed-'));
  await writeFile(join(mixed, '1-good.json'), JSON.stringify(shortLife('good')));
  await writeFile(join(mixed, '2-bad.json'), JSON.stringify({ ...shortLife('bad'), commands: [{ type: 'fire' }] }));
  await writeFile(join(mixed, '3-good.json'), JSON.stringify(shortLife('also good')));
  const { status, out, err } = await kvp(['play', mixed, '--json']);
  await rm(mixed, { recursive: true });
  expect(status).toBe(2);
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  expect(err).toMatch(/2-bad\.json: commands\[0\]\.type: "fire" er ikke en kommando; kjente kommandoer er apply, /);
});

test.each([
  ['a file that is not there', ['play', '/nowhere/life.json'], /finnes ikke/],
  ['no file', ['play'], /missing required argument/],
  ['an unknown command', ['dance'], /unknown command/],
])('%s is told, and the exit status is 2', async (_what, args, expected) => {
  const { status, out, err } = await kvp(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(expected);
});
