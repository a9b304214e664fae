import { beforeAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type AppealFileRequest, makeAppealFile } from './make-appeal-file.ts';
import { requestFor, signerOf } from './testing/appealed-case.ts';
import { headOf } from './testing/log-proof.ts';
import { createHash } from 'node:crypto';
import { signNote, writeVerifierKey } from '@kvp/proof';
import { manifestNote } from './verifier/manifest.ts';
import { verifyFile } from './verifier/verify-file.ts';

type Files = Record<string, Uint8Array>;

let good: Uint8Array;
let stored: AppealFileRequest['stored'];
beforeAll(async () => {
  const request = await requestFor();
  stored = request.stored;
  ({ bytes: good } = await makeAppealFile(request));
});

const KEYS = `${writeVerifierKey(signerOf(7).key)}\n`;
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The file with some of its content changed, and otherwise as it was. */
function changed(change: (files: Files) => void): Uint8Array {
  const files = unzipSync(good);
  change(files);
  return zipSync(files);
}

const edit = (files: Files, path: string, change: (text: string) => string): void => {
  files[path] = strToU8(change(strFromU8(files[path]!)));
};
const editJson = (files: Files, path: string, change: (value: never) => void): void =>
  edit(files, path, (text) => {
    const value = JSON.parse(text) as never;
    change(value);
    return JSON.stringify(value);
  });

interface Manifest {
  files: { path: string; size: number; sha256: string }[];
  [field: string]: unknown;
}
interface Event {
  data: Record<string, unknown>;
  sealed: Record<string, unknown> | null;
  metadata: Record<string, unknown>;
}

/** A forger who writes the manifest anew after their change, and cannot sign it. */
const withNewManifest = (files: Files, path: string): void =>
  editJson(files, 'manifest.json', (manifest: Manifest) => {
    for (const each of manifest.files)
      if (each.path === path) Object.assign(each, { size: files[path]!.length, sha256: sha(files[path]!) });
  });
/** A forger who signs it too, with a key of their own. */
const signedAnew = (files: Files, byte: number): void => {
  const signer = signerOf(byte);
  files['manifest.note'] = strToU8(signNote(manifestNote(signer.key.name, sha(files['manifest.json']!)), [signer]));
};

const inEvents =
  (change: (events: Event[]) => void) =>
  (files: Files): void => {
    editJson(files, 'hendelser/hendelser.json', change);
    withNewManifest(files, 'hendelser/hendelser.json');
  };
const inProof =
  (change: (proof: { inclusions: { leaf: number; path: string[] }[]; checkpoint: string }) => void) =>
  (files: Files): void => {
    editJson(files, 'bevis/bevis.json', change);
    withNewManifest(files, 'bevis/bevis.json');
  };

const TAMPERINGS: readonly [name: string, tamper: (files: Files) => void, found: RegExp][] = [
  [
    'a page that is changed',
    (files) => edit(files, '07-klagen.html', (text) => text.replace('fortsette', 'avsluttes')),
    /«07-klagen.html» har ikke størrelsen|«07-klagen.html» er endret/,
  ],
  ['one byte of a page', (files) => (files['02-faktum.html']![40]! ^= 1), /«02-faktum.html» er endret/],
  ['a page that is taken out', (files) => delete files['03-skjonn.html'], /«03-skjonn.html» mangler/],
  ['a page that is put in', (files) => (files['11-tillegg.html'] = strToU8('<p>')), /«11-tillegg.html» står ikke i manifestet/],
  ['a document that is exchanged', (files) => (files['10-dokumenter/0005-vedtak-b-om-b-avslutning.pdf']![100]! ^= 1), /0005-.*er endret/],
  [
    'a calculation that is changed',
    (files) => edit(files, '08-beregning/2025-06-participant.html', (text) => text.replace('22', '99')),
    /2025-06.*er endret/,
  ],
  [
    'a law that is changed',
    (files) => edit(files, '09-lov/hendelse-4.html', (text) => text.replace('2025', '2024')),
    /hendelse-4.*er endret/,
  ],
  ['a manifest that is taken out', (files) => delete files['manifest.json'], /Manifestet mangler/],
  ['a manifest in another form', (files) => (files['manifest.json'] = strToU8('{}')), /Manifestet er ikke i riktig form/],
  [
    'a manifest that says another moment',
    (files) => edit(files, 'manifest.json', (text) => text.replace('2025-09-30', '2025-09-29')),
    /Signaturen gjelder et annet manifest/,
  ],
  [
    'a manifest without a file that is taken out too',
    (files) => {
      delete files['03-skjonn.html'];
      editJson(
        files,
        'manifest.json',
        (manifest: Manifest) => (manifest.files = manifest.files.filter(({ path }) => path !== '03-skjonn.html')),
      );
    },
    /Signaturen gjelder et annet manifest/,
  ],
  ['a signature that is taken out', (files) => delete files['manifest.note'], /Signaturen på manifestet mangler/],
  [
    'a signature with one sign changed',
    (files) =>
      edit(files, 'manifest.note', (text) =>
        text.replace(/(.)(=*\n)$/, (_all, sign: string, end: string) => (sign === 'A' ? 'B' : 'A') + end),
      ),
    /Signaturen på manifestet/,
  ],
  [
    'a forgery with manifest and signature of another key',
    (files) => {
      edit(files, '02-faktum.html', (text) => text.replace('vedtaket', 'VEDTAKET'));
      withNewManifest(files, '02-faktum.html');
      signedAnew(files, 9);
    },
    /nøkkel som er kjent/,
  ],
  ['a fact of an event', inEvents((events) => (events[1]!.data['to'] = '2027-02-02')), /viser at hendelsen er endret/],
  ['the sealed part of an event', inEvents((events) => (events[1]!.sealed!['data'] = 'AAAA')), /viser at hendelsen er endret/],
  [
    'who wrote an event',
    inEvents((events) => (events[4]!.metadata['actor'] = { id: 'ola', role: 'approver' })),
    /viser at hendelsen er endret/,
  ],
  ['an event that is left out', inEvents((events) => void events.splice(3, 1)), /mangler en hendelse/],
  ['the last event left out', inEvents((events) => void events.pop()), /Den siste hendelsen er en annen/],
  [
    'two events that change places',
    inEvents((events) => void events.splice(2, 2, events[3]!, events[2]!)),
    /mangler en hendelse|fortsetter ikke/,
  ],
  [
    'what is read of an event',
    (files) => {
      editJson(files, 'hendelser/lesbare.json', (events: Event[]) => (events[4]!.data['lastDay'] = '2025-07-31'));
      withNewManifest(files, 'hendelser/lesbare.json');
    },
    /Den lesbare hendelse 4 er en annen/,
  ],
  [
    'what is read of a sealed part',
    (files) => {
      editJson(files, 'hendelser/lesbare.json', (events: { personal: unknown }[]) => (events[7]!.personal = { wants: 'Ingenting.' }));
      withNewManifest(files, 'hendelser/lesbare.json');
    },
    /Signaturen gjelder et annet manifest/,
  ],
  [
    'a proof that is taken out',
    (files) => {
      delete files['bevis/bevis.json'];
    },
    /Beviset for plassen i loggen mangler/,
  ],
  [
    'a hash of a proof',
    inProof(({ inclusions }) => (inclusions[2]!.path[0] = '0'.repeat(64))),
    /beviset fører ikke til det som er signert/,
  ],
  ['the place of a proof', inProof(({ inclusions }) => (inclusions[2]!.leaf = 3)), /beviset fører ikke|rekkefølgen/],
  [
    'the signed tree head',
    inProof((proof) => (proof.checkpoint = proof.checkpoint.replace('\n32\n', '\n33\n'))),
    /Signaturen på loggens tilstand/,
  ],
  [
    'one sign of the root that was signed',
    inProof(
      (proof) =>
        (proof.checkpoint = proof.checkpoint.replace(
          /\n(.)(\S+=)\n/,
          (_all, sign: string, rest: string) => `\n${sign === 'A' ? 'B' : 'A'}${rest}\n`,
        )),
    ),
    /Signaturen på loggens tilstand stemmer ikke/,
  ],
  [
    'one sign of the signature of the log',
    inProof(
      (proof) =>
        (proof.checkpoint = proof.checkpoint.replace(/(.)(=*\n)$/, (_all, sign: string, end: string) => (sign === 'A' ? 'B' : 'A') + end)),
    ),
    /Signaturen på loggens tilstand/,
  ],
  [
    'a log that somebody else signed',
    inProof((proof) => (proof.checkpoint = headOf(stored, signerOf(9)))),
    /tilstand er ikke gjort med en nøkkel/,
  ],
  [
    'the log as it was before, signed by us: the events are not in it',
    inProof((proof) => (proof.checkpoint = headOf(stored, signerOf(7), 20))),
    /beviset fører ikke til det som er signert/,
  ],
  ['the proof of one event left out', inProof((proof) => void proof.inclusions.splice(4, 1)), /nummer 4\) er ikke bevist/],
  [
    'a proof of an event that is not in the file',
    inProof(({ inclusions }) => void inclusions.push({ ...inclusions[9]!, revision: 10 } as never)),
    /bevist for en hendelse som mangler/,
  ],
  [
    'the size of the log in the manifest',
    (files) => editJson(files, 'manifest.json', (manifest: Manifest) => (manifest['treeSize'] = 10)),
    /Størrelsen på loggen er en annen enn manifestet sier/,
  ],
  [
    'all that is signed taken out, keys and proofs too, and a manifest that says so',
    (files) => {
      delete files['manifest.note'];
      delete files['bevis/bevis.json'];
      delete files['bevis/nokler.txt'];
      editJson(files, 'manifest.json', (manifest: Manifest) => {
        manifest['treeSize'] = null;
        manifest.files = manifest.files.filter(({ path }) => !path.startsWith('bevis/'));
      });
    },
    /Signaturen på manifestet mangler/,
  ],
  ['a name that leads out of the folder', (files) => (files['../utenfor.html'] = strToU8('x')), /kan føre ut av mappen/],
];

test.each(TAMPERINGS)('%s is found and named', (_name, tamper, found) => {
  const { holds, looks } = verifyFile(changed(tamper), KEYS);
  expect(holds).toBe(false);
  expect(looks.filter((look) => !look.holds).map(({ text }) => text)).toContainEqual(expect.stringMatching(found));
});

test('there are more than twenty ways, and the file that was only packed anew holds', () => {
  expect(TAMPERINGS.length).toBeGreaterThan(20);
  expect(
    verifyFile(
      changed(() => undefined),
      KEYS,
    ).holds,
  ).toBe(true);
});

test('bytes before, after and instead of the zip are named', () => {
  const texts = (bytes: Uint8Array): string =>
    verifyFile(bytes, KEYS)
      .looks.flatMap(({ holds, text }) => (holds ? [] : text))
      .join(' ');
  expect(texts(Buffer.concat([good, Buffer.from('hale')]))).toMatch(/etter slutten|kan ikke leses/);
  expect(texts(Buffer.concat([Buffer.from('hode'), good]))).toMatch(/foran den første|kan ikke leses|mangler|endret/);
  expect(texts(Buffer.from('ikke noe'))).toBe('Filen kan ikke leses som en zip-fil.');
});

test('whoever believes other keys than those of the file is told that they did not sign', () => {
  const others = `${writeVerifierKey(signerOf(1).key)}\n`;
  expect(verifyFile(good, others).looks.filter(({ holds }) => !holds)[0]?.text).toContain('nøkkel som er kjent');
});
