import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, shortText } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { sha256 } from '../kernel/state/documents.ts';
import { decideAttachDocument } from './attach-document.decide.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';

export const AttachDocument = record({
  file: sha256('SHA-256 of the file, as the upload answered. It must have been uploaded to this case.'),
  title: shortText('What the document is called. A title, no path.', 150),
  kind: Type.Optional(oneOf(DOCUMENT_KINDS, 'What it is. Other when left out.')),
  receivedOn: Type.Optional(isoDate('The day it reached the office. Today when left out.')),
});
export type AttachDocument = Static<typeof AttachDocument>;

export const attachDocument = defineCommand<AttachDocument>({
  name: 'attachDocument',
  title: 'Legg ved dokument',
  summary: 'Puts an uploaded file into the case: an application, an assessment, what the party sent. Arkivforskrifta § 15; FVL § 17.',
  schema: AttachDocument,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: isRegistered,
  decide: decideAttachDocument,
  fillIn: () => ({ title: 'Dokument' }),
  example: {
    file: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    title: 'Legeerklæring fra fastlegen',
    kind: 'doctorsNote',
    receivedOn: '2025-03-03',
  },
});
