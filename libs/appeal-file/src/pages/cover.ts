import { norwegianDate } from '@kvp/calendar';
import type { PdfDocument } from '@kvp/documents';
import { type AppealFileContent, norwegianTime, tellStanding } from '@kvp/history';
import type { ManifestFile } from '../verifier/manifest.ts';
import { entriesHtml } from './entries.ts';
import { facts, heading, list, page, paragraph, table } from './html.ts';

/** What stands on the cover beside the content: whose case, what is in the file and what is not. */
export interface Cover {
  readonly caseId: string;
  /** Null when it was never told. */
  readonly partyName: string | null;
  readonly treeSize: number | null;
  readonly missing: readonly string[];
  readonly files: readonly Pick<ManifestFile, 'path' | 'title'>[];
}

const EDITION = { whole: 'Saksfremlegg for statsforvalteren', party: 'Partens kopi (forvaltningsloven §§ 18 og 19)' } as const;

export const coverTitle = ({ appeal }: Pick<AppealFileContent, 'appeal'>): string => `Klage ${appeal.number}`;

function coverFacts(content: AppealFileContent, { caseId, partyName, treeSize }: Cover): readonly (readonly [string, string])[] {
  const { appeal, appealed, knownAt, revision, edition } = content;
  return [
    ['Utgave', EDITION[edition]],
    ['Sak', caseId],
    ['Part', partyName ?? 'ikke oppgitt'],
    ['Klagen mottatt', norwegianDate(appeal.receivedOn)],
    ['Vedtak det klages på', appealed.map(({ what, revision: decision }) => `${what} (hendelse ${decision})`).join(' ')],
    ['Hjemmel', [...new Set(appealed.map(({ provision }) => provision))].join(', ')],
    ['Slik saken var kjent', `${norwegianTime(knownAt)} (${knownAt}), til og med hendelse ${revision}`],
    ['Størrelsen på loggen da den ble signert', treeSize === null ? 'ikke signert' : `${treeSize} hendelser`],
  ];
}

const NOTHING_MISSING = 'Ingenting mangler etter listen i saksbehandlingsreglene.';

/** The first page that is opened: what the file is of, what is in it, and how the case stands. */
export const coverHtml = (content: AppealFileContent, cover: Cover): string =>
  page(coverTitle(content), [
    facts(coverFacts(content, cover)),
    heading(2, 'Det som mangler'),
    cover.missing.length === 0 ? paragraph(NOTHING_MISSING) : list(cover.missing),
    heading(2, 'Innhold'),
    table(
      ['Fil', 'Innhold'],
      cover.files.map(({ path, title }) => [path, title]),
    ),
    heading(2, 'Slik saken står'),
    list(tellStanding(content.standing)),
    heading(2, 'Vedtaket det klages på'),
    entriesHtml(content.appealed),
    heading(2, 'Kontroll'),
    paragraph('Åpne «verifiser/kontroller.html» i en nettleser og velg zip-filen, eller kjør «node verifiser/kontroller.mjs fil.zip».'),
  ]);

/** The same cover and contents to print. */
export const coverPdf = (content: AppealFileContent, cover: Cover, date: PdfDocument['date']): PdfDocument => ({
  title: coverTitle(content),
  language: 'nb',
  date,
  author: 'NAV',
  footer: `Sak ${cover.caseId.slice(0, 8)}`,
  blocks: [
    { kind: 'facts', rows: coverFacts(content, cover) },
    { kind: 'heading', text: 'Det som mangler' },
    cover.missing.length === 0 ? { kind: 'paragraph', text: NOTHING_MISSING } : { kind: 'list', items: cover.missing },
    { kind: 'heading', text: 'Innhold' },
    {
      kind: 'table',
      columns: [{ title: 'Fil' }, { title: 'Innhold', fills: true }],
      rows: cover.files.map(({ path, title }) => [path, title]),
    },
    { kind: 'heading', text: 'Slik saken står' },
    { kind: 'list', items: tellStanding(content.standing) },
  ],
});
