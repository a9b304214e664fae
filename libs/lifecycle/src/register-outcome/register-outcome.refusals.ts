import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-05-12');

export const decidedBeforeForwarded = defineRefusal<[forwardedOn: PlainDate]>({
  code: 'outcome-before-forwarding',
  provision: 'FVL § 34',
  message: (forwardedOn) => `Avgjørelsen er datert før klagen ble oversendt ${norwegianDate(forwardedOn)}.`,
  remedy: (forwardedOn) => `Oppgi en dag fra og med ${norwegianDate(forwardedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const toldBeforeOutcome = defineRefusal<[decidedOn: PlainDate]>({
  code: 'told-before-outcome',
  provision: 'FVL § 27',
  message: (decidedOn) => `Avgjørelsen er datert ${norwegianDate(decidedOn)}, og kan ikke ha kommet fram til noen før det.`,
  remedy: (decidedOn) => `Oppgi dager fra og med ${norwegianDate(decidedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const noDetriment = defineRefusal({
  code: 'outcome-without-detriment',
  provision: 'FVL § 34',
  message: () => 'Avgjørelsen er oppgitt å være til skade for parten, men den endrer ikke vedtaket.',
  remedy: () => 'Rett avgjørelsen, eller utelat at den er til skade.',
  example: [],
});

export const detrimentNoticeRequired = defineRefusal<[latest: PlainDate]>({
  code: 'detriment-notice-required',
  provision: 'FVL § 34',
  message: (latest) =>
    `Vedtaket kan bare endres til skade for parten når parten fikk melding om det senest ${norwegianDate(latest)}, tre måneder etter at klagen kom.`,
  remedy: () => 'Oppgi når parten fikk melding. Kom den ikke i tide, kan vedtaket ikke endres slik.',
  example: [EXAMPLE_DAY],
});

export const detrimentNoticeAfterOutcome = defineRefusal({
  code: 'detriment-notice-after-outcome',
  provision: 'FVL § 34',
  message: () => 'Meldingen om at vedtaket kan bli endret til skade, er datert etter avgjørelsen.',
  remedy: () => 'Oppgi dagen parten fikk melding før avgjørelsen.',
  example: [],
});
