import type { DeadlineKind } from '@kvp/lifecycle';

/** What falls due, for people to read. */
export const TITLES: Readonly<Record<DeadlineKind, string>> = {
  'interim-reply': 'Foreløpig svar på søknaden',
  start: 'Siste frist for å starte programmet',
  'period-end': 'Vedtaksperioden går ut',
  'period-expired': 'Vedtaksperioden er utløpt uten nytt vedtak',
  'interruption-year': 'Avbruddet har vart i ett år',
  maximum: 'Programmet når lengste varighet',
  'leave-end': 'Permisjon eller avbrudd skulle være over',
  'leave-request': 'Svar på søknad om permisjon',
  'self-certificate-review': 'Ny vurdering av retten til egenmelding',
  evaluation: 'Avtalt evaluering',
  statement: 'Svarfrist etter forhåndsvarsel',
  appeal: 'Klagefristen går ut',
  'appeal-mend': 'Partens frist for å rette klagen',
  'appeal-handling': 'Vurdere klagen og oversende den',
  'appeal-order': 'Gjennomføre utfallet av en klage',
  'returned-case': 'Nytt vedtak i en sak som er sendt tilbake',
  deferral: 'Svar på bønn om utsatt iverksetting',
  'detriment-notice': 'Siste frist for melding om endring til skade',
  'costs-claim': 'Partens frist for å kreve sakskostnader',
  'notice-unopened': 'Digital melding om vedtak er ikke åpnet',
  'correction-review': 'Vedtak skal vurderes etter en retting',
  proposal: 'Forslag til vedtak venter på beslutter',
};
