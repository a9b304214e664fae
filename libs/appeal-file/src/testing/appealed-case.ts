import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type OpenedEvent, writeEvents } from '@kvp/deciding';
import { renderPdf } from '@kvp/documents';
import type { Position, RecordedEvent } from '@kvp/event-store';
import { knownAtOf } from '@kvp/history';
import { date } from '@kvp/calendar';
import type { DomainEvent } from '@kvp/lifecycle';
import { applied, granted, notified, started, terminated } from '@kvp/lifecycle/testing';
import { createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { GENESIS, type Signer, verifierKey, writeVerifierKey } from '@kvp/proof';
import type { AppealFileRequest } from '../make-appeal-file.ts';
import { proveAmongOthers } from './log-proof.ts';

export const CASE_ID = '3f0c2b1a-5d4e-5f60-8a7b-9c0d1e2f3a4b';
const ORIGIN = 'kvp.eksempel.no/log';
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const RAW_KEY_BYTES = 32;

/** A key of Ed25519 that is the same in every run. */
export function signerOf(byte: number): Signer {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(RAW_KEY_BYTES, byte)]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return { key: verifierKey(ORIGIN, new Uint8Array(spki.subarray(-RAW_KEY_BYTES))), sign: (bytes) => sign(null, bytes, secret) };
}

/** The letter that is in the case. */
export const LETTER = renderPdf({
  title: 'Programmet avsluttes',
  language: 'nb',
  date: '2025-06-10',
  author: 'NAV',
  footer: 'Sak',
  blocks: [],
});
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const event = (type: string, data: object, personal: object | null = null): DomainEvent => ({ type, version: 1, data, personal });

/*
 * programme    |=== 3 Feb 2025 ... terminated, last day 30 June ===|
 * decided 10 June; a child, born 2018 and supported since 3 February, told of on 1 September; the appeal came on 20 June
 */
const LIFE: readonly (readonly [recordedOn: string, event: DomainEvent])[] = [
  ['2025-01-06', applied({ receivedOn: '2025-01-06' })],
  ['2025-01-20', granted({ from: '2025-02-03', to: '2026-02-02', decidedOn: '2025-01-20' })],
  ['2025-02-03', started('2025-02-03')],
  ['2025-05-20', event('NoteAdded', { writtenOn: '2025-05-20' }, { note: 'Internt: ring kollega om saken.' })],
  ['2025-06-10', terminated({ lastDay: '2025-06-30', decidedOn: '2025-06-10', reason: 'nonAttendance' })],
  [
    '2025-06-10',
    event(
      'LetterIssued',
      {
        ...{ about: 4, issuedOn: '2025-06-10', letter: 'termination', templateVersion: 1, dataSha256: '0'.repeat(64) },
        ...{ sha256: sha256Of(LETTER), size: LETTER.length, mediaType: 'application/pdf' },
      },
      { title: '../../Vedtak <b>om</b> avslutning', language: 'nb' },
    ),
  ],
  ['2025-06-12', notified(4, '2025-06-12', { kind: 'termination', decidedOn: '2025-06-10' })],
  [
    '2025-06-20',
    event(
      'AppealReceived',
      {
        ...{ appeal: 1, receivedOn: '2025-06-20', appellant: 'party', lacks: [], deferralRequested: false },
        decisions: [{ decision: 4, kind: 'termination', decidedOn: '2025-06-10' }],
      },
      { wants: 'Programmet skal fortsette.', grounds: 'Jeg var syk & <script>alert(1)</script>.', representative: 'Advokat Prøve' },
    ),
  ],
  [
    '2025-06-25',
    event(
      'DecisionUpheld',
      { decidedOn: '2025-06-25', appeal: 1 },
      { justification: 'Fraværet er ikke dokumentert.', discretion: 'Kontoret har lagt vekt på varigheten av fraværet.' },
    ),
  ],
  ['2025-09-01', event('ChildRecorded', {}, { birthDate: '2018-05-04', from: '2025-02-03' })],
];

/** A case with an appeal, sealed, chained and proven as the log has it. */
export async function appealedCase(): Promise<{ readonly stored: readonly RecordedEvent[]; readonly opened: readonly OpenedEvent[] }> {
  const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile: ephemeralKeyFile() });
  await keys.provide('person-1');
  const stored: RecordedEvent[] = [];
  const opened: OpenedEvent[] = [];
  const stream = `case-${CASE_ID}`;
  for (const [index, [recordedOn, told]] of LIFE.entries()) {
    const previousHash = opened.at(-1)?.metadata.hash ?? GENESIS;
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const [written] = writeEvents(
      keys,
      [told],
      { stream, after: index - 1, previousHash, personId: 'person-1', idOf: () => id },
      {
        ...{ commandId: id, correlationId: 'fixture', codeVersion: 'fixture', recordedAt: `${recordedOn}T10:00:00.000Z` },
        actor: { id: 'kari', role: 'caseworker', municipality: '4204', office: '1001' },
        law: { release: '2026-07-02', ratesRevision: '2026-07-02', policyRevision: null },
      },
    );
    if (written === undefined) continue;
    stored.push({ ...written.stored, stream, revision: index, position: String(index) as Position });
    opened.push(written.opened);
  }
  return { stored, opened };
}

/** What a file of the first appeal of that case is asked for with; parts can be replaced. */
export async function requestFor(more: Partial<AppealFileRequest> = {}, knownAt = '2025-09-30'): Promise<AppealFileRequest> {
  const signer = signerOf(7);
  return {
    ...(await appealedCase()),
    ...{ caseId: CASE_ID, partyName: 'Prøve Person', edition: 'whole' },
    appealOf: ({ appeals }) => appeals.find(({ number }) => number === 1),
    moment: { asOf: date(knownAt), knownAt: knownAtOf(knownAt) ?? Temporal.Instant.fromEpochMilliseconds(0) },
    rates: { announced: [], asOf: () => ({ announced: [] }) },
    missingOf: () => ['klagen slik parten skrev den'],
    readDocument: async () => ({ kind: 'content', bytes: LETTER }),
    prove: async (events) => proveAmongOthers(events, signer),
    signer,
    keysFor: () => [writeVerifierKey(signer.key)],
    ...more,
  };
}
