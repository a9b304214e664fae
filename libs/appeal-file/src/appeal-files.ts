import type { CaseRecord } from '@kvp/deciding';
import type { FileContent, Files } from '@kvp/documents';
import type { EventStore, RecordedEvent } from '@kvp/event-store';
import type { Edition, Moment, RatesInLog } from '@kvp/history';
import { type CaseDocument, type CaseState, MISSING_TEXT, missingInAppealFile } from '@kvp/lifecycle';
import { type ProofFile, type Signer, type VerifierKey, openNote, writeVerifierKey } from '@kvp/proof';
import { type AppealFile, makeAppealFile } from './make-appeal-file.ts';

/** What a file takes from elsewhere than the log: stored documents, proofs and a signature, as far as the installation has them. */
export interface AppealFileSources {
  readonly readDocument: (personId: string, document: CaseDocument) => Promise<FileContent>;
  /** Null where the log has no signed tree head that holds the events. */
  readonly prove: ((events: readonly RecordedEvent[]) => Promise<ProofFile | null>) | null;
  /** Who signs, and whose signatures are believed; asked each time, since a key may be changed. Null where nothing is signed. */
  readonly signing: () => Signing | null;
}

/** The signing key of the log, and all that have signed it. */
export interface Signing {
  readonly signer: Signer | null;
  readonly verifiers: readonly VerifierKey[];
}

/** An installation without stored documents and without keys: what is in the log, and nothing else. */
export const LOG_ALONE: AppealFileSources = {
  readDocument: async () => ({ kind: 'missing' }),
  prove: null,
  signing: () => null,
};

/** The same with the documents that are stored, and what proves the events where the log is signed. */
export const withDocuments = (
  files: Pick<Files, 'read'>,
  proven: Pick<AppealFileSources, 'prove' | 'signing'> = LOG_ALONE,
): AppealFileSources => ({
  ...{ prove: proven.prove, signing: proven.signing },
  readDocument: (personId, { file }) => files.read(personId, file.sha256),
});

/** Which file of which appeal. */
export interface AppealFileAsked {
  readonly appeal: number;
  readonly moment: Moment;
  readonly edition: Edition;
  readonly rates: RatesInLog;
}

/** Makes the files of appeals. */
export interface AppealFiles {
  /** Undefined where the case had no such appeal at the moment. Throws DocumentUnavailable, and what reading and proving throw. */
  make(record: CaseRecord, asked: AppealFileAsked): Promise<AppealFile | undefined>;
}

export const createAppealFiles = ({
  store,
  sources,
}: {
  readonly store: EventStore;
  readonly sources: AppealFileSources;
}): AppealFiles => ({
  async make({ caseId, personId, partyName, events }, { appeal, moment, edition, rates }) {
    if (!isKnown(events, appeal, moment)) return undefined;
    const appealOf = ({ appeals }: CaseState): CaseState['appeals'][number] | undefined => appeals.find(({ number }) => number === appeal);
    const signing = sources.signing();
    const stored: RecordedEvent[] = [];
    for await (const event of store.readStream(`case-${caseId}`, { limit: events.length })) stored.push(event);
    return await makeAppealFile({
      ...{ caseId, partyName, stored, opened: events, appealOf, moment, edition, rates },
      missingOf: (state) => {
        const found = appealOf(state);
        return found === undefined ? [] : missingInAppealFile(state, found).map((part) => MISSING_TEXT[part]);
      },
      readDocument: (document) => sources.readDocument(personId, document),
      ...{ prove: sources.prove, signer: signing?.signer ?? null },
      keysFor: (proof) => (signing === null ? [] : keysOf(signing, proof)),
    });
  },
});

/** The keys that the file is verified with: those that signed it and the log, and no others, which would change it when a key is changed. */
function keysOf({ signer, verifiers }: Signing, proof: ProofFile | null): readonly string[] {
  const opened = proof === null ? null : openNote(proof.checkpoint, verifiers);
  const signers = opened !== null && 'signedBy' in opened ? opened.signedBy : [];
  return [...new Set([...(signer === null ? [] : [signer.key]), ...signers].map(writeVerifierKey))];
}

/** The appeal had been registered at the moment: appeals are numbered in the order that they came. */
function isKnown(events: CaseRecord['events'], appeal: number, { knownAt }: Moment): boolean {
  return events.some(
    ({ event, metadata }) =>
      event.type === 'AppealReceived' &&
      (event.data as { readonly appeal: number }).appeal === appeal &&
      Temporal.Instant.compare(Temporal.Instant.from(metadata.recordedAt), knownAt) <= 0,
  );
}
