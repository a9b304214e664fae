import type { JsonObject } from '@kvp/event-store';
import type { Language, LetterKind } from '@kvp/lifecycle';
import { canonical } from '@kvp/proof';
import { sha256Of } from '../files/sealed-files.ts';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { type LetterFacts, type LetterRequest, letterFacts } from './letter-facts.ts';
import { TEMPLATES } from './templates.ts';
import { type Say, day, sayIn } from './words.ts';

/** A letter before it is set. */
export interface WrittenLetter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly templateVersion: number;
  /** SHA-256 over all that the template was filled in with, in canonical form. */
  readonly dataSha256: string;
  readonly document: PdfDocument;
}

/** Undefined when the case has no such event, or no letter is written about it. */
export function writeLetter(request: LetterRequest, { draft = false }: { readonly draft?: boolean } = {}): WrittenLetter | undefined {
  const facts = letterFacts(request);
  const template = facts === undefined ? undefined : TEMPLATES[facts.event.type];
  if (facts === undefined || template === undefined) return undefined;
  const say = sayIn(facts.language);
  const { title, blocks } = template.write(facts, say);
  return {
    kind: template.kind,
    language: facts.language,
    templateVersion: template.version,
    dataSha256: sha256Of(Buffer.from(canonical(facts as unknown as JsonObject))),
    document: {
      title,
      language: facts.language,
      date: facts.issuedOn,
      author: facts.office,
      footer: say(`Saksnummer ${facts.caseReference}`, `Saksnummer ${facts.caseReference}`),
      ...(draft ? { draft: say('UTKAST – IKKE SENDT', 'UTKAST – IKKJE SENDT') } : {}),
      letterhead: {
        sender: facts.office,
        recipient: [facts.party ?? say('Til deg som er part i saken', 'Til deg som er part i saka')],
        references: [
          [say('Dato', 'Dato'), day(facts.issuedOn)],
          [say('Saksnummer', 'Saksnummer'), facts.caseReference],
          [say('Saksbehandler', 'Saksbehandlar'), facts.caseworker],
        ],
      },
      blocks: [...blocks, signature(facts, say)],
    },
  };
}

/** The letter as bytes: the same request makes the same. */
export const setLetter = ({ document }: WrittenLetter): Uint8Array => renderPdf(document);

/** Who drafted the decision and who approved it; no hand has signed. */
function signature({ office, caseworker, approver }: LetterFacts, say: Say): PdfDocument['blocks'][number] {
  return {
    kind: 'signature',
    greeting: say('Med vennlig hilsen', 'Med vennleg helsing'),
    lines: [
      office,
      `${say('Saksbehandler', 'Saksbehandlar')}: ${caseworker}`,
      ...(approver === null ? [] : [`${say('Beslutter', 'Avgjerdstakar')}: ${approver}`]),
      say(
        'Brevet er godkjent elektronisk og har derfor ingen underskrift.',
        'Brevet er godkjent elektronisk og har derfor inga underskrift.',
      ),
    ],
  };
}
