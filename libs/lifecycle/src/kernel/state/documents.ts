import type { PlainDate } from '@kvp/calendar';
import Type, { type Static, type TObject } from 'typebox';
import { oneOf } from '../fields.ts';

/** What a file of a case may be: formats that can be kept for good, and be shown without running anything. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The largest file of a case, in bytes. */
export const LARGEST_FILE = 20_000_000;

/** The name of a file: SHA-256 of its content. */
export const sha256 = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });

/** How an event refers to a stored file; the content is sealed elsewhere, and the event holds when it is gone. */
export const fileFields = {
  sha256: sha256('SHA-256 of the content, by which it is found and known again.'),
  size: Type.Integer({ minimum: 1, maximum: LARGEST_FILE, description: 'Bytes.' }),
  mediaType: oneOf(MEDIA_TYPES, 'What it is, by its content.'),
};
export type FileReference = Static<TObject<typeof fileFields>>;

/** Bokmål or nynorsk. */
export const LANGUAGES = ['nb', 'nn'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What letters are about, in words for people to read, after «brev om». */
export const LETTER_TEXT = {
  grant: 'innvilgelse',
  rejection: 'avslag',
  extension: 'forlengelse',
  leave: 'permisjon',
  leaveRefusal: 'avslag på permisjon',
  interruption: 'avbrudd',
  deduction: 'trekk i stønaden',
  selfCertificateLoss: 'tap av retten til egenmelding',
  selfCertificateReview: 'ny vurdering av retten til egenmelding',
  termination: 'avslutning',
  reversal: 'omgjøring',
  reconsideration: 'endring etter klage',
  appealDismissal: 'avvisning av klage',
  appealForwarding: 'oversendelse av klage',
  reinstatement: 'fortsatt program etter klage',
  interimReply: 'foreløpig svar',
  notice: 'forhåndsvarsel',
} as const;
export type LetterKind = keyof typeof LETTER_TEXT;
export const LETTER_KINDS = Object.keys(LETTER_TEXT) as readonly LetterKind[];

/** A letter that was made of a case and stored, and is about to be issued. */
export interface MadeLetter {
  readonly kind: LetterKind;
  readonly title: string;
  readonly language: Language;
  /** Which edition of the template made it. */
  readonly templateVersion: number;
  /** SHA-256 over all that the template was filled in with, in canonical form. */
  readonly dataSha256: string;
  readonly file: FileReference;
}

/** A document of the case, named by the revision of its event. */
export interface CaseDocument {
  readonly recordedIn: number;
  readonly file: FileReference;
  readonly title: string;
  /** The day it was issued, or reached the office. */
  readonly on: PlainDate;
  /** What kind of document was received; `letter` for those that the office issued. */
  readonly kind: string;
  /** Of a letter: revision of what it is about. */
  readonly about: number | null;
}
