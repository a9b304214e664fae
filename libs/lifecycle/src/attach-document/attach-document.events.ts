import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, shortText } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { fileFields } from '../kernel/state/documents.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';

const data = record({ receivedOn: isoDate('The day it reached the office.'), ...fileFields });
// That there is a doctor's note says something of somebody's health.
const personal = record({ title: shortText('What the document is called.'), kind: oneOf(DOCUMENT_KINDS, 'What it is.') });

export type DocumentAttached = DomainEvent<'DocumentAttached', Static<typeof data>, Static<typeof personal>>;

export const documentAttached = defineEvent<DocumentAttached>({
  type: 'DocumentAttached',
  version: 1,
  summary: 'A document was put into the case.',
  schema: { data, personal },
  evolve: (state, { data: { receivedOn, ...file }, personal: { title, kind } }) => ({
    ...state,
    handling: {
      ...state.handling,
      documents: [...state.handling.documents, { recordedIn: state.revision, file, title, on: date(receivedOn), kind, about: null }],
    },
  }),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'Arkivforskrifta § 15',
  audit: ({ data: { receivedOn } }) => `Dokument mottatt ${norwegianDate(receivedOn)} er lagt i saken.`,
  published: 'not published',
  example: {
    type: 'DocumentAttached',
    version: 1,
    data: {
      receivedOn: '2025-03-03',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      size: 48211,
      mediaType: 'application/pdf',
    },
    personal: { title: 'Legeerklæring fra fastlegen', kind: 'doctorsNote' },
  },
});
