import { type VerifierKey, openNote, parseVerifierKey } from '@kvp/proof';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { eventsAgainst } from './events-against.ts';
import { KEYS_PATH, MANIFEST_NOTE_PATH, MANIFEST_PATH, type Manifest, manifestNote, readManifest } from './manifest.ts';
import { jsonOf, textOf } from './read.ts';
import { readZip } from './read-zip.ts';
import { type Look, bad, good } from './look.ts';

export interface FileVerdict {
  readonly holds: boolean;
  readonly manifest: Manifest | null;
  readonly looks: readonly Look[];
  /** What the file cannot prove by itself, in bokmål. */
  readonly reservations: readonly string[];
}

type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Verifies an appeal file from its bytes alone: every file against the manifest, the manifest against its signature, the events against each
 * other, the signed tree head and what is told of them. `believed`: keys that the reader has from elsewhere, one a line; those in the file when
 * left out.
 */
export function verifyFile(bytes: Uint8Array, believed?: string): FileVerdict {
  const zip = readZip(bytes);
  if (zip === null) return verdict(null, [bad('Filen kan ikke leses som en zip-fil.')], []);
  const { files } = zip;
  const manifestBytes = files.get(MANIFEST_PATH);
  if (manifestBytes === undefined) return verdict(null, [bad('Manifestet mangler.')], []);
  const manifest = readManifest(jsonOf(manifestBytes));
  if (manifest === null) return verdict(null, [bad('Manifestet er ikke i riktig form.')], []);

  const keys = keysOf(believed ?? textOf(files.get(KEYS_PATH)) ?? '');
  const looks = [
    ...zip.faults.map(bad),
    ...filesAgainst(manifest, files),
    ...signature(manifestBytes, files, keys, believed !== undefined),
    ...eventsAgainst(manifest, files, keys),
  ];
  return verdict(manifest, looks, reservations(files, believed));
}

const verdict = (manifest: Manifest | null, looks: readonly Look[], said: readonly string[]): FileVerdict => ({
  holds: looks.every(({ holds }) => holds),
  manifest,
  looks,
  reservations: said,
});

function* filesAgainst(manifest: Manifest, files: Files): Generator<Look> {
  const listed = new Set([MANIFEST_PATH, MANIFEST_NOTE_PATH]);
  let right = 0;
  for (const { path, size, sha256: hash } of manifest.files) {
    if (listed.has(path)) yield bad(`Manifestet har «${path}» to ganger.`);
    listed.add(path);
    const content = files.get(path);
    if (content === undefined) yield bad(`«${path}» mangler.`);
    else if (content.length !== size) yield bad(`«${path}» har ikke størrelsen som manifestet sier.`);
    else if (bytesToHex(sha256(content)) !== hash) yield bad(`«${path}» er endret.`);
    else right += 1;
  }
  for (const path of files.keys()) if (!listed.has(path)) yield bad(`«${path}» står ikke i manifestet.`);
  if (right === manifest.files.length) yield good(`Alle de ${right} filene er som manifestet sier.`);
}

function signature(manifestBytes: Uint8Array, files: Files, keys: readonly VerifierKey[], isExpected: boolean): readonly Look[] {
  const note = textOf(files.get(MANIFEST_NOTE_PATH));
  // A file that was never signed says so among its reservations; one that has lost its signature still has the keys, and whoever has a key awaits one.
  if (note === null) return isExpected || files.has(KEYS_PATH) ? [bad('Signaturen på manifestet mangler.')] : [];
  const opened = openNote(note, keys);
  if ('fault' in opened) return [bad(`Signaturen på manifestet ${NOTE_FAULT[opened.fault]}.`)];
  const origin = opened.signedBy[0]?.name ?? '';
  const isOurs = opened.text === manifestNote(origin, bytesToHex(sha256(manifestBytes)));
  return [isOurs ? good(`Manifestet er signert av ${origin}.`) : bad('Signaturen gjelder et annet manifest: det er endret.')];
}

const NOTE_FAULT = {
  malformed: 'er ikke i riktig form',
  'unknown-key': 'er ikke gjort med en nøkkel som er kjent her',
  'signature-invalid': 'stemmer ikke',
} as const;

function reservations(files: Files, believed: string | undefined): readonly string[] {
  return [
    ...(files.has(MANIFEST_NOTE_PATH) ? [] : ['Filen er ikke signert. Sammenlign hashen med den som ble oppgitt da den ble laget.']),
    ...(files.has(MANIFEST_NOTE_PATH) && believed === undefined
      ? ['Nøkkelen er hentet fra filen selv. Sammenlign den med nøkkelen som kommunen har gitt deg på annen måte.']
      : []),
    'Det som er personlig i en hendelse, står forseglet i loggen. At den lesbare teksten er den forseglede, bygger på signaturen på manifestet.',
  ];
}

const keysOf = (text: string): readonly VerifierKey[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line.trim() === '' ? [] : [parseVerifierKey(line.trim())];
    } catch {
      // A line that is no key believes in nobody.
      return [];
    }
  });
