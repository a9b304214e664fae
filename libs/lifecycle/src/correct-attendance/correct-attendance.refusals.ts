import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const dayNotRegistered = defineRefusal<[day: PlainDate]>({
  code: 'day-not-registered',
  provision: 'STL § 39',
  message: (day) => `Det er ikke registrert noe frammøte for ${norwegianDate(day)}.`,
  remedy: () => 'En dag som ikke er registrert, registreres på vanlig måte.',
  example: [Temporal.PlainDate.from('2025-03-04')],
});
