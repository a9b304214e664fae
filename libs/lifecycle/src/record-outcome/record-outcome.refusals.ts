import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const notEnded = defineRefusal({
  code: 'not-ended',
  provision: 'KOSTRA 11CF',
  message: () => 'Programmet er ikke avsluttet.',
  remedy: () => 'Situasjonen etter programmet registreres når siste dag i programmet er passert.',
  example: [],
});

export const outcomeBeforeEnd = defineRefusal<[lastDay: PlainDate]>({
  code: 'outcome-before-end',
  provision: 'KOSTRA 11CF',
  message: () => 'Dagen er før programmet ble avsluttet.',
  remedy: (lastDay) => `Oppgi en dag fra og med ${norwegianDate(lastDay)}.`,
  example: [Temporal.PlainDate.from('2026-03-31')],
});

export const unknownAndKnown = defineRefusal({
  code: 'unknown-and-known',
  provision: 'KOSTRA 11CF',
  message: () => 'Situasjonen er oppgitt som ukjent og som noe annet samtidig.',
  remedy: () => 'Oppgi enten at situasjonen er ukjent, eller hva den er.',
  example: [],
});
