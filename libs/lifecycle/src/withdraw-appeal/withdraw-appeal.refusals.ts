import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const withdrawnBeforeReceived = defineRefusal<[receivedOn: PlainDate]>({
  code: 'appeal-withdrawn-before-received',
  provision: 'FVL § 32',
  message: (receivedOn) => `Klagen ble mottatt ${norwegianDate(receivedOn)}, og kan ikke være trukket før det.`,
  remedy: (receivedOn) => `Oppgi en dag fra og med ${norwegianDate(receivedOn)}.`,
  example: [Temporal.PlainDate.from('2025-02-10')],
});
