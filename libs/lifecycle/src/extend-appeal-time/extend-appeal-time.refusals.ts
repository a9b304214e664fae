import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-12');

export const extendedBeforeDecided = defineRefusal<[decidedOn: PlainDate]>({
  code: 'appeal-time-before-decision',
  provision: 'FVL § 29',
  message: (decidedOn) => `Datoen er før vedtaket ble fattet ${norwegianDate(decidedOn)}.`,
  remedy: (decidedOn) => `Oppgi en dag fra og med ${norwegianDate(decidedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const timeNotRunning = defineRefusal({
  code: 'appeal-time-not-running',
  provision: 'FVL § 29',
  message: () => 'Klagefristen har ikke begynt å løpe: det er ikke kjent når underretning om vedtaket kom fram.',
  remedy: () => 'Registrer når parten ble underrettet om vedtaket.',
  example: [],
});

export const timeIsOut = defineRefusal<[due: PlainDate]>({
  code: 'appeal-time-is-out',
  provision: 'FVL § 29',
  message: (due) => `Klagefristen gikk ut ${norwegianDate(due)}, og kan ikke forlenges lenger.`,
  remedy: () => 'En klage som kommer nå, registreres, og vurderes etter FVL § 31.',
  example: [EXAMPLE_DAY],
});

export const notLonger = defineRefusal<[due: PlainDate]>({
  code: 'appeal-time-not-longer',
  provision: 'FVL § 29',
  message: (due) => `Klagefristen er allerede ${norwegianDate(due)}.`,
  remedy: (due) => `Oppgi en dag etter ${norwegianDate(due)}.`,
  example: [EXAMPLE_DAY],
});
