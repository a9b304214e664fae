import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, revisionNumber, shortText } from '../kernel/fields.ts';
import { LANGUAGES, LETTER_KINDS, LETTER_TEXT, fileFields, sha256 } from '../kernel/state/documents.ts';

const data = record({
  about: revisionNumber('Revision of what it is about.'),
  issuedOn: isoDate('The day that the letter bears.'),
  letter: oneOf(LETTER_KINDS, 'Which template.'),
  templateVersion: Type.Integer({ minimum: 1, description: 'Which edition of the template.' }),
  dataSha256: sha256('SHA-256 over what the template was filled in with: the same data and template make the same bytes.'),
  ...fileFields,
});
// The language tells of where somebody lives.
const personal = record({ title: shortText('The title of the letter.'), language: oneOf(LANGUAGES, 'Bokmål or nynorsk.') });

export type LetterIssued = DomainEvent<'LetterIssued', Static<typeof data>, Static<typeof personal>>;

export const letterIssued = defineEvent<LetterIssued>({
  type: 'LetterIssued',
  version: 1,
  summary: 'A letter was made and stored as it is sent.',
  schema: { data, personal },
  evolve: (state, { data: { about, issuedOn, sha256: name, size, mediaType }, personal: { title } }) => ({
    ...state,
    handling: {
      ...state.handling,
      documents: [
        ...state.handling.documents,
        { recordedIn: state.revision, file: { sha256: name, size, mediaType }, title, on: date(issuedOn), kind: 'letter', about },
      ],
    },
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { issuedOn } }) => issuedOn,
  provision: 'FVL § 27',
  audit: ({ data: { letter, issuedOn, about } }) =>
    `Brev om ${LETTER_TEXT[letter]} (hendelse ${String(about)}) er laget og arkivert ${norwegianDate(issuedOn)}.`,
  published: 'not published',
  example: {
    type: 'LetterIssued',
    version: 1,
    data: {
      about: 1,
      issuedOn: '2025-01-20',
      letter: 'grant',
      templateVersion: 1,
      dataSha256: '0f343b0931126a20f133d67c2b018a3b1b2d4b1b5f0c3b8ef5f5ea9e3bb7e8d1',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      size: 48211,
      mediaType: 'application/pdf',
    },
    personal: { title: 'Du får kvalifiseringsprogram', language: 'nb' },
  },
});
