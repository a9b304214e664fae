import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-03');

export const alreadyStarted = defineRefusal({
  code: 'already-started',
  provision: 'STL § 31',
  message: () => 'Oppstarten er allerede registrert.',
  remedy: () => 'En feil dato rettes, den registreres ikke på nytt.',
  example: [],
});

export const decisionsRestOnStart = defineRefusal({
  code: 'decisions-rest-on-start',
  provision: 'STL § 32',
  message: () => 'Det er fattet vedtak i saken etter at oppstarten ble registrert.',
  remedy: () => 'Gjør om vedtakene først, eller rett oppstarten til den dagen den skulle hatt.',
  example: [],
});

export const startsBeforePlanned = defineRefusal<[planned: PlainDate]>({
  code: 'starts-before-planned',
  provision: 'STL § 31',
  message: () => 'Oppstarten er før den datoen vedtaket fastsetter.',
  remedy: (planned) => `Programmet kan tidligst starte ${norwegianDate(planned)}.`,
  example: [EXAMPLE_DAY],
});

export const startsAfterPeriod = defineRefusal<[lastDay: PlainDate]>({
  code: 'starts-after-period',
  provision: 'STL § 32',
  message: (lastDay) => `Oppstarten er etter at vedtaksperioden er ute, ${norwegianDate(lastDay)}.`,
  remedy: () => 'Det må fattes et nytt vedtak før programmet kan starte.',
  example: [EXAMPLE_DAY],
});

export const noDaysLeft = defineRefusal({
  code: 'no-days-left',
  provision: 'STL § 32',
  message: () => 'Dagene i tidligere program har brukt opp de to årene et program kan vare.',
  remedy: () => 'Kontroller hvor mange dager som er registrert i tidligere program, og rett dem hvis de ikke skal regnes med.',
  example: [],
});
