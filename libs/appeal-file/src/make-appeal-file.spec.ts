import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { type AppealFile, DocumentUnavailable, makeAppealFile } from './make-appeal-file.ts';
import { requestFor } from './testing/appealed-case.ts';
import { buildVerifier } from './testing/build-verifier.ts';
import { verifyFile } from './verifier/verify-file.ts';

let file: AppealFile;
beforeAll(async () => {
  file = await makeAppealFile(await requestFor());
});

const textsOf = ({ bytes }: AppealFile): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
/** What a reader sees of a page. */
const read = (html = ''): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');

test('holds all that the forwarded file must have, and its own verifier finds it whole', () => {
  const paths = file.manifest.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['00-forside.html', '00-forside.pdf', '01-kronologi.html', '02-faktum.html', '03-skjonn.html', '04-vedtak.html'],
      ...['05-soknad-og-vurdering.html', '06-frammote.html', '07-klagen.html', '08-beregning/2025-06-participant.html'],
      ...['09-lov/hendelse-4.html', 'hendelser/hendelser.json', 'hendelser/lesbare.json', 'bevis/bevis.json', 'bevis/nokler.txt'],
      ...['verifiser/kontroller.html', 'verifiser/kontroller.mjs'],
    ]),
  );
  const verdict = verifyFile(file.bytes);
  expect(verdict.looks.filter(({ holds }) => !holds)).toEqual([]);
  expect(verdict).toMatchObject({
    holds: true,
    manifest: { appeal: 1, revision: 9, treeSize: 32, missing: ['klagen slik parten skrev den'] },
  });
});

test('facts from before the decision and since stand apart: the child that was told of late is among the later', () => {
  const [, before = '', after = ''] = read(textsOf(file)['02-faktum.html']).split(
    /Kjent da vedtaket ble truffet|Kommet til etter vedtaket/,
  );
  expect(before).toContain('Programmet startet');
  expect(before).not.toMatch(/[Bb]arn/);
  expect(after).toMatch(/[Bb]arn/);
});

test('as known when it was decided, the late fact is nowhere in the file', async () => {
  const then = await makeAppealFile(await requestFor({}, '2025-06-30'));
  expect(then.manifest).toMatchObject({ revision: 8, treeSize: 29 });
  expect(Object.values(textsOf(then)).some((text) => text.includes('ChildRecorded') || text.includes('2018-05-04'))).toBe(false);
  // 21 Mon–Fri days at 1 021.756, and with the child 21 × 37 = 777 more: 22 233.88.
  const june = '08-beregning/2025-06-participant.html';
  expect(read(textsOf(then)[june])).toContain('Beløp 21 456,88 kr');
  expect(read(textsOf(file)[june])).toContain('Beløp 22 233,88 kr');
});

test('free judgement stands apart from law and facts', () => {
  const { '03-skjonn.html': discretion, '02-faktum.html': facts } = textsOf(file);
  expect(read(discretion)).toContain('Kontoret har lagt vekt på varigheten av fraværet.');
  expect(read(discretion)).toContain('åpenbart urimelig');
  expect(read(facts)).not.toContain('lagt vekt på varigheten');
});

test('the law is that of the decision, with its source', () => {
  const law = read(textsOf(file)['09-lov/hendelse-4.html']);
  expect(law).toContain('Slik den var kjent 10. juni 2025.');
  expect(law).toContain('FOR-2025-05-23-837');
});

test('the same moment gives the same bytes, and another moment others', async () => {
  const request = await requestFor();
  const [one, two] = [await makeAppealFile(request), await makeAppealFile(request)];
  expect(one.sha256).toBe(two.sha256);
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
});

test('the cover says how large the log was when it was signed', () => {
  expect(read(textsOf(file)['00-forside.html'])).toContain('Størrelsen på loggen da den ble signert 32 hendelser');
});

test('no title and no text is markup or a path', () => {
  const texts = textsOf(file);
  expect(Object.keys(texts)).toContain('10-dokumenter/0005-vedtak-b-om-b-avslutning.pdf');
  for (const [path, text] of Object.entries(texts))
    if (path.endsWith('.html') && path !== 'verifiser/kontroller.html') {
      expect(text).not.toContain('<script');
      expect(text).not.toContain('<b>om');
    }
  expect(read(texts['07-klagen.html'])).toContain('Jeg var syk &amp; &lt;script&gt;');
});

describe('the party’s copy', () => {
  let copy: Readonly<Record<string, string>>;
  beforeAll(async () => {
    copy = textsOf(await makeAppealFile(await requestFor({ edition: 'party' })));
  });

  test('leaves out what is internal, and says that it is there', () => {
    expect(Object.values(copy).join('\n')).not.toContain('ring kollega');
    expect(read(copy['01-kronologi.html'])).toContain('Hendelse 3: Internt dokument (forvaltningsloven § 18 a).');
    expect(Object.values(textsOf(file)).join('\n')).toContain('ring kollega');
  });

  test('leaves out who acted for others, and keeps the facts', () => {
    expect(copy['hendelser/lesbare.json']).not.toContain('Advokat Prøve');
    expect(copy['hendelser/lesbare.json']).toContain('2018-05-04');
    expect(read(copy['02-faktum.html'])).toMatch(/Kommet til etter vedtaket .*[Bb]arn/);
  });

  test('proves itself like the whole one', async () => {
    expect(verifyFile((await makeAppealFile(await requestFor({ edition: 'party' }))).bytes).holds).toBe(true);
  });
});

test.each(['missing', 'altered', 'forgotten'] as const)(
  'a document that is %s stops the file: nothing half is handed out',
  async (kind) => {
    await expect(makeAppealFile(await requestFor({ readDocument: async () => ({ kind }) }))).rejects.toThrow(DocumentUnavailable);
  },
);

test('an appeal that was not known at the moment has no file', async () => {
  await expect(makeAppealFile(await requestFor({}, '2025-06-15'))).rejects.toThrow(RangeError);
});

test('without keys it says so, and its chain is still looked at', async () => {
  const plain = await makeAppealFile(await requestFor({ prove: null, signer: null, keysFor: () => [] }));
  const verdict = verifyFile(plain.bytes);
  expect(verdict).toMatchObject({ holds: true, manifest: { treeSize: null } });
  expect(verdict.reservations.join()).toContain('ikke signert');
  expect(verdict.looks.map(({ text }) => text)).toContain('Kjeden av 10 hendelser henger sammen.');
});

test('the verifier that is handed out is made of the sources', async () => {
  expect(readFileSync(new URL('../verifier/kontroller.js', import.meta.url), 'utf8')).toBe(await buildVerifier());
});
