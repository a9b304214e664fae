import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-03-03');

export const notStarted = defineRefusal({
  code: 'not-started',
  provision: 'STL § 39',
  message: () => 'Programmet er ikke startet.',
  remedy: () => 'Registrer oppstarten først.',
  example: [],
});

export const noDays = defineRefusal({
  code: 'no-days',
  provision: 'STL § 39',
  message: () => 'Det er ikke oppgitt noen dag med timer.',
  remedy: () => 'Oppgi enten dato og timer, eller en liste med dager.',
  example: [],
});

export const dayTwice = defineRefusal<[day: PlainDate]>({
  code: 'day-twice',
  provision: 'STL § 39',
  message: (day) => `${norwegianDate(day)} står mer enn én gang.`,
  remedy: () => 'Oppgi hver dag én gang.',
  example: [EXAMPLE_DAY],
});

export const dayAlreadyRegistered = defineRefusal<[day: PlainDate]>({
  code: 'day-already-registered',
  provision: 'STL § 39',
  message: (day) => `${norwegianDate(day)} er allerede registrert med noe annet.`,
  remedy: () => 'En registrert dag rettes, den registreres ikke på nytt.',
  example: [EXAMPLE_DAY],
});

export const dayOutsideProgramme = defineRefusal<[day: PlainDate]>({
  code: 'day-outside-programme',
  provision: 'STL § 39',
  message: (day) => `${norwegianDate(day)} er ikke en dag i programmet.`,
  remedy: () => 'Oppgi dager fra og med oppstarten til og med siste dag i programmet.',
  example: [EXAMPLE_DAY],
});

export const hoursNotInQuarters = defineRefusal<[day: PlainDate]>({
  code: 'hours-not-in-quarters',
  provision: 'STL § 39',
  message: (day) => `Timene ${norwegianDate(day)} er ikke i hele kvarter.`,
  remedy: () => 'Rund av til nærmeste kvarter, for eksempel 7,25 eller 7,5.',
  example: [EXAMPLE_DAY],
});

export const dayRecordedAsAbsence = defineRefusal<[day: PlainDate]>({
  code: 'day-recorded-as-absence',
  provision: 'STL § 39',
  message: (day) => `${norwegianDate(day)} er registrert som fravær hele dagen.`,
  remedy: () => 'Rett fraværet først, om deltakeren møtte likevel.',
  example: [EXAMPLE_DAY],
});
