import { readFileSync } from 'node:fs';
import { iso } from '@kvp/calendar';
import type { OpenedEvent } from '@kvp/deciding';
import { type FileContent, renderPdf, sha256Of } from '@kvp/documents';
import type { RecordedEvent } from '@kvp/event-store';
import {
  type AppealFileContent,
  type AppealOfCase,
  type Edition,
  type Moment,
  type RatesInLog,
  appealFileContent,
  dayInOslo,
  knownBy,
  personalIn,
} from '@kvp/history';
import { type CaseDocument, type CaseState, foldCase } from '@kvp/lifecycle';
import { type ProofFile, type Signer, readUnverified, signNote } from '@kvp/proof';
import { type Cover, coverHtml, coverPdf } from './pages/cover.ts';
import { page, paragraph } from './pages/html.ts';
import { partsOf } from './pages/parts.ts';
import {
  EVENTS_PATH,
  KEYS_PATH,
  MANIFEST_FORMAT,
  MANIFEST_NOTE_PATH,
  MANIFEST_PATH,
  type Manifest,
  OPENED_PATH,
  PROOF_PATH,
  manifestNote,
} from './verifier/manifest.ts';
import { slug } from './zip/safe-path.ts';
import { type ZipEntry, writeZip } from './zip/write-zip.ts';

/** What the file of an appeal is made of. Nothing in it is of today: the same moment gives the same bytes. */
export interface AppealFileRequest {
  readonly caseId: string;
  readonly partyName: string | null;
  /** The events of the case as the log has them, and opened; both whole. */
  readonly stored: readonly RecordedEvent[];
  readonly opened: readonly OpenedEvent[];
  readonly appealOf: (state: CaseState) => AppealOfCase | undefined;
  readonly moment: Moment;
  readonly edition: Edition;
  readonly rates: RatesInLog;
  /** What should be in it by the law and is not, in bokmål. */
  readonly missingOf: (state: CaseState) => readonly string[];
  readonly readDocument: (document: CaseDocument) => Promise<FileContent>;
  /** Proves the events that it is given; null where the log has no signed tree head. */
  readonly prove: ((events: readonly RecordedEvent[]) => Promise<ProofFile | null>) | null;
  readonly signer: Signer | null;
  /** The keys that the file is verified with, one a line of C2SP, once it is known what proves it. */
  readonly keysFor: (proof: ProofFile | null) => readonly string[];
}

export interface AppealFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  readonly manifest: Manifest;
}

/** A document of the case is gone or is not what was stored: what cannot be handed out as it was is not handed out. */
export class DocumentUnavailable extends Error {
  constructor(
    readonly revision: number,
    readonly kind: Exclude<FileContent['kind'], 'content'>,
  ) {
    super(`The document of event ${revision} is ${kind}.`);
    this.name = 'DocumentUnavailable';
  }
}

const VERIFIER = readFileSync(new URL('../verifier/kontroller.js', import.meta.url), 'utf8');
const encoder = new TextEncoder();

type Titled = ZipEntry & { readonly title: string };
const text = (path: string, title: string, content: string): Titled => ({ path, title, bytes: encoder.encode(content) });
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * Makes the file of an appeal, whole in memory: what fails leaves nothing behind. Throws RangeError where the appeal is not known at the moment,
 * DocumentUnavailable, PdfNotMade, and what proving throws.
 */
export async function makeAppealFile(request: AppealFileRequest): Promise<AppealFile> {
  const { caseId, partyName, moment, edition, signer } = request;
  const opened = knownBy(request.opened, moment.knownAt);
  const known = new Set(opened.map(({ revision }) => revision));
  const stored = request.stored.filter(({ revision }) => known.has(revision));
  const content = appealFileContent(opened, request.appealOf, moment, edition, request.rates);
  const state = foldCase(opened.map(({ event }) => event));
  const proof = (await request.prove?.(stored)) ?? null;
  const keys = request.keysFor(proof);
  const treeSize = proof === null ? null : (readUnverified(proof.checkpoint)?.size ?? null);

  const inside: readonly Titled[] = [
    ...partsOf(content).map(({ path, title, html }) => text(path, title, html)),
    ...(await documentsOf(state, request)),
    text(EVENTS_PATH, 'Hendelsene som loggen har dem', json(stored.map(asStored))),
    text(OPENED_PATH, 'Hendelsene slik de kan leses', json(opened.map((event, at) => asRead(event, stored[at], edition)))),
    ...(proof === null ? [] : [text(PROOF_PATH, 'Bevis for at hendelsene står i loggen', json(proof))]),
    ...(keys.length === 0 ? [] : [text(KEYS_PATH, 'Nøklene som signaturene er gjort med', `${keys.join('\n')}\n`)]),
    text('verifiser/kontroller.mjs', 'Kontrollprogrammet, for Node', VERIFIER),
    text('verifiser/kontroller.html', 'Kontrollprogrammet, for nettleser', verifierPage()),
  ];
  const cover: Cover = { caseId, partyName, treeSize, missing: request.missingOf(state), files: inside };
  const files = [...coverFiles(content, cover), ...inside];
  const manifest: Manifest = {
    ...{ format: MANIFEST_FORMAT, caseId, appeal: content.appeal.number, edition, knownAt: content.knownAt, revision: content.revision },
    ...{ headHash: opened.at(-1)?.metadata.hash ?? '', treeSize, missing: cover.missing },
    files: files.map(({ path, title, bytes }) => ({ path, title, size: bytes.length, sha256: sha256Of(bytes) })),
  };
  const manifestFile = text(MANIFEST_PATH, '', json(manifest));
  const note =
    signer === null ? [] : [text(MANIFEST_NOTE_PATH, '', signNote(manifestNote(signer.key.name, sha256Of(manifestFile.bytes)), [signer]))];
  const bytes = writeZip([...files, manifestFile, ...note]);
  return { bytes, sha256: sha256Of(bytes), manifest };
}

const coverFiles = (content: AppealFileContent, cover: Cover): readonly Titled[] => [
  text('00-forside.html', 'Forside og innhold', coverHtml(content, cover)),
  {
    path: '00-forside.pdf',
    title: 'Forside og innhold, til utskrift',
    bytes: renderPdf(coverPdf(content, cover, iso(dayInOslo(Temporal.Instant.from(content.knownAt))))),
  },
];

const EXTENSION = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

async function documentsOf({ handling }: CaseState, { readDocument }: AppealFileRequest): Promise<readonly Titled[]> {
  const found: Titled[] = [];
  for (const document of handling.documents) {
    const { recordedIn, title, file } = document;
    const content = await readDocument(document);
    if (content.kind !== 'content') throw new DocumentUnavailable(recordedIn, content.kind);
    const path = `10-dokumenter/${String(recordedIn).padStart(4, '0')}-${slug(title)}.${EXTENSION[file.mediaType]}`;
    found.push({ path, title, bytes: content.bytes });
  }
  return found;
}

const asStored = ({ id, stream, revision, type, version, data, sealed, metadata }: RecordedEvent): object => ({
  ...{ id, stream, revision, type, version, data, sealed, metadata },
});

const asRead = ({ revision, event, metadata }: OpenedEvent, stored: RecordedEvent | undefined, edition: Edition): object => ({
  ...{ revision, type: event.type, data: stored?.data ?? event.data, personal: personalIn(edition, event) },
  ...{ recordedAt: metadata.recordedAt, actor: metadata.actor, law: metadata.law },
});

const verifierPage = (): string =>
  page(
    'Kontroller filen',
    [
      paragraph('Velg zip-filen. Ingenting sendes noe sted: kontrollen skjer i nettleseren, også uten nett.'),
      '<p><label for="fil">Zip-filen</label><br><input type="file" id="fil" accept=".zip"></p>',
      '<p><label for="nokler">Nøkkelen fra kommunen, om du har den fra annet hold</label><br><textarea id="nokler" rows="3"></textarea></p>',
      '<ul id="svar" aria-live="polite"></ul>',
    ],
    VERIFIER,
  );
