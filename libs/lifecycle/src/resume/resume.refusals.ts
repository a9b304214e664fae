import { defineRefusal } from '../kernel/definitions.ts';

export const notPaused = defineRefusal({
  code: 'not-paused',
  provision: 'STL § 34',
  message: () => 'Deltakeren har ingen permisjon og intet avbrudd å komme tilbake fra den dagen.',
  remedy: () => 'Første dag tilbake må være etter den første fraværsdagen, i en pause som ikke er avsluttet.',
  example: [],
});
