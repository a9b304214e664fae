import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const programmeHasStarted = defineRefusal<[on: PlainDate]>({
  code: 'programme-has-started',
  provision: 'STL § 34',
  message: (on) => `Programmet startet ${norwegianDate(on)}, og søknaden kan ikke trekkes lenger.`,
  remedy: () => 'Vil deltakeren slutte, avsluttes programmet.',
  example: [Temporal.PlainDate.from('2025-02-03')],
});
