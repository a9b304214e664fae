import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const notPaused = defineRefusal({
  code: 'not-paused',
  provision: 'STL § 34',
  message: () => 'Deltakeren har ingen permisjon og intet avbrudd å komme tilbake fra den dagen.',
  remedy: () => 'Første dag tilbake må være etter den første fraværsdagen, i en pause som ikke er avsluttet.',
  example: [],
});

export const returnedAlready = defineRefusal<[resumedOn: PlainDate]>({
  code: 'returned-already',
  provision: 'STL § 34',
  message: (resumedOn) => `Det er registrert at deltakeren var tilbake ${norwegianDate(resumedOn)}.`,
  remedy: () => 'Var deltakeren tilbake tidligere, rettes den registrerte dagen.',
  example: [Temporal.PlainDate.from('2025-08-04')],
});
