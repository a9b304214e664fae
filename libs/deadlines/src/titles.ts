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
  'notice-unopened': 'Digital melding om vedtak er ikke åpnet',
  'correction-review': 'Vedtak skal vurderes etter en retting',
  proposal: 'Forslag til vedtak venter på beslutter',
};
