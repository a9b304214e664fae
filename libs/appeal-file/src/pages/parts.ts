import { type AppealFileContent, calculationSheet, sheetHtml } from '@kvp/history';
import { slug } from '../zip/safe-path.ts';
import { entriesHtml } from './entries.ts';
import { heading, page, paragraph } from './html.ts';
import { lawHtml, lawTitle } from './law.ts';

/** A page of the file. */
export interface Part {
  readonly path: string;
  readonly title: string;
  readonly html: string;
}

const part = (path: string, title: string, ...body: readonly string[]): Part => ({ path, title, html: page(title, body) });

/** Every page that follows from the content, in the order that they are read. Rulebook § 6.5. */
export const partsOf = (content: AppealFileContent): readonly Part[] => [
  part('01-kronologi.html', 'Kronologi: alt som er registrert i saken', entriesHtml(content.chronology)),
  part('02-faktum.html', 'Faktum', ...factum(content)),
  part('03-skjonn.html', 'Fritt skjønn', ...discretion(content)),
  part('04-vedtak.html', 'Vedtak og meldinger om dem', ...decisions(content)),
  part('05-soknad-og-vurdering.html', 'Søknad, kartlegging, planer, varsler og uttalelser', ...assessments(content)),
  part('06-frammote.html', 'Frammøte og fravær', entriesHtml(content.sections.attendance)),
  part('07-klagen.html', 'Klagen og det som har kommet siden', entriesHtml(content.sections.appeal)),
  ...content.disputed.map((line) => {
    const sheet = calculationSheet(line);
    return { path: `08-beregning/${line.month}-${slug(line.payee)}.html`, title: sheet.title, html: sheetHtml(sheet) };
  }),
  ...content.law.map((law) => ({ path: `09-lov/hendelse-${law.decision}.html`, title: lawTitle(law), html: lawHtml(law) })),
];

const factum = ({ factsBefore, factsAfter }: AppealFileContent): readonly string[] => [
  paragraph('Faktum som lå foran den som traff vedtaket, og faktum som er kommet til siden, står hver for seg.'),
  heading(2, 'Kjent da vedtaket ble truffet'),
  entriesHtml(factsBefore),
  heading(2, 'Kommet til etter vedtaket'),
  entriesHtml(factsAfter),
];

const discretion = (content: AppealFileContent): readonly string[] => [
  paragraph(
    'Det kontoret har vurdert etter fritt skjønn, står her for seg. Statsforvalteren kan endre det bare når skjønnet er åpenbart urimelig ' +
      '(sosialtjenesteloven § 48). Om vilkårene i loven er oppfylt, prøves fullt ut.',
  ),
  ...(content.discretion.length === 0 ? [paragraph('Ingen vurderinger er registrert som fritt skjønn.')] : []),
  ...content.discretion.flatMap(({ revision, label, text }) => [heading(2, `${label} (hendelse ${revision})`), paragraph(text)]),
];

const decisions = ({ appealed, earlierDecisions, sections }: AppealFileContent): readonly string[] => {
  const shown = new Set([...appealed, ...earlierDecisions].map(({ revision }) => revision));
  return [
    heading(2, 'Vedtaket det klages på'),
    entriesHtml(appealed),
    heading(2, 'Andre vedtak i saken'),
    entriesHtml(earlierDecisions),
    heading(2, 'Meldinger, brev og annet om vedtak'),
    entriesHtml(sections.decisions.filter(({ revision }) => !shown.has(revision))),
  ];
};

const assessments = ({ sections }: AppealFileContent): readonly string[] => [
  heading(2, 'Søknaden'),
  entriesHtml(sections.application),
  heading(2, 'Kartlegging, planer, varsler og uttalelser'),
  entriesHtml(sections.assessment),
];
