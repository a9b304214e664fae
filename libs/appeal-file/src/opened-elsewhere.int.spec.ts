import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { notRun, ranOn } from '../../../test/support/report.ts';
import { verifyFile } from './verifier/verify-file.ts';

/** Files that were made once and are kept: they must open and hold in every later release. The later one is proven in a log that holds other cases too. */
const keptAt = (name: string): string => fileURLToPath(new URL(`../../../test/fixtures/appeal-file/${name}`, import.meta.url));
const GOLDEN = keptAt('klage-1.zip');
const IN_LOG = keptAt('klage-1-i-loggen.zip');

let folder: string;
let damaged: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvp-appeal-'));
  const bytes = readFileSync(GOLDEN);
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  damaged = join(folder, 'endret.zip');
  const changed = Buffer.from(bytes);
  // A byte in the middle of what is packed.
  changed[Math.floor(changed.length / 2)]! ^= 1;
  writeFileSync(damaged, changed);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('with nothing but Node', () => {
  const run = (file: string) =>
    spawnSync(process.execPath, [join(folder, 'verifiser/kontroller.mjs'), file], { env: {}, encoding: 'utf8', cwd: tmpdir() });

  test('the file from back then holds', () => {
    const { status, stdout } = run(GOLDEN);
    expect(stdout).toContain('OK   Manifestet er signert av kvp.eksempel.no/log.');
    expect(stdout).toContain('OK   Hver av de 10 hendelsene står i loggen, og ingen av dem er endret.');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Filen er hel og uendret.');
    expect(status).toBe(0);
  });

  test('so does the one among other cases, with the verifier of the first', () => {
    const { status, stdout } = run(IN_LOG);
    expect(stdout).toContain('OK   Hver av de 10 hendelsene står i loggen, og ingen av dem er endret.');
    expect(status).toBe(0);
  });

  test('one changed byte is found', () => {
    const { status, stdout } = run(damaged);
    expect([status, stdout.trimEnd().split('\n').at(-1)]).toEqual([1, 'Filen er ikke som den var da den ble laget.']);
  });
});

const where = spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
  encoding: 'utf8',
});
const browserPath = where.stdout.trim();

if (browserPath === '') notRun('browser', 'appeal file in a browser: NOT RUN, there is no Chromium here (apt-get install chromium)');
else
  describe('in a real browser, from the disk and without a network', () => {
    let browser: Awaited<ReturnType<typeof chromium.launch>>;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
      ranOn('browser', `appeal file in a browser: ran on Chromium ${browser.version()}`);
    }, 60_000);
    afterAll(() => browser.close());

    const opened = async (path: string) => {
      const page = await browser.newPage({ offline: true });
      await page.goto(pathToFileURL(join(folder, path)).href);
      return page;
    };

    test('the cover says whose appeal it is, when it was known, what is missing and what is inside', async () => {
      const page = await opened('00-forside.html');
      expect(await page.title()).toBe('Klage 1');
      const text = await page.innerText('body');
      expect(text).toContain('Prøve Person');
      expect(text).toContain('30. september 2025 kl. 23.59');
      expect(text).toContain('10 hendelser');
      expect(text).toContain('klagen slik parten skrev den');
      expect(text).toContain('08-beregning/2025-06-participant.html');
      await page.close();
    });

    test('facts from before the decision and since stand under their own headings', async () => {
      const page = await opened('02-faktum.html');
      expect(await page.locator('h2').allInnerTexts()).toEqual(['Kjent da vedtaket ble truffet', 'Kommet til etter vedtaket']);
      await page.close();
    });

    test('what a party wrote is text, and runs nothing', async () => {
      const page = await opened('07-klagen.html');
      expect(await page.innerText('body')).toContain('<script>alert(1)</script>');
      expect(await page.locator('script').count()).toBe(0);
      await page.close();
    });

    test('the page verifies the zip, and finds one changed byte', async () => {
      const page = await opened('verifiser/kontroller.html');
      const last = page.locator('#svar li').last();
      await page.setInputFiles('#fil', GOLDEN);
      await page.waitForSelector('#svar.hel');
      expect(await last.innerText()).toBe('Filen er hel og uendret.');
      await page.setInputFiles('#fil', damaged);
      await page.waitForSelector('#svar.brutt');
      expect(await last.innerText()).toBe('Filen er ikke som den var da den ble laget.');
      await page.close();
    });
  });

test.each([
  [GOLDEN, '3e75a3a0d8d616b4da105bb4114ab98ab92b189ab2b75098c48d2f1a8e4c2652'],
  [IN_LOG, '61d5a81b17856f9fa8d140d9dbc48e4a187b6dbc2f92b1e041a22f2122408605'],
])('the kept file is the one that was kept', (path, sha256) => {
  expect(execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64)).toBe(sha256);
  const { looks } = verifyFile(readFileSync(path));
  expect(looks.filter(({ holds }) => !holds)).toEqual([]);
});
