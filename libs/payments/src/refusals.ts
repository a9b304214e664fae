import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '@kvp/lifecycle/define';
import { type Ore, formatKronerNb, ore } from '@kvp/money';

const EXAMPLE_DAY = Temporal.PlainDate.from('2026-06-30');
const RUN = 'STL § 39';
const CONTROL = 'Kommuneloven § 25-1';

export const monthNotEnded = defineRefusal<[last: PlainDate]>({
  code: 'month-not-ended',
  provision: RUN,
  message: (last) => `Stønaden betales etterskuddsvis, og måneden varer til ${norwegianDate(last)}.`,
  remedy: (last) => `Kjør tidligst ${norwegianDate(last.add({ days: 1 }))}, eller kjør for en tidligere måned.`,
  example: [EXAMPLE_DAY],
});

export const runUnderWay = defineRefusal<[reference: string]>({
  code: 'payment-run-under-way',
  provision: RUN,
  message: (reference) => `Kjøringen ${reference} er ikke fullført.`,
  remedy: (reference) => `Gå videre med ${reference}, eller send den tilbake hvis den venter på godkjenning.`,
  example: ['2026-06-1'],
});

export const runNotUnderWay = defineRefusal<[reference: string]>({
  code: 'payment-run-not-under-way',
  provision: RUN,
  message: (reference) => `Kjøringen ${reference} er ferdig eller sendt tilbake.`,
  remedy: () => 'Åpne en ny kjøring: den betaler det som er kommet til siden.',
  example: ['2026-06-1'],
});

export const runNotProposed = defineRefusal<[reference: string]>({
  code: 'payment-run-not-proposed',
  provision: CONTROL,
  message: (reference) => `Kjøringen ${reference} venter ikke på godkjenning.`,
  remedy: () => 'Bare en kjøring som er foreslått, kan godkjennes eller sendes tilbake.',
  example: ['2026-06-1'],
});

export const runAwaitsApproval = defineRefusal<[reference: string]>({
  code: 'payment-run-awaits-approval',
  provision: CONTROL,
  message: (reference) => `Kjøringen ${reference} venter på godkjenning hos en annen.`,
  remedy: () => 'Kommunen har bestemt at to personer står bak en utbetaling. Be en annen godkjenne den.',
  example: ['2026-06-1'],
});

export const ownRun = defineRefusal({
  code: 'own-payment-run',
  provision: CONTROL,
  message: () => 'Den som har åpnet kjøringen, kan ikke selv godkjenne den.',
  remedy: () => 'Be en annen godkjenne den.',
  example: [],
});

export const runChanged = defineRefusal<[cases: number]>({
  code: 'payment-run-changed',
  provision: CONTROL,
  message: (cases) => `Det er kommet til noe nytt i ${cases} saker siden kjøringen ble foreslått.`,
  remedy: () => 'Send kjøringen tilbake og åpne en ny, så den som godkjenner, ser det som blir betalt.',
  example: [2],
});

export const runNotCompleted = defineRefusal<[reference: string]>({
  code: 'payment-run-not-completed',
  provision: RUN,
  message: (reference) => `Kjøringen ${reference} er ikke fullført, og har ingen filer ennå.`,
  remedy: () => 'Gå videre med kjøringen, og hent filen når den er fullført.',
  example: ['2026-06-1'],
});

export const lineUnknown = defineRefusal<[line: number]>({
  code: 'payment-line-unknown',
  provision: RUN,
  message: (line) => `Linje ${line} i filen gjelder en utbetalingslinje som ikke er sendt i denne kjøringen.`,
  remedy: () => 'Bruk «lineId» slik den står i lønnsfilen for kjøringen. Ingenting i filen er registrert.',
  example: [3],
});

export const lineTwice = defineRefusal<[line: number, first: number]>({
  code: 'payment-line-twice-in-file',
  provision: RUN,
  message: (line, first) => `Linje ${line} gjelder den samme utbetalingslinjen som linje ${first}.`,
  remedy: () => 'Ta med hver utbetalingslinje én gang. Ingenting i filen er registrert.',
  example: [4, 3],
});

export const otherAmount = defineRefusal<[line: number, sent: Ore, told: Ore]>({
  code: 'payment-line-other-amount',
  provision: RUN,
  message: (line, sent, told) => `Linje ${line} bekrefter ${formatKronerNb(told)}, men ${formatKronerNb(sent)} er sendt.`,
  remedy: () => 'Bruttobeløpet skal være det som ble sendt. Avvis linjen hvis den ikke kan betales. Ingenting i filen er registrert.',
  example: [3, ore(2_358_201), ore(2_300_000)],
});

export const netAboveGross = defineRefusal<[line: number]>({
  code: 'net-above-gross',
  provision: RUN,
  message: (line) => `Linje ${line} har et nettobeløp som er høyere enn bruttobeløpet.`,
  remedy: () => 'Nettobeløpet er det som utbetales etter skattetrekk. Ingenting i filen er registrert.',
  example: [3],
});

export const lineConfirmed = defineRefusal<[line: number]>({
  code: 'payment-line-confirmed-already',
  provision: RUN,
  message: (line) => `Utbetalingslinjen på linje ${line} er bekreftet før.`,
  remedy: () => 'Ta linjen ut av filen. Er beløpet kommet tilbake fra banken, avvises den. Ingenting i filen er registrert.',
  example: [3],
});

export const lineRejected = defineRefusal<[line: number]>({
  code: 'payment-line-rejected-already',
  provision: RUN,
  message: (line) => `Utbetalingslinjen på linje ${line} er avvist før, og forfaller på nytt i neste kjøring.`,
  remedy: () => 'Ta linjen ut av filen. Ble den betalt likevel, må det rettes hos lønn. Ingenting i filen er registrert.',
  example: [3],
});

export const netMissing = defineRefusal<[lines: number]>({
  code: 'net-amounts-missing',
  provision: RUN,
  message: (lines) => `${lines} linjer i kjøringen mangler nettobeløp fra lønn.`,
  remedy: () => 'Betalingsfilen lages av nettobeløpene som lønn har sendt tilbake. Registrer svaret fra lønn først.',
  example: [2],
});

export const nothingToTransfer = defineRefusal({
  code: 'nothing-to-transfer',
  provision: RUN,
  message: () => 'Ingen av linjene i kjøringen er bekreftet med et beløp å betale.',
  remedy: () => 'En betalingsfil trenger minst én linje med et nettobeløp over null.',
  example: [],
});

export const fileNotMade = defineRefusal<[reference: string]>({
  code: 'payment-file-not-made',
  provision: RUN,
  message: (reference) => `Det er ikke laget noen betalingsfil av kjøringen ${reference}.`,
  remedy: () => 'Lag den først. Kommuner der lønn betaler, trenger ingen.',
  example: ['2026-06-1'],
});

export const payerMissing = defineRefusal({
  code: 'payer-account-missing',
  provision: RUN,
  message: () => 'Kommunen har ikke oppgitt hvilken konto den betaler fra.',
  remedy: () => 'Sett «payer» i kommunens valg, eller la lønn betale.',
  example: [],
});

/** Cases by the eight digits that people call them by: as many as can be read. */
const SHOWN = 20;

export const accountMissing = defineRefusal<[references: readonly string[], on: PlainDate]>({
  code: 'payment-account-missing',
  provision: RUN,
  message: (references, on) =>
    `Konto mangler ${norwegianDate(on)} i ${references.length} saker: ${references.slice(0, SHOWN).join(', ')}${references.length > SHOWN ? ' …' : ''}.`,
  remedy: () => 'Registrer kontoen i saken («registerPaymentAccount»), eller avvis linjen, så forfaller den på nytt.',
  example: [['0d6f3a58'], Temporal.PlainDate.from('2026-07-20')],
});

export const agencyAccountMissing = defineRefusal<[lines: number]>({
  code: 'collection-agency-account-missing',
  provision: 'KVPF § 4',
  message: (lines) => `${lines} linjer skal til innkrevingsmyndigheten, og kommunen har ikke oppgitt kontoen til den.`,
  remedy: () => 'Sett «collectionAgencyAccount» i kommunens valg.',
  example: [1],
});
