import { defineRefusal } from '../kernel/definitions.ts';

export const accountNumberInvalid = defineRefusal({
  code: 'account-number-invalid',
  provision: 'STL § 39',
  message: () => 'Kontonummeret er ikke gyldig: kontrollsifferet stemmer ikke.',
  remedy: () => 'Se etter om et siffer er feil, eller om to har byttet plass.',
  example: [],
});
