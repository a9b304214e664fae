/** What a document that reaches a case is, in words for people to read. */
export const DOCUMENT_TEXT = {
  application: 'søknad',
  assessment: 'arbeidsevnevurdering',
  doctorsNote: 'legeerklæring',
  plan: 'plan',
  statement: 'uttalelse',
  appeal: 'klage',
  receipt: 'kvittering',
  correspondence: 'brev',
  other: 'dokument',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_TEXT;
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_TEXT) as readonly DocumentKind[];
