import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-03-10');

export const noHoursToMiss = defineRefusal<[day: PlainDate]>({
  code: 'no-hours-to-miss',
  provision: 'KVPF § 16',
  message: (day) => `${norwegianDate(day)} er en fridag, og det er ingen timer å være borte fra.`,
  remedy: () => 'Oppgi en dag fra mandag til fredag. På en helligdag må programmet ha hatt aktivitet.',
  example: [EXAMPLE_DAY],
});

export const awayWithReason = defineRefusal<[day: PlainDate]>({
  code: 'away-with-reason',
  provision: 'STL § 36',
  message: (day) => `Deltakeren har permisjon, avbrudd eller registrert fravær hele dagen ${norwegianDate(day)}.`,
  remedy: () => 'Bare fravær uten tillatelse trekkes. Rett det som er registrert, om det er feil.',
  example: [EXAMPLE_DAY],
});

export const moreHoursThanTheDay = defineRefusal<[left: number]>({
  code: 'more-hours-than-the-day',
  provision: 'STL § 36',
  message: (left) => `En dag har 7,5 timer, og det er ${String(left).replace('.', ',')} igjen å trekke.`,
  remedy: () => 'Trekk høyst det som er igjen av dagen.',
  example: [2.5],
});
