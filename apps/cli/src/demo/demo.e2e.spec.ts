import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
let first: Ended;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvp-demo-'));
  first = await runDemo();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As `npm run demo` does, in a process of its own, in a folder of its own. */
function runDemo(): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'tools/run.js'), join(root, 'apps/cli/src/main.ts'), 'demo'], {
    cwd: folder,
    // Nothing of this may reach the demo's own installation.
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: 'postgres://nowhere.invalid/nothing' },
  });
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) =>
    child.once('close', (status) => resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })),
  );
}

test('the demo plays every life through the doors, says how far it is, and ends well', () => {
  expect({ status: first.status, err: first.err }).toEqual({
    status: 0,
    err: expect.stringMatching(/^Starting the system in \.\/\.demo …\n(playing: .*\n)*playing: (\d+) of \2 commands, 100 %, .*\n$/),
  });
  expect(first.out.match(/^ {2}\d\d-\S+: \d+ kommandoer, \d+ hendelser$/gm)).toHaveLength(18);
});

test('a refused command on the way is shown with its provision', () => {
  expect(first.out).toContain(
    '20. juni 2025: «Innvilg program» ble ikke gjennomført. STL § 31: Planlagt start er for lenge etter at søknaden ble mottatt.',
  );
});

test('the status table, one schedule and one audit trail say what the law makes of the lives', () => {
  // The figures are worked out beside the lives: see lives.int.spec.ts.
  expect(first.out).toMatch(/03-rehabiliteringsopphold +4204 +i program +2025-02-03 +2027-02-02 +546 +2027-05-04 +2028-05-03\n/);
  expect(first.out).toMatch(/15-perioden-gikk-ut +0301 +i program +2025-09-01 +2026-08-31 +365 .* +vedtak mangler \(KVPF § 2\)\n/);
  expect(first.out).toMatch(/2026-03\s+15\s+15\s326,34\skr\s+570,00\skr\s+15\s896,34\skr\n/);
  expect(first.out).toContain('Siste mulige dag: 2. februar 2027 → 4. mai 2027.');
});

test('the calculation sheet of one month shows the birthday, the absence, the new G and the child, down to the events', () => {
  const sheet = first.out.split('Beregningsark for 18-alt-i-en-maaned')[1]?.split('Revisjonsspor')[0] ?? '';
  // Worked out in lives.int.spec.ts: 19 931.72 kroner, of 8 days at two thirds and 13 in full, G 136 549 from 1 May 2026.
  expect(sheet).toContain('mai 2026');
  expect(sheet).toMatch(/19\s931,72\skr/);
  expect(sheet).toMatch(/136\s549/);
  expect(sheet).toMatch(/2\/3/);
  expect(sheet).toContain('ulegitimert fravær');
});

test('a run pays a late claim back: what is due less what was settled, month by month', () => {
  const run = first.out.split('En kjøring med etterbetaling: 18-alt-i-en-maaned')[1]?.split('Revisjonsspor')[0] ?? '';
  // May was settled without the child, 5 716.8515 + 13 934.8255 − 500.2245 = 19 151.45; the claim adds 21 × 38 − 3.5/7.5 × 38 = 780.27.
  expect(run).toMatch(/2026-05\s+19\s931,72\skr\s+19\s151,45\skr\s+780,27\skr\s+etterbetaling\n/);
  expect(run).toMatch(/2026-06\s+24\s418,01\skr\s+0,00\skr\s+24\s418,01\skr\s+uten skattetrekk\n/);
  // 780.27 + 24 418.01 + 25 527.92; of it the months before July.
  expect(run).toMatch(/Kjøring 2026-07-1, utbetaling 20\. august 2026: 50\s726,20\skr, av det 25\s198,28\skr for tidligere måneder\./);
});

test('an appeal goes from the decision to a changed stipend', () => {
  const story = first.out.split('En klage, fra vedtaket til stønaden er endret')[1]?.split('Oppgaveliste')[0] ?? '';
  expect(first.out).toContain('3. november 2025: «Registrer statsforvalterens avgjørelse» ble ikke gjennomført. FVL § 33:');
  // Posted on Monday 6 October 2025: arrived Thursday 9 October; three weeks are Thursday 30 October.
  expect(story).toContain('Klagen er i tide. Klagefristen var 30. oktober 2025.');
  expect(story).toContain('fortsetter fra 11. oktober 2025 etter klage 1.');
  expect(story).toContain('Status: avsluttet → i program fra 11. oktober 2025.');
  // 8 stipend days of October were paid for. With the rest of it, and to 6 April 2026: 23, 20, 23, 22, 20, 22 and 4 days at 1 021.756.
  expect(story).toMatch(/oktober 2025 – april 2026: 8\s174,05\skr → 136\s915,30\skr/);
});

test('the worklist on three days tells of one breach: near, passed, and settled by a late extension', () => {
  const lists = first.out.split('Oppgaveliste for kommune 0301 per ').slice(1);
  const linesOf15 = lists.map((list) => (list.split('i alt:')[0] ?? '').match(/.*15-perioden-gikk-ut +Vedtaksperioden .*/g) ?? []);
  expect(linesOf15).toEqual([
    [expect.stringMatching(/2026-08-31 +nær +15-perioden-gikk-ut +Vedtaksperioden går ut +KVPF § 2 +Forleng program/)],
    [
      expect.stringMatching(
        /2026-09-01 +oversittet +15-.* +Vedtaksperioden er utløpt uten nytt vedtak +KVPF § 2 +Forleng program +lovbrudd/,
      ),
    ],
    [],
  ]);
  expect(lists.map((list) => list.split('\n')[0])).toEqual(['17. august 2026', '14. september 2026', '1. november 2026']);
  expect(first.out).toContain('Forrige vedtaksperiode var da utløpt uten vedtak.');
  // 1 September 2026 to 31 August 2027 has 261 weekdays: 261 × 2.041 × 136 549 / 260 = 279 768.39 kroner.
  expect(first.out).toMatch(/september 2026 – august 2027: 0,00\skr → 279\s768,/);
});

test('it ends with the monthly report, the tertial report, and a KOSTRA draft that can be sent', () => {
  const [, monthly = ''] = first.out.split('Månedsrapport: Kristiansand (4204), 2026-10, per 2026-10-31');
  expect(monthly).toMatch(/Kristiansand +\d+ +\d+ +\d+ +\d+\n/);
  expect(monthly).toMatch(/Tertialrapport: Kristiansand \(4204\), 2026-T2[^]*Deltakere etter type tiltak[^]*Avgang etter årsak/);
  expect(monthly).toMatch(/kommune 4204, 2026, per 2026-11-01[^]*Filen kan ikke sendes ennå[^]*recordIntake/);
  // Paid: 20 435.12 + 2 × 22 478.63 + 2 × 22 510.10 + 2 × 23 582.01 + 24 653.92 = 182 230.52, half up to kroner.
  expect(monthly).toMatch(
    /kommune 4020, 2026, per 2026-11-01[^\n]*\n {2}1 deltakere, 182231 kroner, 34 kontroller: 0 feil[^\n]*Filen kan sendes\./,
  );
});

test('over every life, year and municipality, the published records give the figures that the log gives', () => {
  expect(first.out).toMatch(
    /Statistikken, som bare har sett det som er publisert under pseudonym: \d{2,3} rapporter for \d kommuner,\nog hvert tall er det samme/,
  );
});

test('the letter of a grant lies in the folder, with the hash that is printed', async () => {
  const [, file = '', size, sha256] =
    /«Du får kvalifiseringsprogram»: (\S+)\n {2}(\d+) byte, SHA-256 ([0-9a-f]{64}),/.exec(first.out) ?? [];
  const letter = await readFile(join(folder, file));
  expect([letter.length, createHash('sha256').update(letter).digest('hex')]).toEqual([Number(size), sha256]);
  expect(letter.subarray(0, 8).toString()).toBe('%PDF-1.7');
});

test('nothing that is shown looks like an identity number', () => {
  expect(first.out + first.err).not.toMatch(/(?<!\d)\d{11}(?!\d)/);
});

test('run again, it prints the same bytes', async () => {
  const second = await runDemo();
  expect(second.status).toBe(0);
  expect(second.out).toBe(first.out);
}, 120_000);
