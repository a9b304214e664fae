import { defineRefusal } from '../kernel/definitions.ts';

export const hoursNotExact = defineRefusal({
  code: 'hours-not-exact',
  provision: 'STL § 37',
  message: () => 'Timetallet har mer enn tre desimaler.',
  remedy: () => 'Oppgi timer i uka med høyst tre desimaler, for eksempel 18,75.',
  example: [],
});
