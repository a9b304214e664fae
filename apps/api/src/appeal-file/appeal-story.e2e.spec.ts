import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verifyFile } from '@kvp/appeal-file';
import { commands } from '@kvp/lifecycle';
import { openCheckpointKeys } from '@kvp/notary';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { notRun, ranOn } from '../../../../test/support/report.ts';
import { application } from '../testing/lives.ts';
import { type ActorName, actors } from '../testing/test-api.ts';
import { startTestSystem, type TestSystem } from '../testing/test-system.ts';

/*
 * programme  |=== 3 Feb 2025 ... decided until 2 Feb 2026 ===|
 * terminated on 10 June with 30 June as the last day; appealed on 20 June; upheld by the office and forwarded on 1 July;
 * on 1 September it becomes known that the participant has supported a child since February;
 * statsforvalteren changes the decision on 6 October; the programme goes on from 1 July
 */
let house: TestSystem;
let folder: string;
let path: string;
let revision = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvp-story-'));
  const checkpointKeys = join(folder, 'checkpoint-keys.json');
  openCheckpointKeys(checkpointKeys, { create: 'kvp.example/log' });
  house = await startTestSystem(await testDatabase(), { checkpointKeys });
  const opened = await house.send('/cases', { body: { ...application(1), name: 'Prøve Person' }, headers: { 'x-time': '2025-01-06' } });
  path = `/cases/${String(opened.body['caseId'])}`;
  await step('2025-01-20', 'grant', commands['grant']!.example);
  await step('2025-02-03', 'start', { startedOn: '2025-02-03' });
  await step('2025-05-20', 'give-notice', { about: 'terminate', sentOn: '2025-05-20', answerBy: '2025-06-03', text: 'Du har ikke møtt.' });
  const justification = 'Deltakeren har ikke møtt siden 5. mai.';
  const about = await step('2025-06-10', 'terminate', { lastDay: '2025-06-30', reason: 'nonAttendance', justification });
  const letter = await step('2025-06-10', 'issue-letter', { about });
  await step('2025-06-12', 'notify-decision', { channel: 'paper', sentOn: '2025-06-10', arrivedOn: '2025-06-12', letter });
  await step('2025-06-20', 'appeal', { receivedOn: '2025-06-20', wants: 'Programmet skal fortsette.', grounds: 'Jeg var innlagt.' }, 'kim');
  await step('2025-06-25', 'reconsider', { outcome: 'upheld', justification: 'Fraværet er ikke dokumentert.' }, 'kim');
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** The revision of the first event that a command made. */
async function step(day: string, command: string, body: unknown, as: ActorName = 'kari'): Promise<number> {
  const answer = await house.send(`${path}/${command}`, { as, body, headers: { 'x-time': day, 'if-match': `"${revision}"` } });
  expect([command, answer.status, answer.body['detail'], answer.body['refusals']]).toEqual([command, 200, undefined, undefined]);
  revision = Number(answer.body['revision']);
  return (answer.body['events'] as { revision: number }[])[0]?.revision ?? revision;
}

async function file(knownAt: string, on = '2025-11-03'): Promise<Uint8Array> {
  const answer = await fetch(`${house.system.url}${path}/appeals/1/file?knownAt=${knownAt}`, {
    headers: { authorization: `Bearer ${await house.system.tokenFor(actors.kim)}`, 'x-time': on },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Øre that July 2025 comes to in the schedule. */
async function july(): Promise<unknown> {
  const { body } = await house.send(`${path}/schedule?atLeast=${revision}`);
  return (body['months'] as { month: string; amount: string }[]).find(({ month }) => month === '2025-07')?.amount;
}

const pageOf = (zip: Uint8Array, name: string): string =>
  strFromU8(unzipSync(zip)[name] ?? new Uint8Array())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');

let asForwarded: Uint8Array;
let asEnded: Uint8Array;

test('an appeal goes from the decision to changed stipend, through the doors', async () => {
  expect(await july()).toBeUndefined();
  asForwarded = await file('2025-06-30', '2025-06-30');
  await step('2025-07-01', 'forward-appeal', { statement: 'Vedtaket blir stående.', incompleteReason: 'Ettersendes.' }, 'kim');
  await step('2025-09-01', 'record-child', { birthDate: '2018-05-04', claimedOn: '2025-09-01', from: '2025-02-03' });
  await step('2025-10-06', 'register-outcome', { decidedOn: '2025-10-06', outcome: 'changed' }, 'kim');
  await step('2025-10-13', 'reinstate', { justification: 'Statsforvalteren har endret vedtaket.' });
  // 23 Mon–Fri days at 2.041 × 130 160 / 260 = 1 021.756, and 37 for the child: 23 × 1 058.756 = 24 351.388.
  expect(await july()).toBe('24351.39');
  asEnded = await file('2025-10-31');
});

test('the file of the moment of forwarding is the same bytes after all that came later', async () => {
  const again = await file('2025-06-30');
  expect(Buffer.compare(again, asForwarded)).toBe(0);
  expect(verifyFile(again).manifest?.treeSize).toEqual(expect.any(Number));
});

test('the fact that came late is in neither list of the file of then, and among the later facts in that of today', () => {
  const [then, now] = [asForwarded, asEnded].map((zip) => pageOf(zip, '02-faktum.html').split('Kommet til etter vedtaket'));
  expect(then?.join()).not.toMatch(/[Bb]arn/);
  expect(now?.[0]).not.toMatch(/[Bb]arn/);
  expect(now?.[1]).toMatch(/[Bb]arn/);
  // June, disputed or not: 21 days at 1 021.756, and with the child 21 × 37 more.
  const june = '08-beregning/2025-06-participant.html';
  expect(pageOf(asForwarded, june)).toContain('Beløp 21 456,88 kr');
  expect(pageOf(asEnded, june)).toContain('Beløp 22 233,88 kr');
});

test('whoever has the key from elsewhere finds it signed, whole and in the log', async () => {
  const { body } = await house.send('/log/checkpoint');
  const keys = (body['publicKeys'] as string[]).join('\n');
  for (const zip of [asForwarded, asEnded]) {
    const verdict = verifyFile(zip, keys);
    expect(verdict.looks.filter(({ holds }) => !holds)).toEqual([]);
    expect(verdict.looks.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Hver av de \d+ hendelsene står i loggen/));
  }
});

const where = spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
  encoding: 'utf8',
});
const browserPath = where.stdout.trim();
if (browserPath === '')
  notRun('browser', 'the file of a lived appeal in a browser: NOT RUN, there is no Chromium here (apt-get install chromium)');
else
  test('it opens in a real browser, from the disk and without a network, and says what happened', async () => {
    const browser: Browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
    ranOn('browser', `the file of a lived appeal in a browser: ran on Chromium ${browser.version()}`);
    const zip = join(folder, 'klage.zip');
    writeFileSync(zip, asEnded);
    for (const [name, content] of Object.entries(unzipSync(asEnded))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const page = await browser.newPage({ offline: true });
    const textOf = async (name: string): Promise<string> => {
      await page.goto(pathToFileURL(join(folder, name)).href);
      return (await page.innerText('body')).replaceAll('\u00a0', ' ');
    };
    const cover = await textOf('00-forside.html');
    expect(cover).toContain('Prøve Person');
    expect(cover).toContain('31. oktober 2025');
    expect(cover).toMatch(/Størrelsen på loggen da den ble signert\s+\d+ hendelser/);
    const told = await textOf('01-kronologi.html');
    for (const text of ['nonAttendance']) expect(told).not.toContain(text);
    for (const day of ['10. juni 2025', '20. juni 2025', '1. juli 2025', '6. oktober 2025', '13. oktober 2025'])
      expect(told).toContain(day);
    expect(await textOf('07-klagen.html')).toContain('Jeg var innlagt.');
    await textOf('verifiser/kontroller.html');
    await page.setInputFiles('#fil', zip);
    await page.waitForSelector('#svar.hel');
    expect(await page.locator('#svar li').last().innerText()).toBe('Filen er hel og uendret.');
    await browser.close();
  }, 60_000);
