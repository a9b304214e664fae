import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const nothingDecided = defineRefusal({
  code: 'nothing-decided',
  provision: 'FVL § 27',
  message: () => 'Det er ikke fattet noe vedtak i saken.',
  remedy: () => 'Underretning registreres når vedtaket er fattet.',
  example: [],
});

export const decisionNotFound = defineRefusal({
  code: 'decision-not-found',
  provision: 'FVL § 27',
  message: () => 'Saken har ikke noe vedtak med dette nummeret.',
  remedy: () => 'Oppgi nummeret på hendelsen der vedtaket ble registrert, eller utelat det for det siste vedtaket.',
  example: [],
});

export const letterOfAnother = defineRefusal({
  code: 'letter-of-another',
  provision: 'FVL § 27',
  message: () => 'Brevet gjelder ikke dette vedtaket, eller finnes ikke i saken.',
  remedy: () => 'Vis til revisjonen der brevet om vedtaket ble laget, eller lag brevet først.',
  example: [],
});

export const notElectronic = defineRefusal({
  code: 'not-electronic',
  provision: 'EFVF § 8',
  message: () => 'Varsling og åpning gjelder bare underretning som er gitt digitalt.',
  remedy: () => 'Velg digital kanal, eller oppgi når brevet ble sendt eller kom fram.',
  example: [],
});

export const toldBeforeDecided = defineRefusal<[decidedOn: PlainDate]>({
  code: 'told-before-decided',
  provision: 'FVL § 27',
  message: (decidedOn) => `Underretningen er datert før vedtaket ble fattet ${norwegianDate(decidedOn)}.`,
  remedy: (decidedOn) => `Oppgi dager fra og med ${norwegianDate(decidedOn)}.`,
  example: [Temporal.PlainDate.from('2025-01-20')],
});

export const timesOutOfOrder = defineRefusal({
  code: 'times-out-of-order',
  provision: 'FVL § 29',
  message: () => 'Tidspunktene motsier hverandre: noe er varslet, åpnet eller kommet fram før det ble sendt eller varslet.',
  remedy: () => 'Rett dagene slik at de kommer i rekkefølgen sendt, varslet, åpnet.',
  example: [],
});

export const arrivalSettledByOpening = defineRefusal({
  code: 'arrival-settled-by-opening',
  provision: 'EFVF § 8',
  message: () => 'Dagen underretningen kom fram, følger av når den ble varslet og åpnet, og det er en annen enn den som er oppgitt.',
  remedy: () => 'Utelat dagen den kom fram, eller rett dagene for varsling og åpning.',
  example: [],
});
