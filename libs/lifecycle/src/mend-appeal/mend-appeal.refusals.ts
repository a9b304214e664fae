import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const nothingToMend = defineRefusal({
  code: 'nothing-to-mend',
  provision: 'FVL § 32',
  message: () => 'Klagen mangler ikke noe som parten kan rette.',
  remedy: () => 'Det parten legger til, registreres som en uttalelse.',
  example: [],
});

export const doesNotLack = defineRefusal({
  code: 'does-not-lack',
  provision: 'FVL § 32',
  message: () => 'Noe av det som er oppgitt som rettet, mangler ikke i klagen.',
  remedy: () => 'Oppgi bare det som er registrert som mangler ved klagen.',
  example: [],
});

export const mendedBeforeReceived = defineRefusal<[receivedOn: PlainDate]>({
  code: 'mended-before-received',
  provision: 'FVL § 32',
  message: (receivedOn) => `Rettingen er datert før klagen ble mottatt ${norwegianDate(receivedOn)}.`,
  remedy: (receivedOn) => `Oppgi en dag fra og med ${norwegianDate(receivedOn)}.`,
  example: [Temporal.PlainDate.from('2025-02-10')],
});
