import { type GroupWords, either, months, weeks, words, years } from './words.ts';

export const caseHandlingWords: GroupWords<'caseHandling'> = {
  title: 'Saksbehandling og klage',
  rules: {
    interimReplyMonths: words('Foreløpig svar', (count) => `når søknaden ikke kan avgjøres innen ${months(count)}`),
    appealWeeks: words('Klagefrist', (count) => `${weeks(count)} fra underretningen nådde parten`),
    latestAppealYears: words('Ytterste grense for klage', (count) => `${years(count)} etter vedtaket`),
    appealTimeExtendedOnlyBeforeExpiry: either('Klagefristen kan forlenges', 'bare før den er ute', 'også etter at den er ute'),
    detrimentNoticeMonths: words('Varsel om endring til skade for klageren', (count) => `innen ${months(count)} fra klagen kom inn`),
    costsClaimWeeks: words('Krav om sakskostnader', (count) => `innen ${weeks(count)} fra underretningen om det nye vedtaket`),
    secondAlertWeeks: words('Nytt elektronisk varsel', (count) => `når vedtaket ikke er åpnet innen ${weeks(count)}`),
    openingWeeks: words(
      'Elektronisk vedtak har kommet fram',
      (count) => `når det åpnes innen ${weeks(count)}, ellers da varselet ble sendt`,
    ),
    appealBody: words('Klageinstans', (body) => body),
  },
};
