import { defineRefusal } from '../kernel/definitions.ts';

export const answeredBeforeEnd = defineRefusal({
  code: 'answered-before-end',
  provision: 'KOSTRA 11CF',
  message: () => 'Perioden varer til etter den dagen det ble spurt om støtten.',
  remedy: () => 'Oppgi en periode som slutter senest den dagen det ble spurt, og registrer resten når den er gått.',
  example: [],
});
